package kz.senim.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A long content, encrypted: what is read of it is either what was written or an error, from any
 * place on.
 *
 * <pre>
 * 6 bytes  SENIM, 1
 * 2 bytes  n, big-endian
 * n bytes  the key of this one file (32 bytes), encrypted under another key, bound to the purpose
 * the rest Tink's AES256-GCM-HKDF stream under the file's key: segments of 64 KiB, counted from the
 *          beginning of the file
 * </pre>
 *
 * The purpose names what the content is, such as {@code evidence <its SHA-256>}: a file that was
 * put in the place of another does not open.
 */
public final class SealedFile {

  private static final byte[] MAGIC = {'S', 'E', 'N', 'I', 'M', 1};
  private static final int FIXED = MAGIC.length + Short.BYTES;
  private static final int SEGMENT = 64 * 1024;
  private static final int KEY = 32;
  private static final int LONGEST_WRAP = 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedFile() {}

  /** A stream that encrypts; closing it closes {@code out}. The purpose must be known already. */
  public static OutputStream sealing(OutputStream out, Aead key, String purpose)
      throws IOException {
    byte[] fileKey = newKey();
    byte[] head = head(fileKey, key, purpose);
    out.write(head);
    return encrypting(fileKey, head.length, out);
  }

  /**
   * A stream that decrypts; closing it closes {@code in}.
   *
   * @throws Damaged at once when it is no such content, or of another purpose; from a read when it
   *     was changed or cut off
   */
  public static InputStream opening(InputStream in, Aead key, String purpose) throws IOException {
    byte[] fixed = in.readNBytes(FIXED);
    byte[] wrapped = in.readNBytes(wrapLength(fixed));
    byte[] fileKey = unwrap(wrapped, key, purpose);
    try {
      return new Opened(
          streaming(fileKey, FIXED + wrapped.length).newDecryptingStream(in, MAGIC), purpose);
    } catch (GeneralSecurityException e) {
      throw new Damaged(purpose + " cannot be read", e);
    }
  }

  /** Whether it begins as such a content does. */
  public static boolean is(byte[] head) {
    return head.length >= FIXED && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** A content whose purpose is known only when it has been written. */
  static final class Writing {

    private final FileChannel file;
    private final Aead key;
    private final byte[] fileKey = newKey();
    private final int headLength;
    private final OutputStream out;

    Writing(FileChannel file, Aead key) throws IOException {
      this.file = file;
      this.key = key;
      byte[] head = head(fileKey, key, "");
      this.headLength = head.length;
      file.write(ByteBuffer.wrap(head));
      this.out = encrypting(fileKey, headLength, Channels.newOutputStream(file));
    }

    /** To write to; not to be closed. */
    OutputStream out() {
      return out;
    }

    /** The content is whole; on the disk when this returns, and the file closed. */
    void end(String purpose) throws IOException {
      // Closing writes the last segment and closes the file, which the head still needs.
      byte[] head = head(fileKey, key, purpose);
      if (head.length != headLength) {
        throw new IllegalStateException("the key was changed while the content was written");
      }
      file.write(ByteBuffer.wrap(head), 0);
      out.close();
    }
  }

  /** The content of a file, to be read from any place. */
  static SeekableByteChannel opening(SeekableByteChannel file, Aead key, String purpose)
      throws IOException {
    byte[] wrapped = wrapped(file);
    byte[] fileKey = unwrap(wrapped, key, purpose);
    try {
      return streaming(fileKey, FIXED + wrapped.length).newSeekableDecryptingChannel(file, MAGIC);
    } catch (GeneralSecurityException e) {
      throw new Damaged(purpose + " cannot be read", e);
    }
  }

  /** The encrypted key of a file; the channel stands at its beginning afterwards. */
  static byte[] wrapped(SeekableByteChannel file) throws IOException {
    file.position(0);
    byte[] wrapped = read(file, wrapLength(read(file, FIXED)));
    file.position(0);
    return wrapped;
  }

  private static byte[] read(SeekableByteChannel file, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes.array();
  }

  private static int wrapLength(byte[] fixed) throws IOException {
    if (fixed.length < FIXED || !is(fixed)) {
      throw new Damaged("not a sealed content");
    }
    int length = ByteBuffer.wrap(fixed).getShort(MAGIC.length);
    if (length <= 0 || length > LONGEST_WRAP) {
      throw new Damaged("not a sealed content");
    }
    return length;
  }

  private static byte[] head(byte[] fileKey, Aead key, String purpose) {
    try {
      byte[] wrapped = key.encrypt(fileKey, purpose.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(FIXED + wrapped.length)
          .put(MAGIC)
          .putShort((short) wrapped.length)
          .put(wrapped)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unwrap(byte[] wrapped, Aead key, String purpose) throws Damaged {
    try {
      return key.decrypt(wrapped, purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new Damaged(purpose + " is damaged, is another content, or its key is gone", e);
    }
  }

  private static OutputStream encrypting(byte[] fileKey, int headLength, OutputStream out)
      throws IOException {
    try {
      return streaming(fileKey, headLength).newEncryptingStream(out, MAGIC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StreamingAead streaming(byte[] fileKey, int headLength)
      throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(fileKey, "HmacSha256", KEY, SEGMENT, headLength);
  }

  private static byte[] newKey() {
    byte[] key = new byte[KEY];
    RANDOM.nextBytes(key);
    return key;
  }

  /** Tells of damage as such. */
  private static final class Opened extends InputStream {

    private final InputStream in;
    private final String purpose;

    Opened(InputStream in, String purpose) {
      this.in = in;
      this.purpose = purpose;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return in.read(bytes, from, length);
      } catch (IOException e) {
        if (e.getCause() instanceof GeneralSecurityException) {
          throw new Damaged(purpose + " is damaged", e);
        }
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
