package kz.senim.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether the person signed in showed the second factor a moment ago, for what takes more. */
@Component
public class FreshFactor {

  /** How long a second factor counts as just shown. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  private final Clock clock;

  FreshFactor(Clock clock) {
    this.clock = clock;
  }

  public boolean shown() {
    var current = SecurityContextHolder.getContext().getAuthentication();
    Instant earliest = clock.instant().minus(FRESH);
    return current != null
        && current.getAuthorities().stream()
            .anyMatch(
                factor ->
                    factor instanceof FactorGrantedAuthority shown
                        && (Gate.SECOND_FACTOR.equals(shown.getAuthority())
                            || FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(
                                shown.getAuthority()))
                        && shown.getIssuedAt().isAfter(earliest));
  }
}
