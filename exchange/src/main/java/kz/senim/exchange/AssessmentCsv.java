package kz.senim.exchange;

import java.util.List;
import java.util.stream.Collectors;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.text.Lang;

/** An assessment as a table (RFC 4180), one line per requirement; opens in a spreadsheet. */
public final class AssessmentCsv {

  private AssessmentCsv() {}

  public static String write(Report report, Lang lang) {
    Explainer explanations = report.explanations(lang);
    StringBuilder out = new StringBuilder();
    row(
        out,
        List.of(
            "requirement",
            "provision",
            "outcome",
            "severity",
            "statement",
            "because",
            "missing",
            "note"));
    for (Decision decision : report.assessment().decisions()) {
      row(
          out,
          List.of(
              decision.requirement().id(),
              decision.requirement().provision(),
              decision.outcome().word(),
              report.severity(decision),
              decision.requirement().statement().in(lang),
              flat(explanations.lines(decision)),
              String.join(" ", report.missing(decision)),
              note(report, decision, lang)));
    }
    return out.toString();
  }

  /** What is not law must say so on every line, since lines are copied one by one. */
  private static String note(Report report, Decision decision, Lang lang) {
    return report.assessment().warnings().stream()
        .filter(w -> w.kind() == Warning.Kind.ADOPTED || w.kind() == Warning.Kind.DRAFT)
        .filter(w -> decision.requirement().provision().startsWith(w.act() + "/"))
        .map(w -> w.text().in(lang))
        .collect(Collectors.joining(" "));
  }

  private static String flat(List<Explanation> lines) {
    return lines.stream()
        .map(
            line ->
                line.parts().isEmpty()
                    ? line.text()
                    : line.text() + ": [" + flat(line.parts()) + "]")
        .collect(Collectors.joining("; "));
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(AssessmentCsv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  /** A cell that a spreadsheet would take for a formula is made a text by an apostrophe. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
