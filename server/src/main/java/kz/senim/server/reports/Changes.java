package kz.senim.server.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Provision;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.FactRecord;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.InformatizationObject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What changed for an object between two days: in the law, in what is known, and so in how it
 * stands. The earlier day is answered with what was known by its end: a fact told since, even one
 * that was true all along, is a change.
 */
@Component
class Changes {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final Assessor assessor;
  private final LawBook book;
  private final FactStore facts;

  Changes(Assessor assessor, FactStore facts) {
    this.assessor = assessor;
    this.book = assessor.book();
    this.facts = facts;
  }

  /** Why a requirement stands otherwise. */
  enum Cause {
    LAW,
    TIME,
    FACTS;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A change in the law.
   *
   * @param kind the kind's word
   * @param by the number of the act that made it; empty when none is named
   */
  record InLaw(
      String kind,
      LocalDate on,
      String act,
      String cite,
      String text,
      String by,
      String before,
      String after) {}

  /** Something that was told. */
  record InFacts(
      String fact,
      String ask,
      String value,
      boolean retracted,
      boolean shared,
      Instant at,
      String by) {}

  /**
   * A requirement that stands otherwise.
   *
   * @param before the outcome's word; empty when it was not in force
   * @param after the outcome's word; empty when it is not in force any more
   */
  record InOutcome(
      String requirement,
      String cite,
      String act,
      String statement,
      String before,
      String after,
      Cause cause,
      List<Print.Line> because) {}

  /** All of it. */
  record Since(
      List<InLaw> law,
      List<InFacts> facts,
      List<InOutcome> outcomes,
      Map<String, Integer> before,
      Map<String, Integer> after) {}

  /**
   * @throws kz.senim.core.decision.BeforeTheLaw when no act was in force on the earlier day
   */
  Since between(Assessed later, LocalDate from, Lang lang, PrintItems words) {
    InformatizationObject object = later.object();
    LocalDate to = later.assessment().asOf();
    Facts then = facts.loadAsKnown(object, from, endOf(from));
    Assessment before = assessor.assess(then, from);
    // The same knowledge on the later day: what differs is due to the law or to time alone.
    Assessment unchanged = assessor.assess(facts.loadAsKnown(object, to, endOf(from)), to);
    LawDiff diff = LawDiff.between(book, from, to);
    return new Since(
        diff.changes().stream().map(change -> law(change, lang)).toList(),
        facts.told(object, endOf(from), endOf(to)).stream().map(r -> told(r, lang)).toList(),
        outcomes(before, unchanged, later.assessment(), diff, lang, words),
        counts(before),
        counts(later.assessment()));
  }

  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  private static Map<String, Integer> counts(Assessment assessment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    assessment.summary().forEach((outcome, n) -> counts.put(outcome.word(), n));
    return counts;
  }

  private InLaw law(LawDiff.Change change, Lang lang) {
    String kind = change.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    int figure = book.parameterIndex(change.subject());
    if (change.kind() == LawDiff.Kind.FIGURE && figure >= 0) {
      Parameter parameter = book.parameters().get(figure);
      return new InLaw(
          kind,
          change.on(),
          "",
          CitationText.in(parameter.cites(), lang),
          parameter.name().in(lang),
          change.by(),
          ValueText.bare(change.before(), parameter.unit(), lang),
          ValueText.bare(change.after(), parameter.unit(), lang));
    }
    Provision provision = book.findProvision(change.subject()).orElse(null);
    if (provision == null) {
      Act act = book.getAct(change.subject());
      return new InLaw(
          kind,
          change.on(),
          act.shortTitle().in(lang),
          "",
          act.title().in(lang),
          change.by(),
          "",
          "");
    }
    return new InLaw(
        kind,
        change.on(),
        book.getAct(provision.act()).shortTitle().in(lang),
        CitationText.in(provision.citation(), lang),
        provision.summary().in(lang),
        change.by(),
        "",
        "");
  }

  private static InFacts told(FactRecord told, Lang lang) {
    FactValue value = told.value();
    return new InFacts(
        told.fact().id(),
        told.fact().ask().in(lang),
        value == null ? "" : ValueText.of(told.fact(), value.value(), lang),
        value == null,
        told.object() == null,
        told.recordedAt(),
        told.recordedBy());
  }

  private List<InOutcome> outcomes(
      Assessment before,
      Assessment unchanged,
      Assessment after,
      LawDiff diff,
      Lang lang,
      PrintItems words) {
    Map<String, Decision> was = byId(before);
    Map<String, Decision> would = byId(unchanged);
    Map<String, Decision> is = byId(after);
    Set<String> touched = new TreeSet<>();
    diff.changes().forEach(change -> touched.add(change.subject()));
    List<InOutcome> outcomes = new ArrayList<>();
    Set<String> all = new java.util.LinkedHashSet<>(is.keySet());
    all.addAll(was.keySet());
    for (String id : all) {
      Outcome old = outcome(was.get(id));
      Outcome now = outcome(is.get(id));
      if (old == now || (old == null && now == Outcome.NOT_APPLICABLE)) {
        continue;
      }
      Decision shown = is.containsKey(id) ? is.get(id) : was.get(id);
      if (shown == null) {
        continue;
      }
      Provision provision = book.provisionOf(shown.requirement());
      boolean ofLaw =
          old == null
              || now == null
              || touched.contains(provision.id())
              || touched.contains(provision.act());
      Cause cause = outcome(would.get(id)) == old ? Cause.FACTS : ofLaw ? Cause.LAW : Cause.TIME;
      outcomes.add(
          new InOutcome(
              id,
              CitationText.in(provision.citation(), lang),
              book.getAct(provision.act()).shortTitle().in(lang),
              shown.requirement().statement().in(lang),
              old == null ? "" : old.word(),
              now == null ? "" : now.word(),
              cause,
              now == null ? List.of() : words.lines(shown)));
    }
    return outcomes;
  }

  private static Map<String, Decision> byId(Assessment assessment) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    assessment.decisions().forEach(d -> decisions.put(d.requirement().id(), d));
    return decisions;
  }

  private static @Nullable Outcome outcome(@Nullable Decision decision) {
    return decision == null ? null : decision.outcome();
  }
}
