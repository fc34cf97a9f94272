package kz.senim.server.vault;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.senim.core.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the master key. */
public final class MasterKeys {

  /** In the data folder, where nothing else is named. */
  static final String FILE = "master.key";

  private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);
  private static final int BYTES = 32;
  private static final Message RIGHT = KeySay.RIGHT.with();

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private MasterKeys() {}

  /**
   * The master key that the settings name.
   *
   * @param data the data folder, in which {@code master.key} is when nothing else is named
   * @throws KeyMistake when it is missing, unreadable, not a key, or named twice
   */
  public static MasterKey find(VaultSettings settings, Path data) {
    List<String> named = new ArrayList<>();
    if (!settings.key().isBlank()) {
      named.add("SENIM_KEY");
    }
    if (!settings.keyFile().isBlank()) {
      named.add("SENIM_KEY_FILE");
    }
    if (!settings.keyPkcs11().isBlank()) {
      named.add("SENIM_KEY_PKCS11");
    }
    if (named.size() > 1) {
      throw new KeyMistake(KeySay.NAMED_TWICE.with(named), KeySay.KEEP_ONE.with());
    }
    if (!settings.key().isBlank()) {
      return of(settings.key(), "SENIM_KEY");
    }
    if (!settings.keyPkcs11().isBlank()) {
      return TokenKey.find(
          Path.of(settings.keyPkcs11()), settings.keyPkcs11Label(), settings.keyPkcs11Pin());
    }
    return ofFile(
        settings.keyFile().isBlank()
            ? defaultFile(data)
            : Path.of(settings.keyFile()).toAbsolutePath());
  }

  /** Whether the settings say where it is. */
  public static boolean isNamed(VaultSettings settings) {
    return !settings.key().isBlank()
        || !settings.keyFile().isBlank()
        || !settings.keyPkcs11().isBlank();
  }

  /** Whether nothing is named and no key was made in the data folder yet. */
  static boolean none(VaultSettings settings, Path data) {
    return !isNamed(settings) && !Files.exists(defaultFile(data));
  }

  static Path defaultFile(Path data) {
    return data.toAbsolutePath().resolve(FILE);
  }

  /**
   * The key in a file.
   *
   * @throws KeyMistake when it is not there, not readable or holds no key
   */
  static MasterKey ofFile(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.US_ASCII);
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
      if (allowed.contains(PosixFilePermission.OTHERS_READ)) {
        LOG.warn("the master key {} can be read by everyone: chmod 600 {}", file, file);
      }
    } catch (IOException e) {
      throw new KeyMistake(
          (Files.exists(file) ? KeySay.NOT_READABLE : KeySay.NOT_THERE).with(file),
          KeySay.PUT_BACK.with());
    }
    return of(text, file.toString());
  }

  /** Makes a new key in a file that is not there yet, readable by its owner alone. */
  static MasterKey make(Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          Base64.getEncoder().encodeToString(key) + "\n",
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
    } catch (FileAlreadyExistsException e) {
      throw new KeyMistake(KeySay.IS_THERE.with(file), KeySay.NEVER_OVERWRITTEN.with());
    } catch (IOException e) {
      throw new KeyMistake(KeySay.NOT_WRITABLE.with(file), KeySay.LET_WRITE.with());
    }
    return ofFile(file);
  }

  static MasterKey of(String base64, String source) {
    byte[] key;
    try {
      key = Base64.getMimeDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new KeyMistake(KeySay.NOT_BASE64.with(source), RIGHT);
    }
    if (key.length != BYTES) {
      throw new KeyMistake(KeySay.WRONG_LENGTH.with(source, key.length, BYTES), RIGHT);
    }
    try {
      return new MasterKey(fingerprint(key), source, new AesGcmJce(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the key and tells nothing of it. */
  private static String fingerprint(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] name = mac.doFinal("senim master key".getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(name, 0, 8);
  }
}
