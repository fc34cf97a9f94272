package kz.senim.core.explain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Periods;
import kz.senim.core.rule.Reason;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** Explains the decisions of one assessment in one language. */
public final class Explainer {

  private final LawBook book;
  private final Facts facts;
  private final LocalDate asOf;
  private final Evaluation evaluation;
  private final Lang lang;

  public Explainer(LawBook book, Facts facts, LocalDate asOf, Lang lang) {
    this.book = book;
    this.facts = facts;
    this.asOf = asOf;
    this.lang = lang;
    this.evaluation = new Evaluation(facts.on(asOf), book.parametersOn(asOf), asOf);
  }

  /** Why the requirement came out as it did: of one that does not apply, what keeps it off. */
  public List<Explanation> lines(Decision decision) {
    if (decision.outcome() == Outcome.NOT_APPLICABLE) {
      return notApplicable(decision.requirement());
    }
    Reason met = decision.met();
    if (met == null || (met.truth() != Truth.UNKNOWN && decision.outcome() == Outcome.UNDECIDED)) {
      return flat(new Sentence(this, true, true).explain(decision.applies()));
    }
    return flat(new Sentence(this, true, false).explain(met));
  }

  /** The facts of its own condition that make a requirement bind; empty when it has none. */
  public List<Explanation> binds(Decision decision) {
    Rule applies = decision.requirement().applies();
    if (applies == null || decision.outcome() == Outcome.NOT_APPLICABLE) {
      return List.of();
    }
    return flat(new Sentence(this, true, true).explain(evaluation.decide(applies)));
  }

  private static List<Explanation> flat(Explanation root) {
    return root.fact().isEmpty() && !root.parts().isEmpty() ? root.parts() : List.of(root);
  }

  private List<Explanation> notApplicable(Requirement requirement) {
    Act act = book.getAct(book.provisionOf(requirement).act());
    if (act.scope() != null) {
      Reason scope = evaluation.decide(act.scope().applies());
      List<Explanation> except = new ArrayList<>();
      for (Act.Exemption exemption : act.scope().except()) {
        Reason when = evaluation.decide(exemption.when());
        if (when.truth() == Truth.TRUE) {
          except.addAll(flat(new Sentence(this, true, true).explain(when)));
        }
      }
      if (scope.truth() == Truth.FALSE || !except.isEmpty()) {
        List<Explanation> parts =
            scope.truth() == Truth.FALSE
                ? flat(new Sentence(this, true, true).explain(scope))
                : except;
        return List.of(
            new Explanation(Phrases.OUT_OF_SCOPE.in(lang), Truth.FALSE, "", null, parts));
      }
    }
    List<Vocabulary.Addressee> addressees =
        book.vocabulary().addressees().stream()
            .filter(a -> requirement.addressees().contains(a.id()))
            .toList();
    if (addressees.stream().allMatch(a -> evaluation.truth(a.when()) == Truth.FALSE)) {
      List<String> names = addressees.stream().map(a -> a.name().in(lang)).toList();
      return List.of(
          new Explanation(
              Phrases.ADDRESSED.in(lang) + String.join("; ", names),
              Truth.FALSE,
              "",
              null,
              List.of()));
    }
    for (Vocabulary.Subject subject : book.vocabulary().subjects()) {
      if (subject.id().equals(requirement.subject())
          && subject.exists() != null
          && evaluation.truth(subject.exists()) == Truth.FALSE) {
        return List.of(
            new Explanation(
                Phrases.ABSENT.in(lang) + subject.name().in(lang),
                Truth.FALSE,
                "",
                null,
                List.of()));
      }
    }
    List<Explanation> lines = new ArrayList<>();
    if (requirement.applies() != null) {
      Reason own = evaluation.decide(requirement.applies());
      if (own.truth() == Truth.FALSE) {
        lines.addAll(flat(new Sentence(this, true, true).explain(own)));
      }
    }
    for (Act.Exemption exemption : requirement.exceptions()) {
      Reason when = evaluation.decide(exemption.when());
      if (when.truth() == Truth.TRUE) {
        lines.addAll(flat(new Sentence(this, false, true).explain(when)));
      }
    }
    return lines;
  }

  Lang lang() {
    return lang;
  }

  LocalDate asOf() {
    return asOf;
  }

  Fact fact(int index) {
    return book.facts().get(index);
  }

  Truth truth(Rule rule) {
    return evaluation.truth(rule);
  }

  @Nullable Object value(Operand operand) {
    return evaluation.value(operand);
  }

  /** A line about a fact: its question, its value, and what is demanded of it. */
  Explanation line(int index, @Nullable String shown, String demand, Truth truth) {
    Fact fact = fact(index);
    FactValue known = facts.find(index);
    FactValue source = known != null && known.holdsOn(asOf) ? known : null;
    String value =
        shown != null ? shown : ValueText.of(fact, source == null ? null : source.value(), lang);
    String question =
        fact.attestation() == null
            ? fact.ask().in(lang)
            : Phrases.JUDGED.in(lang) + Roles.name(fact.knownBy()).in(lang);
    String text = question + " — " + value;
    return new Explanation(
        demand.isEmpty() ? text : text + " (" + demand + ")", truth, fact.id(), source, List.of());
  }

  /** Where a figure stands in the law; empty for anything else. */
  String cited(Operand operand) {
    if (operand instanceof Operand.Limit limit) {
      Parameter parameter = book.parameters().get(limit.parameter());
      // In English a bare number would be taken for a part of the bound.
      boolean bare = lang == Lang.EN && Character.isDigit(parameter.cites().charAt(0));
      return (bare ? ", paragraph " : ", ") + CitationText.in(parameter.cites(), lang);
    }
    return "";
  }

  /** A bare value; as a bound, a period is in the case that bounds want. */
  String bare(@Nullable Object value, @Nullable String unit) {
    return value instanceof Period period
        ? Periods.asBound(period, lang)
        : ValueText.bare(value, unit, lang);
  }

  String day(LocalDate day) {
    return Days.in(day, lang);
  }

  String say(Localized text) {
    return text.in(lang);
  }
}
