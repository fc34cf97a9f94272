package kz.senim.exchange;

import java.util.List;
import java.util.Locale;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Passport;
import kz.senim.core.explain.Explanation;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.Lang;

/** Everything that a report of one assessment is written from. */
public record Report(LawBook book, Passport passport, Assessment assessment) {

  Explanation.Writer explanations(Lang lang) {
    return new Explanation.Writer(book, passport.facts(), assessment.asOf(), lang);
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

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
