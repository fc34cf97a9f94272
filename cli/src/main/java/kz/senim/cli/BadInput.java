package kz.senim.cli;

import kz.senim.core.text.Message;

/** Thrown when what a person asked for cannot be done; the message is for that person. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Message said;

  BadInput(Message said) {
    super(said.toString());
    this.said = said;
  }

  Message said() {
    return said;
  }
}
