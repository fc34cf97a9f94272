package kz.senim.core.source;

import kz.senim.core.text.Lang;

/** Thrown when what a person wrote cannot be used; carries every mistake found. */
public final class InvalidSource extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problems problems;

  public InvalidSource(Problems problems) {
    super(problems.render(Lang.EN));
    this.problems = problems;
  }

  public Problems problems() {
    return problems;
  }
}
