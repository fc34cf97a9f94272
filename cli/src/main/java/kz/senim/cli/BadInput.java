package kz.senim.cli;

/** Thrown when what a person asked for cannot be done; the message is for that person. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
