package kz.senim.server.vault;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Seals what is stored, under the newest data key, and opens what any of them has sealed. Safe for
 * threads.
 */
public final class Vault {

  /** Marks a sealed secret, so that one that was stored plain is told from it. */
  private static final byte[] MARK = "SENIM\u0001".getBytes(StandardCharsets.US_ASCII);

  private final Supplier<Keyset> keys;
  private final Runnable reload;

  Vault(Supplier<Keyset> keys, Runnable reload) {
    this.keys = keys;
    this.reload = reload;
  }

  /**
   * Seals a short secret.
   *
   * @param place names the row and column in which it is kept, such as {@code
   *     accounts.totp_secret/0190…}: elsewhere it does not open
   */
  public byte[] seal(byte[] secret, String place) {
    try {
      byte[] sealed = keys.get().aead().encrypt(secret, place.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(MARK, MARK.length + sealed.length);
      System.arraycopy(sealed, 0, whole, MARK.length, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The secret; one that was stored before secrets were sealed is returned as it is.
   *
   * @throws Damaged when it was changed, or comes from another place
   */
  public byte[] open(byte[] stored, String place) throws Damaged {
    if (!isSealed(stored)) {
      return stored;
    }
    byte[] sealed = Arrays.copyOfRange(stored, MARK.length, stored.length);
    try {
      return aead(ByteBuffer.wrap(sealed)).decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new Damaged(place + " is damaged, or its key is gone", e);
    }
  }

  /** Whether it is a sealed secret. */
  public boolean isSealed(byte[] stored) {
    return stored.length > MARK.length + 5
        && Arrays.equals(stored, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** Whether it is a secret that is sealed under the newest data key. */
  public boolean isNewest(byte[] stored) {
    return isSealed(stored)
        && Keyset.keyOf(ByteBuffer.wrap(stored, MARK.length, stored.length - MARK.length))
            .equals(keys.get().newest());
  }

  /** A stream that seals a long content; see {@link SealedFile}. */
  public OutputStream sealing(OutputStream out, String purpose) throws IOException {
    return SealedFile.sealing(out, keys.get().aead(), purpose);
  }

  /** A stream that opens what {@link #sealing} wrote. */
  public InputStream opening(InputStream in, String purpose) throws IOException {
    return SealedFile.opening(in, keys.get().aead(), purpose);
  }

  /** A content that is being written to a file and whose purpose is known only at its end. */
  public static final class Writing {

    private final SealedFile.Writing writing;

    private Writing(SealedFile.Writing writing) {
      this.writing = writing;
    }

    /** To write to; not to be closed. */
    public OutputStream out() {
      return writing.out();
    }

    /** The content is whole, and closes the file. */
    public void end(String purpose) throws IOException {
      writing.end(purpose);
    }
  }

  /** Begins to write a content to an empty file. */
  public Writing writing(FileChannel file) throws IOException {
    return new Writing(new SealedFile.Writing(file, keys.get().aead()));
  }

  /** Whether the file holds a sealed content; the channel stands at its beginning afterwards. */
  public boolean isSealed(SeekableByteChannel file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(8);
    file.position(0);
    while (head.hasRemaining() && file.read(head) >= 0) {
      // on to the eighth byte or the end
    }
    file.position(0);
    return SealedFile.is(Arrays.copyOf(head.array(), head.position()));
  }

  /** Whether the file holds a content that is sealed under the newest data key. */
  public boolean isNewest(SeekableByteChannel file) throws IOException {
    return isSealed(file)
        && Keyset.keyOf(ByteBuffer.wrap(SealedFile.wrapped(file))).equals(keys.get().newest());
  }

  /**
   * The content of a file, to be read from any place. Its size is the plain one.
   *
   * @throws Damaged when it is another content; from a read when it was changed or cut off
   */
  public SeekableByteChannel opening(SeekableByteChannel file, String purpose) throws IOException {
    return SealedFile.opening(file, aead(ByteBuffer.wrap(SealedFile.wrapped(file))), purpose);
  }

  /** With the key of what is to be opened: another node may have made it a moment ago. */
  private Aead aead(ByteBuffer sealed) {
    if (!keys.get().has(Keyset.keyOf(sealed))) {
      reload.run();
    }
    return keys.get().aead();
  }

  /** The key that seals, by its number. */
  public String newest() {
    return keys.get().newest();
  }
}
