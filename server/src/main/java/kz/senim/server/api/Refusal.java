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

  /**
   * What is put away is read, and not changed.
   *
   * @throws Refusal when it is
   */
  public static void whenArchived(boolean archived) {
    if (archived) {
      throw new Mistakes().add("", "api.archived", "api.archived.fix").refusal(Problem.CONFLICT);
    }
  }

  Problem problem() {
    return problem;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
