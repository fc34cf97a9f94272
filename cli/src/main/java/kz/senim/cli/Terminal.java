package kz.senim.cli;

import kz.senim.exchange.AssessmentText;
import picocli.CommandLine.Help.Ansi;

/** What the terminal can do. */
final class Terminal {

  private Terminal() {}

  /** Colours on a terminal that wants them, else none. */
  static AssessmentText.Paint paint() {
    if (!Ansi.AUTO.enabled()) {
      return AssessmentText.Paint.none();
    }
    return new AssessmentText.Paint(
        s -> style("1", s),
        s -> style("32", s),
        s -> style("31", s),
        s -> style("33", s),
        s -> style("2", s));
  }

  private static String style(String code, String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
