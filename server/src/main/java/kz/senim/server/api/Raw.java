package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A body that is no {@link Body}, read when it is asked for, and no more of it than may be. */
public final class Raw {

  private final HttpServletRequest request;

  Raw(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * All of it.
   *
   * @throws Refusal when it is longer
   */
  public byte[] bytes(int most) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Refusal(Problem.TOO_LARGE);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
