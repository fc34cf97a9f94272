package kz.senim.server.api;

import java.util.List;

/**
 * Why the API said no (RFC 9457).
 *
 * @param type the same for the same sort of problem
 * @param title what sort, in the caller's language
 * @param detail what to do, in the caller's language
 * @param errors all that is wrong, each by itself; empty when it is the request as a whole
 */
public record ProblemDetail(
    String type, String title, int status, String detail, List<Wrong> errors) {

  /**
   * @param pointer a JSON Pointer into the body, or the name of a parameter or header
   * @param detail what is wrong
   * @param fix what would be right
   */
  public record Wrong(String pointer, String detail, String fix) {}
}
