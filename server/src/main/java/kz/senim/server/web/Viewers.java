package kz.senim.server.web;

import java.util.Optional;
import java.util.UUID;

/** Finds out who is asking. */
public interface Viewers {

  /** The person signed in; empty for a stranger. Looked up once per request. */
  Optional<Viewer> current();

  /** The person of an account, whoever asks; empty when there is none or it was disabled. */
  Optional<Viewer> find(UUID account);

  /**
   * @throws IllegalStateException when nobody is signed in; pages that need this are not open to
   *     strangers
   */
  default Viewer get() {
    return current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
