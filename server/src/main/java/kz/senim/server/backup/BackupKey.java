package kz.senim.server.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * The key of backups: 32 bytes, in Base64. It encrypts by AES-256-GCM in segments of one megabyte,
 * with a key of its own for each file derived by HKDF (Tink's AES256_GCM_HKDF_1MB): so a file is
 * read as it comes, and a byte that was changed, a segment that was moved or an end that was cut
 * off is noticed.
 */
final class BackupKey {

  /** In the environment: the key itself, or the file that holds it. Never an argument. */
  static final String VALUE = "SENIM_BACKUP_KEY";

  static final String FILE = "SENIM_BACKUP_KEY_FILE";

  private static final byte[] MAGIC = "SENIM-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int ID = 8;
  private static final int SEGMENT = 1 << 20;

  private final byte[] key;

  private BackupKey(byte[] key) {
    this.key = key;
  }

  /** The key that the environment names. */
  static BackupKey find(Map<String, String> environment) throws BackupProblem {
    String value = environment.get(VALUE);
    String file = environment.get(FILE);
    if ((value == null) == (file == null)) {
      throw new BackupProblem(
          (value == null ? BackupSay.NO_KEY : BackupSay.TWO_KEYS).with(FILE, VALUE));
    }
    try {
      String text = value != null ? value : Files.readString(Path.of(String.valueOf(file)));
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length != 32) {
        throw new IllegalArgumentException(key.length + " bytes");
      }
      return new BackupKey(key);
    } catch (IOException | IllegalArgumentException e) {
      throw new BackupProblem(
          BackupSay.NOT_A_KEY.with(value != null ? VALUE : String.valueOf(file)), e);
    }
  }

  /** Makes a key, in a file that only its owner reads. */
  static void make(Path file) throws IOException, BackupProblem {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new BackupProblem(BackupSay.IS_THERE.with(file), e);
    }
    Files.writeString(
        file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
  }

  /** Encrypts what is written into it; closing it makes the file whole and closes {@code out}. */
  OutputStream encrypt(OutputStream out) throws IOException {
    byte[] header = header();
    out.write(header);
    try {
      return aead().newEncryptingStream(out, header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Decrypts; reading throws an IOException where the file is not what was written. */
  InputStream decrypt(InputStream in) throws IOException, BackupProblem {
    byte[] header = in.readNBytes(MAGIC.length + ID);
    if (!Arrays.equals(header, 0, Math.min(MAGIC.length, header.length), MAGIC, 0, MAGIC.length)) {
      throw new BackupProblem(BackupSay.NO_BACKUP.with());
    }
    if (!Arrays.equals(header, header())) {
      throw new BackupProblem(BackupSay.OTHER_KEY.with());
    }
    try {
      return aead().newDecryptingStream(in, header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private AesGcmHkdfStreaming aead() throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", 32, SEGMENT, 0);
  }

  /** What stands before the encrypted part: the kind of file, and which key it needs. */
  private byte[] header() {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(MAGIC);
    MessageDigest digest = Parts.sha256();
    digest.update(MAGIC);
    header.write(digest.digest(key), 0, ID);
    return header.toByteArray();
  }
}
