package kz.senim.server.vault;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A master key that never leaves its PKCS#11 token: the token itself wraps and unwraps, with
 * AES-GCM.
 */
final class TokenKey implements Aead {

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Provider provider;
  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private TokenKey(Provider provider, SecretKey key) {
    this.provider = provider;
    this.key = key;
  }

  /**
   * The key with the label.
   *
   * @throws KeyMistake when the token, the PIN or the key is not right
   */
  static MasterKey find(Path configuration, String label, String pin) {
    if (!Files.isReadable(configuration)) {
      throw new KeyMistake(KeySay.NO_TOKEN_FILE.with(configuration), KeySay.TOKEN_LINES.with());
    }
    try {
      Provider provider =
          Security.getProvider("SunPKCS11").configure(configuration.toAbsolutePath().toString());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin.toCharArray());
      Key found = store.getKey(label, null);
      if (!(found instanceof SecretKey secret) || !"AES".equals(secret.getAlgorithm())) {
        throw new KeyMistake(
            KeySay.NO_TOKEN_KEY.with(configuration, label), KeySay.MAKE_TOKEN_KEY.with(label));
      }
      return new MasterKey(
          "pkcs11 " + label, "PKCS#11 token of " + configuration, new TokenKey(provider, secret));
    } catch (IOException
        | GeneralSecurityException
        | ProviderException
        | InvalidParameterException
        | UnsupportedOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new KeyMistake(
          KeySay.TOKEN_FAILS.with(configuration, String.valueOf(cause.getMessage())),
          KeySay.CHECK_TOKEN.with(configuration));
    }
  }

  @Override
  public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, associated).doFinal(plain);
    byte[] whole = Arrays.copyOf(iv, IV_BYTES + sealed.length);
    System.arraycopy(sealed, 0, whole, IV_BYTES, sealed.length);
    return whole;
  }

  @Override
  public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
    if (sealed.length < IV_BYTES + TAG_BITS / 8) {
      throw new GeneralSecurityException("too short");
    }
    byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
    return cipher(Cipher.DECRYPT_MODE, iv, associated)
        .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
  }

  private Cipher cipher(int mode, byte[] iv, byte[] associated) throws GeneralSecurityException {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(associated);
      return cipher;
    } catch (ProviderException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
