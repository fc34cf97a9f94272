package kz.senim.core.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text about an act, where the act's own text is not to be had: an overview that cites
 * paragraphs, or a position paper that lists issues and proposals. What it names must be in the
 * book; the book may divide it further.
 */
final class Overview {

  private static final Pattern CITED =
      Pattern.compile("[Pp]aragraph (\\d+)(?:\\.(\\d+))? of (?:the Rules|Appendix (\\d+))");
  private static final Pattern ISSUES =
      Pattern.compile(".*issues have been identified.*|Detailed policy proposals:?");
  private static final Pattern BULLET = Pattern.compile("^(\\s*)- (.+)$");

  private Overview() {}

  /** Whether the text is about an act rather than the act itself. */
  static boolean is(String text) {
    return text.lines().anyMatch(line -> ISSUES.matcher(line.strip()).matches())
        || (CITED.matcher(text).find() && !text.contains("Chapter 1. "));
  }

  static Map<String, ActText.Unit> parse(String text) {
    Map<String, ActText.Unit> units = new LinkedHashMap<>();
    Matcher cited = CITED.matcher(text);
    while (cited.find()) {
      String paragraph = cited.group(3) == null ? cited.group(1) : "annex-" + cited.group(3);
      String below = cited.group(3) == null ? cited.group(2) : cited.group(1);
      add(units, paragraph, cited.group());
      if (below != null) {
        add(units, paragraph + "/" + below, cited.group());
      }
    }
    if (units.isEmpty()) {
      issues(text, units);
    }
    return units;
  }

  /**
   * Bullets under the two headings are issues in one series; bullets under a bullet are its parts.
   */
  private static void issues(String text, Map<String, ActText.Unit> units) {
    boolean inside = false;
    int issue = 0;
    int part = 0;
    for (String line : text.lines().toList()) {
      Matcher bullet = BULLET.matcher(line);
      if (ISSUES.matcher(line.strip()).matches()) {
        inside = true;
      } else if (inside && bullet.matches()) {
        if (bullet.group(1).isEmpty()) {
          issue++;
          part = 0;
          add(units, "issue-" + issue, bullet.group(2));
        } else {
          part++;
          add(units, "issue-" + issue + "/" + part, bullet.group(2));
        }
      } else if (line.strip().startsWith("Implications")) {
        inside = false;
      }
    }
  }

  private static void add(Map<String, ActText.Unit> units, String citation, String text) {
    units.putIfAbsent(citation, new ActText.Unit(citation, text, null, List.of(), null));
  }
}
