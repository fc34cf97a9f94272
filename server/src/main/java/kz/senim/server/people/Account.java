package kz.senim.server.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param ready whether they have chosen a password
 * @param totp whether they have an authenticator application
 * @param passkeys how many passkeys they have
 * @param provider whether the identity provider's word for them is kept
 * @param lastSignIn when they last entered; null when they never did
 */
public record Account(
    UUID id,
    String email,
    String name,
    String lang,
    boolean administrator,
    boolean ready,
    boolean totp,
    int passkeys,
    boolean disabled,
    boolean provider,
    @Nullable Instant lastSignIn) {

  /** Whether they have a second factor to show. */
  public boolean secondFactor() {
    return totp || passkeys > 0;
  }

  /** Whether somebody ever entered, or can. */
  boolean used() {
    return ready || lastSignIn != null;
  }
}
