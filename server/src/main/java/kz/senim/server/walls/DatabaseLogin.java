package kz.senim.server.walls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one role signs in at the database.
 *
 * @param url the JDBC address
 */
public record DatabaseLogin(String url, String user, String password) {

  /** As OWASP advises for PBKDF2 with HMAC-SHA-512; a quarter of a second. */
  private static final int ITERATIONS = 210_000;

  /**
   * A login of another role, whose password follows from this one's: every server that knows the
   * owner finds the same, and nobody has to keep it. Only where this one's is a random key.
   */
  DatabaseLogin derived(String role) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(password.getBytes(UTF_8), "HmacSHA256"));
      byte[] made = mac.doFinal(("senim " + role).getBytes(UTF_8));
      return new DatabaseLogin(url, role, HexFormat.of().formatHex(made));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As above, from a password that a person may have thought of: whoever learns the one finds the
   * other only by trying, slowly.
   */
  DatabaseLogin stretched(String role) {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), ("senim " + role).getBytes(UTF_8), ITERATIONS, 256);
    try {
      byte[] made =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      return new DatabaseLogin(url, role, HexFormat.of().formatHex(made));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
