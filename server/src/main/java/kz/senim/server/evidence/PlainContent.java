package kz.senim.server.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import kz.senim.server.vault.Damaged;

/**
 * A content that was stored before contents were encrypted. Read from its beginning to its end, it
 * is checked against its name; what is read from the middle is not.
 */
final class PlainContent implements SeekableByteChannel {

  private final SeekableByteChannel file;
  private final String sha256;
  private final MessageDigest digest = Contents.sha256();
  private long digested;

  PlainContent(SeekableByteChannel file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    long at = file.position();
    int from = to.position();
    int n = file.read(to);
    if (n > 0 && at == digested) {
      digest.update(to.duplicate().flip().position(from));
      digested += n;
      if (digested == file.size() && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new Damaged(Contents.purpose(sha256) + " is damaged");
      }
    }
    return n;
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
