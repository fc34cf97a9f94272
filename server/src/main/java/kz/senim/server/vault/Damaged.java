package kz.senim.server.vault;

import java.io.IOException;

/**
 * What is stored is not what was stored: it was changed, exchanged or cut off, or its key is gone.
 */
public final class Damaged extends IOException {

  private static final long serialVersionUID = 1;

  public Damaged(String message) {
    super(message);
  }

  Damaged(String message, Throwable cause) {
    super(message, cause);
  }
}
