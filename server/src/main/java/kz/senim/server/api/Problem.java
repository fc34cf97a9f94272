package kz.senim.server.api;

import java.util.Locale;

/** The ways in which the API says no; each has a title in each language. */
public enum Problem {
  INVALID(400),
  UNREADABLE(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  SCOPE(403),
  NOT_FOUND(404),
  METHOD(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  CHANGED(412),
  TOO_LARGE(413),
  MEDIA_TYPE(415),
  KEY_REUSED(422),
  PRECONDITION(428),
  TOO_MANY(429),
  BROKEN(500),
  UNAVAILABLE(503);

  private final int status;

  Problem(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** As in its type, such as {@code key-reused}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Problem of(int status) {
    for (Problem problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status < 500 ? INVALID : BROKEN;
  }
}
