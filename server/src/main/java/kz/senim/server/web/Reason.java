package kz.senim.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why something is put away. */
public final class Reason {

  private static final int LONGEST = 500;

  private Reason() {}

  /**
   * The reason without what stands around it. The forms ask for it, so only somebody who went
   * around them comes without one.
   *
   * @throws ResponseStatusException 400 when it is blank or has more than 500 characters
   */
  public static String of(String typed) {
    String reason = typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "a reason of 1 to " + LONGEST + " characters is needed");
    }
    return reason;
  }
}
