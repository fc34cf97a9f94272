package kz.senim.core.coverage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;

/** Reads the acts and days out of a footnote, in the several ways in which they are written. */
public final class Footnote {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final String DATE =
      "(?<month>"
          + String.join("|", MONTHS)
          + ") (?<day>\\d{1,2}), (?<year>\\d{4})"
          + "|(?<a>\\d{1,2})(?<sep>[./])\\s*(?<b>\\d{1,2})\\k<sep>\\s*(?<c>\\d{4})";
  private static final Pattern TOKEN =
      Pattern.compile(DATE + "|(?:№|[Nn]o\\.)\\s*(?<number>\\d+(?:/\\p{L}+)?)");
  private static final Pattern ENFORCED_FROM =
      Pattern.compile("\\([^)]*(?:enforced|effective|effect) from[^)]*\\)");
  private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)?");

  private Footnote() {}

  /**
   * A change by another act.
   *
   * @param act its number
   * @param on its day
   * @param effective the day of enforcement, where the footnote names it
   */
  public record Change(String act, LocalDate on, @Nullable LocalDate effective) {

    /** Number and day, as the law book keeps them. */
    public Message label() {
      return effective == null
          ? CoverageSay.CHANGE.with(act, on)
          : CoverageSay.CHANGE_IN_FORCE.with(act, on, effective);
    }
  }

  /** All changes named in the text, in its order; several acts of the same day are one change. */
  public static List<Change> changes(String text) {
    List<Change> changes = new ArrayList<>();
    String number = null;
    LocalDate date = null;
    String bare = text;
    // A day in parentheses is one of enforcement: it belongs to the change before it.
    Matcher token = TOKEN.matcher(mask(bare));
    while (token.find()) {
      if (token.group("number") != null) {
        number = token.group("number");
      } else {
        date = date(token);
      }
      if (number != null && date != null) {
        int rest = token.end();
        changes.add(new Change(number, date, enforcedFrom(text, rest)));
        number = null;
        date = null;
      }
    }
    return changes.stream()
        .filter(
            change ->
                changes.stream()
                    .filter(other -> other.on().equals(change.on()))
                    .findFirst()
                    .orElseThrow()
                    .equals(change))
        .toList();
  }

  /** The text with everything in parentheses blanked, at the same places. */
  private static String mask(String text) {
    Matcher parentheses = PARENTHESES.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (parentheses.find()) {
      parentheses.appendReplacement(masked, " ".repeat(parentheses.end() - parentheses.start()));
    }
    parentheses.appendTail(masked);
    return masked.toString();
  }

  /** The day of enforcement named in the parentheses that follow directly. */
  private static @Nullable LocalDate enforcedFrom(String text, int from) {
    int open = text.indexOf('(', from);
    if (open < 0 || open - from > 5) {
      return null;
    }
    Matcher named = ENFORCED_FROM.matcher(text);
    if (named.find(open) && named.start() == open) {
      Matcher date = Pattern.compile(DATE).matcher(named.group());
      if (date.find()) {
        return date(date);
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(Matcher m) {
    try {
      if (m.group("month") != null) {
        return LocalDate.of(
            Integer.parseInt(m.group("year")),
            MONTHS.indexOf(m.group("month")) + 1,
            Integer.parseInt(m.group("day")));
      }
      int first = Integer.parseInt(m.group("a"));
      int second = Integer.parseInt(m.group("b"));
      int year = Integer.parseInt(m.group("c"));
      // With slashes the translators write the month first.
      return Map.of("/", true).containsKey(m.group("sep"))
          ? LocalDate.of(year, first, second)
          : LocalDate.of(year, second, first);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
