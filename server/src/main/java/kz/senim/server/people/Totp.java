package kz.senim.server.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.Vault;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes of an authenticator application (RFC 6238: SHA-1, six digits, thirty seconds). */
@Component
public class Totp {

  /** One step to each side, for clocks that differ. */
  private static final int SKEW = 1;

  private static final String SESSION = "session";

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final Vault vault;
  private final Clock clock;

  Totp(Accounts accounts, Vault vault, Clock clock) {
    this.accounts = accounts;
    this.vault = vault;
    this.clock = clock;
  }

  public byte[] newSecret() {
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    return secret;
  }

  /** A new secret as a session keeps it, which lies in the database until it is confirmed. */
  byte[] forSession(byte[] secret) {
    return vault.seal(secret, SESSION);
  }

  /** The new secret that a session keeps; null when it keeps none, or one that does not open. */
  byte @Nullable [] ofSession(@Nullable Object kept) {
    try {
      return kept instanceof byte[] sealed ? vault.open(sealed, SESSION) : null;
    } catch (Damaged e) {
      return null;
    }
  }

  /** Whether the code is right for the account now, and was not used before. */
  boolean accepts(UUID account, String code) {
    byte[] secret = accounts.totpSecret(account).orElse(null);
    if (secret == null) {
      return false;
    }
    long step = step(secret, code);
    return step > 0 && accounts.useTotpStep(account, step);
  }

  /** The time step for which the code is right, or 0. */
  long step(byte[] secret, String code) {
    String digits = code.replaceAll("\\s", "");
    for (int skew = -SKEW; skew <= SKEW; skew++) {
      Instant at = clock.instant().plus(generator.getTimeStep().multipliedBy(skew));
      if (code(secret, at).equals(digits)) {
        return at.getEpochSecond() / generator.getTimeStep().toSeconds();
      }
    }
    return 0;
  }

  /** The code of a moment. */
  String code(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret as a person types it. */
  public static String base32(byte[] secret) {
    return new Base32().encodeToString(secret);
  }

  /** The address that authenticator applications read from the picture. */
  static String address(String email, byte[] secret) {
    return "otpauth://totp/Senim:"
        + URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + base32(secret)
        + "&issuer=Senim";
  }

  /** The address as the path of an SVG picture, one unit a module, with its size. */
  static Picture picture(String address) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M").append(x + 2).append(' ').append(y + 2).append("h1v1h-1z");
        }
      }
    }
    return new Picture(path.toString(), code.size + 4);
  }

  /** A QR code: the path of its dark modules, and its side with the quiet zone. */
  public record Picture(String path, int side) {}
}
