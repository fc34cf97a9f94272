package kz.senim.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what goes through. */
final class Parts extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long size;

  Parts(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
    size += length;
  }

  /** What is around goes on. */
  @Override
  public void close() throws IOException {
    flush();
  }

  Manifest.Part part(String name, long rows) {
    return new Manifest.Part(name, size, HexFormat.of().formatHex(digest.digest()), rows);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
