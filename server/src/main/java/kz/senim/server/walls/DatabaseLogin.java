package kz.senim.server.walls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one role signs in at the database.
 *
 * @param url the JDBC address
 */
public record DatabaseLogin(String url, String user, String password) {

  /**
   * A login of another role, whose password follows from this one's: every server that knows the
   * owner finds the same, and nobody has to keep it.
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

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
