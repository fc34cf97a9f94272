package kz.senim.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.Vault;
import kz.senim.server.vault.WholeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps contents as files named by their SHA-256, {@code evidence/ab/cdef…} in the data folder,
 * encrypted while they arrive. The same content is one file. A file appears under its name only
 * when it is whole and on the disk; one that nothing came to refer to, since its transaction
 * failed, is whole too and does no harm.
 */
@Component
public class Contents {

  /** The longest content that is taken: 1 GB. */
  public static final long LONGEST = 1L << 30;

  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final Path incoming;
  private final Vault vault;
  private final Scanner scanner;
  private final MediaTypes types = new MediaTypes();

  Contents(ServerSettings settings, Vault vault, Scanner scanner, Clock clock) throws IOException {
    this.vault = vault;
    this.scanner = scanner;
    this.folder = Files.createDirectories(settings.data().resolve("evidence"));
    this.incoming = incoming(settings);
    // With a database of our own we are alone on the folder; else another server may be writing
    // the younger ones.
    boolean alone = settings.dbUrl().isEmpty();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
      Instant yesterday = clock.instant().minus(Duration.ofDays(1));
      for (Path file : left) {
        if (alone || Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Where files arrive: on the disk of the contents, so that a whole one need only be renamed. */
  static Path incoming(ServerSettings settings) throws IOException {
    return Files.createDirectories(settings.data().toAbsolutePath().resolve("evidence/incoming"));
  }

  /** The content is longer than {@link #LONGEST}, or has no byte. */
  public static final class Unfit extends IOException {

    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }

  /** The scanner found something in the content, or could not be asked. */
  public static final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    private final String key;

    Refused(String key, String why) {
      super(why);
      this.key = key;
    }

    /** The key of the message that says so; {@link #getMessage} holds what was found. */
    public String key() {
      return key;
    }
  }

  /** The content is not what the ending of the file's name says. */
  public static final class Misnamed extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Endings.Mismatch mismatch;

    Misnamed(Endings.Mismatch mismatch) {
      super("by its name " + mismatch.says() + ", and is not");
      this.mismatch = mismatch;
    }

    Endings.Mismatch mismatch() {
      return mismatch;
    }
  }

  /**
   * Stores what the stream holds, which is read once and never whole in memory.
   *
   * @throws Unfit when it is empty or too long; nothing is kept then
   * @throws Misnamed when it is not what its name says; nothing is kept then
   * @throws Refused when the scanner lets it not in; nothing is kept then
   * @throws IOException when it cannot be read to its end or written; nothing is kept then
   */
  public Content store(InputStream in, String fileName) throws IOException {
    String name = plain(fileName);
    // Readable by the owner of the process alone, as temporary files are made.
    Path temporary = Files.createTempFile(incoming, "content", ".part");
    try (Scanner.@Nullable Scan scan = scanner.configured() ? scanner.begin() : null) {
      MessageDigest digest = sha256();
      byte[] head;
      long size;
      String hash;
      @Nullable String clean;
      try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        Vault.Writing writing = vault.writing(file);
        head = in.readNBytes(BUFFER);
        Endings.Mismatch mismatch = head.length == 0 ? null : Endings.check(head, name);
        if (mismatch != null) {
          throw new Misnamed(mismatch);
        }
        digest.update(head);
        writing.out().write(head);
        if (scan != null) {
          scan.next(head, head.length);
        }
        size = head.length + copy(in, writing.out(), digest, scan, LONGEST - head.length);
        if (size == 0) {
          throw new Unfit("empty");
        }
        clean = scan == null ? null : scan.end();
        hash = HexFormat.of().formatHex(digest.digest());
        writing.end(purpose(hash));
      }
      keep(temporary, hash, size);
      return new Content(hash, size, types.of(head, name), name, clean);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static long copy(
      InputStream in,
      OutputStream out,
      MessageDigest digest,
      Scanner.@Nullable Scan scan,
      long most)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > most) {
        throw new Unfit("longer than " + LONGEST + " bytes");
      }
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
      if (scan != null) {
        scan.next(buffer, n);
      }
    }
    return size;
  }

  /** Gives the whole file its name; what has that name already is the same content. */
  private void keep(Path temporary, String hash, long size) throws IOException {
    if (has(hash, size)) {
      return;
    }
    rename(temporary, hash);
  }

  private boolean has(String hash, long size) throws IOException {
    if (!Files.exists(path(hash))) {
      return false;
    }
    try (SeekableByteChannel known = open(hash)) {
      return known.size() == size;
    } catch (Damaged e) {
      return false; // the whole one takes its place
    }
  }

  private void rename(Path temporary, String hash) throws IOException {
    Files.createDirectories(folder.resolve(hash.substring(0, 2)));
    WholeFile.name(temporary, path(hash));
    WholeFile.force(folder);
  }

  /** What a sealed content says that it is. */
  public static String purpose(String sha256) {
    return "evidence " + sha256;
  }

  /**
   * A content, decrypted, to be read from any place.
   *
   * @throws java.nio.file.NoSuchFileException when there is none of that name
   * @throws Damaged when it is not what was stored; from a read also
   */
  public SeekableByteChannel open(String sha256) throws IOException {
    SeekableByteChannel file = FileChannel.open(path(sha256), StandardOpenOption.READ);
    try {
      if (file.size() == 0) {
        throw new Damaged(purpose(sha256) + " is damaged"); // no content is empty
      }
      // Those from before contents were sealed, until their turn comes.
      return vault.isSealed(file)
          ? vault.opening(file, purpose(sha256))
          : new PlainContent(file, sha256);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Encrypts a content under the newest data key, unless it is; a reader of the old file goes on.
   *
   * @return its size when it was encrypted anew, else 0
   * @throws Damaged when it is not what was stored; it stays as it is
   */
  long renew(String sha256) throws IOException {
    try (FileChannel file = FileChannel.open(path(sha256), StandardOpenOption.READ)) {
      if (vault.isNewest(file)) {
        return 0;
      }
    }
    Path temporary = Files.createTempFile(incoming, "renewed", ".part");
    try (SeekableByteChannel old = open(sha256);
        FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      MessageDigest digest = sha256();
      Vault.Writing writing = vault.writing(file);
      long size = copy(Channels.newInputStream(old), writing.out(), digest, null, LONGEST);
      if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new Damaged(purpose(sha256) + " is damaged");
      }
      writing.end(purpose(sha256));
      rename(temporary, sha256);
      return size;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  Path folder() {
    return folder;
  }

  /** Where a content is, which need not exist. */
  Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  /** The last part of a path, without what no file name holds. */
  private static String plain(String fileName) {
    String name =
        fileName
            .substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
            .replaceAll("\\p{Cntrl}|\\p{Cf}", "")
            .strip();
    int most = Math.min(name.length(), 200);
    // The end says what it is, so the beginning goes.
    return name.isEmpty() ? "file" : name.substring(name.length() - most);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
