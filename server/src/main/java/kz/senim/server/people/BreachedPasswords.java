package kz.senim.server.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that became known in breaches: a file of the operator's, which is searched where it
 * lies and never leaves it. Each line is a SHA-1 in hexadecimal digits, sorted, with a colon and a
 * count behind it or without; so "Have I Been Pwned" gives its list away.
 */
@Component
class BreachedPasswords {

  private static final int DIGITS = 40;

  private final @Nullable Path file;

  /**
   * @throws IllegalStateException when a file is named that cannot be read
   */
  BreachedPasswords(@Value("${senim.breached-passwords:}") String path) {
    file = path.isEmpty() ? null : Path.of(path);
    if (file != null && !Files.isReadable(file)) {
      throw new IllegalStateException(
          "SENIM_BREACHED_PASSWORDS names " + file + ", which cannot be read");
    }
  }

  /** Whether it is in the list; false without one. */
  boolean contains(String password) {
    if (file == null) {
      return false;
    }
    String wanted = sha1(password);
    try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
      long low = 0;
      long high = lines.length();
      while (low < high) {
        long middle = (low + high) >>> 1;
        long start = lineStart(lines, middle, low);
        lines.seek(start);
        String line = lines.readLine();
        if (line == null) {
          return false;
        }
        long next = lines.getFilePointer();
        int order = digits(line).compareToIgnoreCase(wanted);
        if (order == 0) {
          return true;
        }
        if (order < 0) {
          low = next;
        } else {
          high = start;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the list of breached passwords could not be searched", e);
    }
  }

  /** Where the line begins in which the place lies. */
  private static long lineStart(RandomAccessFile lines, long place, long lowest)
      throws IOException {
    byte[] before = new byte[128];
    long end = place;
    while (end > lowest) {
      int length = (int) Math.min(before.length, end - lowest);
      lines.seek(end - length);
      lines.readFully(before, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (before[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return lowest;
  }

  private static String digits(String line) {
    return line.length() > DIGITS ? line.substring(0, DIGITS) : line;
  }

  private static String sha1(String password) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
