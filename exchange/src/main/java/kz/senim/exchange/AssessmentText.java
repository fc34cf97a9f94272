package kz.senim.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explanation;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;

/** An assessment as plain text for a terminal. */
public final class AssessmentText {

  private static final int WIDTH = 100;
  private static final int CITATION = 20;

  private final Report report;
  private final Lang lang;
  private final boolean all;
  private final Paint paint;
  private final Explanation.Writer explanations;
  private final StringBuilder out = new StringBuilder();

  /** Colours, or nothing where there are none. */
  public record Paint(
      UnaryOperator<String> bold,
      UnaryOperator<String> good,
      UnaryOperator<String> bad,
      UnaryOperator<String> open,
      UnaryOperator<String> faint) {

    /** No colours at all. */
    public static Paint none() {
      return new Paint(s -> s, s -> s, s -> s, s -> s, s -> s);
    }
  }

  private AssessmentText(Report report, Lang lang, boolean all, Paint paint) {
    this.report = report;
    this.lang = lang;
    this.all = all;
    this.paint = paint;
    this.explanations = report.explanations(lang);
  }

  /**
   * @param all whether to list also what is met and what does not apply
   */
  public static String write(Report report, Lang lang, boolean all, Paint paint) {
    return new AssessmentText(report, lang, all, paint).text();
  }

  private String text() {
    line(
        paint.bold().apply(report.passport().name())
            + " — "
            + report.passport().organization()
            + ", "
            + Words.AS_OF.in(lang)
            + " "
            + Days.in(report.assessment().asOf(), lang));
    for (Warning warning : report.assessment().warnings()) {
      wrapped("! ", "  ", warning.text().in(lang), paint.open());
    }
    line("");
    Map<Outcome, Integer> counts = report.assessment().summary();
    for (Outcome outcome :
        List.of(Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE)) {
      line(
          String.format("  %5d ", counts.get(outcome))
              + colour(outcome).apply(Words.outcome(outcome).in(lang)));
    }
    section(Outcome.NOT_MET);
    section(Outcome.UNDECIDED);
    if (all) {
      section(Outcome.MET);
      section(Outcome.NOT_APPLICABLE);
    }
    return out.toString();
  }

  private void section(Outcome outcome) {
    List<Decision> decisions = new ArrayList<>(report.assessment().with(outcome));
    if (decisions.isEmpty()) {
      return;
    }
    if (outcome == Outcome.NOT_MET) {
      decisions.sort(Comparator.comparing(this::level));
    }
    line("");
    line(
        paint
            .bold()
            .apply(
                colour(outcome)
                    .apply(Words.outcome(outcome).in(lang).toUpperCase(java.util.Locale.ROOT))));
    Map<Integer, Integer> awaited =
        outcome == Outcome.UNDECIDED ? report.awaitedByMany() : Map.of();
    if (!awaited.isEmpty()) {
      line(Words.FIRST.in(lang));
      awaited.forEach(
          (fact, count) ->
              wrapped(
                  String.format("%5d ? ", count),
                  " ".repeat(8),
                  report.book().facts().get(fact).ask().in(lang),
                  paint.faint()));
    }
    for (Decision decision : decisions) {
      String citation = report.provision(decision).citation();
      String indent = " ".repeat(CITATION + 2);
      wrapped(
          String.format("%-" + CITATION + "s  ", citation),
          indent,
          decision.requirement().statement().in(lang),
          s -> s);
      if (outcome == Outcome.NOT_MET) {
        wrapped(
            indent,
            indent,
            Words.level(level(decision)).in(lang) + " · " + decision.requirement().id(),
            paint.faint());
      }
      if (outcome == Outcome.UNDECIDED) {
        for (int fact : decision.missing()) {
          if (awaited.containsKey(fact)) {
            continue;
          }
          wrapped(
              indent + "? ",
              indent + "  ",
              report.book().facts().get(fact).ask().in(lang),
              paint.faint());
        }
      } else {
        reasons(explanations.lines(decision.because()), indent);
      }
    }
  }

  private void reasons(List<Explanation> lines, String indent) {
    for (Explanation line : lines) {
      String mark =
          switch (line.truth()) {
            case TRUE -> "+ ";
            case FALSE -> "- ";
            case UNKNOWN -> "? ";
          };
      FactValue source = line.source();
      wrapped(
          indent + mark,
          indent + "  ",
          line.text() + (source == null ? "" : " [" + Words.source(source.source()).in(lang) + "]"),
          paint.faint());
      reasons(line.parts(), indent + "  ");
    }
  }

  private Vocabulary.Level level(Decision decision) {
    return report.book().getSeverity(decision.requirement().severity()).level();
  }

  private UnaryOperator<String> colour(Outcome outcome) {
    return switch (outcome) {
      case MET -> paint.good();
      case NOT_MET -> paint.bad();
      case UNDECIDED -> paint.open();
      case NOT_APPLICABLE -> paint.faint();
    };
  }

  private void wrapped(String first, String rest, String text, UnaryOperator<String> colour) {
    String indent = first;
    StringBuilder current = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (current.length() + word.length() + indent.length() >= WIDTH && !current.isEmpty()) {
        line(indent + colour.apply(current.toString()));
        indent = rest;
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    line(indent + colour.apply(current.toString()));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
