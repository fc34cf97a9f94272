package kz.senim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kz.senim.exchange.AssessmentText;
import picocli.CommandLine.Help.Ansi;

/** What the terminal can do. */
final class Terminal {

  private Terminal() {}

  /** Output is UTF-8 whatever the locale says: Kazakh letters are in no other usual encoding. */
  static void utf8() {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

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
