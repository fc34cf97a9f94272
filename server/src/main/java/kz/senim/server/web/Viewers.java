package kz.senim.server.web;

import java.util.Optional;

/** Finds out who is asking. */
public interface Viewers {

  /** The person signed in; empty for a stranger. Looked up once per request. */
  Optional<Viewer> current();

  /**
   * @throws IllegalStateException when nobody is signed in; pages that need this are not open to
   *     strangers
   */
  default Viewer get() {
    return current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
