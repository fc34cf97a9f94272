package kz.senim.core.source;

/** Thrown when what a person wrote cannot be used; carries every mistake found. */
public final class InvalidSource extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problems problems;

  public InvalidSource(Problems problems) {
    super(problems.render());
    this.problems = problems;
  }

  public Problems problems() {
    return problems;
  }
}
