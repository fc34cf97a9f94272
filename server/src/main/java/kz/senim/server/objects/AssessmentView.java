package kz.senim.server.objects;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * How an object stands before the law on a day.
 *
 * @param lawBook by which book it was decided: its fingerprint
 * @param summary how many requirements came out each way
 */
record AssessmentView(
    LocalDate asOf, String lawBook, Map<String, Integer> summary, List<WarningView> warnings) {

  /** Something that a reader must know before relying on it. */
  public record WarningView(String kind, String act, String text) {}

  /**
   * How one requirement came out.
   *
   * @param missing ids of the facts that would decide it
   */
  public record Outcome(
      String requirement,
      String provision,
      String citation,
      String statement,
      String outcome,
      String severity,
      List<String> missing) {

    static Outcome of(LawBook book, Decision decision, Lang lang) {
      RequirementRow row = RequirementRow.of(book, decision, lang);
      return new Outcome(
          row.id(),
          decision.requirement().provision(),
          row.cite(),
          row.statement(),
          row.outcome(),
          row.severity(),
          decision.missing().stream().map(fact -> book.facts().get(fact).id()).toList());
    }
  }

  /** A reason in words, and those beneath it; of a fact, its id and how it is known. */
  public record ReasonView(
      String text,
      String truth,
      @Nullable String fact,
      @Nullable String source,
      List<ReasonView> parts) {

    static ReasonView of(Explanation line) {
      var known = line.source();
      return new ReasonView(
          line.text(),
          line.truth().name().toLowerCase(java.util.Locale.ROOT),
          line.fact().isEmpty() ? null : line.fact(),
          known == null ? null : known.source().word(),
          line.parts().stream().map(ReasonView::of).toList());
    }
  }

  /**
   * One requirement with its reasons.
   *
   * @param binds why it binds, beyond the act's scope
   * @param because why it came out so
   */
  public record Explained(Outcome outcome, List<ReasonView> binds, List<ReasonView> because) {

    static Explained of(LawBook book, Explainer explainer, Decision decision, Lang lang) {
      return new Explained(
          Outcome.of(book, decision, lang),
          explainer.binds(decision).stream().map(ReasonView::of).toList(),
          explainer.lines(decision).stream().map(ReasonView::of).toList());
    }
  }

  static AssessmentView of(LawBook book, Assessment assessment, Lang lang) {
    Map<String, Integer> summary = new LinkedHashMap<>();
    assessment.summary().forEach((outcome, count) -> summary.put(outcome.word(), count));
    return new AssessmentView(
        assessment.asOf(),
        book.fingerprint(),
        summary,
        assessment.warnings().stream()
            .map(
                warning ->
                    new WarningView(
                        warning.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        warning.act(),
                        warning.text().in(lang)))
            .toList());
  }
}
