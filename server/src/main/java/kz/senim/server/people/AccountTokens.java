package kz.senim.server.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens with which programs act for an account, for its page. */
public interface AccountTokens {

  /** A token that works. */
  record Shown(String name, String hint, Instant until, @Nullable Instant lastUsed) {}

  /** Those that work, by name. One statement. */
  List<Shown> working(UUID account);

  /** Ends all of the viewer's own, each in the audit log. */
  void revokeAll(UUID account);
}
