package kz.senim.core.coverage;

import java.util.ArrayList;
import java.util.List;

/** The lines of an act's text as its authors meant them: unwrapped, without page breaks. */
final class Lines {

  /** A text none of whose lines is longer was wrapped to pages. */
  private static final int PAGE_WIDTH = 120;

  private Lines() {}

  static List<String> of(String text) {
    List<String> raw =
        text.lines().map(line -> line.replace('\u00a0', ' ').replace("\f", "").strip()).toList();
    boolean wrapped =
        raw.stream().filter(line -> line.length() > PAGE_WIDTH).count() < raw.size() / 50;
    return wrapped ? unwrapped(raw) : raw.stream().filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> unwrapped(List<String> raw) {
    List<String> lines = new ArrayList<>();
    for (String line : raw) {
      if (line.isEmpty()) {
        continue;
      }
      if (!lines.isEmpty() && continues(lines.getLast(), line)) {
        lines.set(lines.size() - 1, lines.getLast() + " " + line);
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  /** A line goes on with the one before it unless that one has ended or this one clearly begins. */
  private static boolean continues(String before, String line) {
    if (line.matches(
            "\\d+(-\\d+)?[.)] .*|(Footnote|Сноска|Ескерту)\\. .*"
                + "|(Annex|Appendix|Приложение)( \\d+)?|form")
        || before.matches("(Annex|Appendix)( \\d+)?|form")
        || before.matches("\\d+\\. [^.;:]{0,60}")) {
      return false;
    }
    return !before.matches(".*[.;:]");
  }
}
