package kz.senim.server.api;

import java.util.List;

/** The API says no. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final transient List<Mistake> mistakes;

  Refusal(Problem problem, List<Mistake> mistakes) {
    super(problem.word(), null, false, false);
    this.problem = problem;
    this.mistakes = List.copyOf(mistakes);
  }

  public Refusal(Problem problem) {
    this(problem, List.of());
  }

  Problem problem() {
    return problem;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
