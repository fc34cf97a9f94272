package kz.senim.server.vault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place in which something sealed is kept. One bean for each: what lies there plain or under an
 * older data key is sealed anew in steps.
 */
public interface SealedPlace {

  /** The word that names it in the database. */
  String name();

  /**
   * Seals some of it anew, inside a transaction; a few seconds' work at most.
   *
   * @param after the last that is done, in an order of the place's own; empty at the beginning
   */
  Step renew(String after) throws IOException;

  /**
   * What a step did.
   *
   * @param last the last that is done; null when the place is done
   * @param renewed how many were sealed anew
   * @param failed how many could not be opened and stay as they are
   */
  record Step(@Nullable String last, int renewed, int failed) {}
}
