package kz.senim.server.tokens;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code senim_}, 43 signs of 256 random bits, 6 signs of their CRC-32, so
 * that scanners find a leaked one, and know it from what merely looks like one.
 */
final class TokenText {

  static final String PREFIX = "senim_";

  private static final String SIGNS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM = 43;
  private static final int CHECK = 6;
  private static final SecureRandom SECURE = new SecureRandom();

  private TokenText() {}

  static String make() {
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = 0; i < RANDOM; i++) {
      text.append(SIGNS.charAt(SECURE.nextInt(SIGNS.length())));
    }
    return text + check(text.substring(PREFIX.length()));
  }

  /** Whether it can be a token at all; what cannot be is not looked up. */
  static boolean isWellFormed(String text) {
    return text.length() == PREFIX.length() + RANDOM + CHECK
        && text.startsWith(PREFIX)
        && text.endsWith(check(text.substring(PREFIX.length(), PREFIX.length() + RANDOM)));
  }

  /** By which its owner knows it, and nobody else gets in. */
  static String hint(String token) {
    return token.substring(0, PREFIX.length() + 4) + "…" + token.substring(token.length() - 4);
  }

  private static String check(String random) {
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    long left = crc.getValue();
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < CHECK; i++) {
      signs.insert(0, SIGNS.charAt((int) (left % SIGNS.length())));
      left /= SIGNS.length();
    }
    return signs.toString();
  }
}
