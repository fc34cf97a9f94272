package kz.senim.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explanation;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;

/** An assessment as plain text for a terminal. */
public final class AssessmentText {

  private static final int CITATION = 22;

  private final Report report;
  private final Lang lang;
  private final boolean all;
  private final Paint paint;
  private final Outline outline;
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
    this.outline = new Outline(report, lang);
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
    long expired = 0;
    for (Warning warning : report.assessment().warnings()) {
      // What ran out stands where it is missing; the whole list would hide the rest.
      if (all || warning.kind() != Warning.Kind.EXPIRED_FACTS) {
        wrapped("! ", "  ", warning.text().in(lang), paint.open());
      } else {
        expired++;
      }
    }
    if (expired > 0) {
      wrapped("! ", "  ", Words.EXPIRED_ANSWERS.in(lang) + expired, paint.open());
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
    int count = report.assessment().with(outcome).size();
    if (count == 0) {
      return;
    }
    line("");
    String head = Words.outcome(outcome).in(lang).toUpperCase(Locale.ROOT);
    line(paint.bold().apply(colour(outcome).apply(head + " (" + count + ")")));
    switch (outcome) {
      case UNDECIDED -> undecided();
      case NOT_APPLICABLE -> notApplicable();
      default -> outline.byAct(outcome).forEach((act, list) -> byAct(act, list, outcome));
    }
  }

  private void byAct(Act act, List<Decision> decisions, Outcome outcome) {
    line("");
    line(paint.bold().apply(act.shortTitle().in(lang) + ", " + act.id()));
    String indent = " ".repeat(CITATION + 2);
    for (Decision decision : decisions) {
      wrapped(cell(outline.citation(decision)), indent, statement(decision), s -> s);
      String id = decision.requirement().id();
      if (outcome == Outcome.NOT_MET) {
        Vocabulary.Severity severity = report.book().getSeverity(decision.requirement().severity());
        wrapped(
            indent,
            indent,
            Words.WEIGHT.in(lang)
                + Words.level(severity.level()).in(lang)
                + ". "
                + severity.because().in(lang)
                + " · "
                + id,
            paint.faint());
      }
      reasons(outline.explainer().lines(decision), indent);
    }
  }

  private void undecided() {
    Map<Integer, Integer> awaited = report.awaitedByMany();
    if (!awaited.isEmpty()) {
      line("");
      line(Words.FIRST.in(lang));
      awaited.forEach(
          (fact, count) ->
              wrapped(String.format("%5d ? ", count), " ".repeat(8), question(fact), paint.open()));
    }
    for (Outline.Waiting waiting : outline.waiting(awaited)) {
      line("");
      for (int fact : waiting.missing()) {
        wrapped("? ", "  ", question(fact), paint.open());
      }
      for (Decision decision : waiting.decisions()) {
        wrapped(
            cell(outline.citation(decision)),
            " ".repeat(CITATION + 2),
            statement(decision) + " · " + decision.requirement().id(),
            s -> s);
      }
    }
  }

  /** The question with who can answer it, and until when the answer was known. */
  private String question(int index) {
    Fact fact = report.book().facts().get(index);
    FactValue known = report.passport().facts().find(index);
    String text =
        fact.attestation() == null
            ? fact.ask().in(lang)
            : Words.JUDGE_WHOM.in(lang) + Roles.name(fact.knownBy()).in(lang);
    if (fact.attestation() == null) {
      text += " [" + Roles.name(fact.knownBy()).in(lang) + "]";
    }
    return known == null || known.until() == null
        ? text
        : text + "; " + Words.EXPIRED_ON.in(lang) + Days.in(known.until(), lang);
  }

  private void notApplicable() {
    for (Outline.Apart apart : outline.apart()) {
      line("");
      reasons(apart.because(), "");
      wrapped("    ", "    ", outline.citations(apart.decisions()), paint.faint());
    }
  }

  private String statement(Decision decision) {
    return decision.requirement().statement().in(lang);
  }

  /** The citation padded to its column; a longer one is followed by two spaces. */
  private static String cell(String citation) {
    return String.format("%-" + CITATION + "s  ", citation);
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

  private UnaryOperator<String> colour(Outcome outcome) {
    return switch (outcome) {
      case MET -> paint.good();
      case NOT_MET -> paint.bad();
      case UNDECIDED -> paint.open();
      case NOT_APPLICABLE -> paint.faint();
    };
  }

  private void wrapped(String first, String rest, String text, UnaryOperator<String> colour) {
    Wrap.lines(first, rest, text, colour, this::line);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
