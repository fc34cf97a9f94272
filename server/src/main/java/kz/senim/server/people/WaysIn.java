package kz.senim.server.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ways into an account beside signing in: tokens of programs, the calendar's access. They end when
 * an administrator locks the account or takes its second factor or sessions away, and when its
 * password is set by a link: somebody else may have made them.
 */
public interface WaysIn {

  /**
   * Ends all of them, each in the audit log.
   *
   * @param owner the e-mail of the account's owner, who does it and is not signed in; null when
   *     whoever is signed in does
   */
  void endAll(UUID account, @Nullable String owner);
}
