package kz.senim.server.hooks;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The secrets with which messages are signed. They are kept so that they can sign: this is the one
 * place through which they go to the database and come from it, and where they are encrypted as
 * soon as the application has keys to encrypt with.
 */
@Component
class HookSecrets {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  byte[] make() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** As its owner gets it, once. */
  static String text(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  /** As the database keeps it. */
  byte[] kept(byte[] secret) {
    return secret;
  }

  /** From what the database keeps. */
  byte[] usable(byte[] kept) {
    return kept;
  }
}
