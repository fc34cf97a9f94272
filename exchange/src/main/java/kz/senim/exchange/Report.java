package kz.senim.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.explain.Explainer;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.Lang;

/** Everything that a report of one assessment is written from. */
public record Report(LawBook book, Passport passport, Assessment assessment) {

  private static final int MANY = 20;

  Explainer explanations(Lang lang) {
    return new Explainer(book, passport.facts(), assessment.asOf(), lang);
  }

  Provision provision(Decision decision) {
    return book.provisionOf(decision.requirement());
  }

  String severity(Decision decision) {
    return book.getSeverity(decision.requirement().severity()).level().word();
  }

  /** The book's edition, short enough to read out. */
  String edition() {
    return book.fingerprint().substring(0, 12);
  }

  List<String> missing(Decision decision) {
    return decision.missing().stream().map(fact -> book.facts().get(fact).id()).toList();
  }

  /**
   * The facts that a large part of the undecided requirements wait for, with how many do; said once
   * on top instead of under each of them.
   */
  Map<Integer, Integer> awaitedByMany() {
    Map<Integer, Integer> waiting = new TreeMap<>();
    List<Decision> undecided = assessment.with(Outcome.UNDECIDED);
    for (Decision decision : undecided) {
      decision.missing().forEach(fact -> waiting.merge(fact, 1, Integer::sum));
    }
    int many = Math.max(MANY, undecided.size() / 4);
    waiting.values().removeIf(count -> count < many);
    return waiting;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
