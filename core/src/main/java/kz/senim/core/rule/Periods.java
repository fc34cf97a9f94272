package kz.senim.core.rule;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.text.Lang;

/**
 * Lengths of time as the law counts them: years and months by the calendar, days by the day.
 *
 * <p>Two lengths in the same unit compare exactly. Across units a month counts as 30.436875 days
 * (the Gregorian mean) and fractions of a day are dropped, so that 365 days are one year, 1,095 are
 * three, and 60 days are two months.
 */
@SuppressWarnings("JavaPeriodGetDays") // months and days are counted separately here, on purpose
public final class Periods {

  private static final double DAYS_A_MONTH = 30.436875;

  private static final Map<String, Character> UNITS =
      Map.ofEntries(
          Map.entry("year", 'Y'),
          Map.entry("years", 'Y'),
          Map.entry("month", 'M'),
          Map.entry("months", 'M'),
          Map.entry("week", 'W'),
          Map.entry("weeks", 'W'),
          Map.entry("day", 'D'),
          Map.entry("days", 'D'),
          Map.entry("год", 'Y'),
          Map.entry("года", 'Y'),
          Map.entry("лет", 'Y'),
          Map.entry("месяц", 'M'),
          Map.entry("месяца", 'M'),
          Map.entry("месяцев", 'M'),
          Map.entry("неделя", 'W'),
          Map.entry("недели", 'W'),
          Map.entry("недель", 'W'),
          Map.entry("день", 'D'),
          Map.entry("дня", 'D'),
          Map.entry("дней", 'D'),
          Map.entry("жыл", 'Y'),
          Map.entry("ай", 'M'),
          Map.entry("апта", 'W'),
          Map.entry("күн", 'D'));

  private static final Pattern ISO =
      Pattern.compile("P(?=.)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");
  private static final Pattern WORDS = Pattern.compile("(\\d{1,5})\\s*(\\p{L}+)");

  private Periods() {}

  /** Reads {@code P3Y2M}, {@code 3 years}, {@code 2 месяца}, {@code 1 жыл 6 ай}. */
  public static Optional<Period> parse(String given) {
    String text = given.strip();
    if (ISO.matcher(text).matches()) {
      return Optional.of(Period.parse(text).normalized());
    }
    Period sum = Period.ZERO;
    Matcher words = WORDS.matcher(text);
    int end = 0;
    while (words.find() && text.substring(end, words.start()).isBlank()) {
      Character unit = UNITS.get(words.group(2).toLowerCase(java.util.Locale.ROOT));
      if (unit == null) {
        return Optional.empty();
      }
      int n = Integer.parseInt(words.group(1));
      sum =
          switch (unit) {
            case 'Y' -> sum.plusYears(n);
            case 'M' -> sum.plusMonths(n);
            case 'W' -> sum.plusDays(7L * n);
            default -> sum.plusDays(n);
          };
      end = words.end();
    }
    return end > 0 && end == text.length() ? Optional.of(sum.normalized()) : Optional.empty();
  }

  /**
   * Negative, zero or positive as {@code a} is shorter than, as long as or longer than {@code b}.
   */
  public static int compare(Period a, Period b) {
    if (a.getDays() == 0 && b.getDays() == 0) {
      return Long.compare(a.toTotalMonths(), b.toTotalMonths());
    }
    return Long.compare(inDays(a), inDays(b));
  }

  private static long inDays(Period period) {
    return (long) Math.floor(period.toTotalMonths() * DAYS_A_MONTH) + period.getDays();
  }

  /** The period in words: {@code 3 years 2 months}, {@code 3 года 2 месяца}, {@code 3 жыл 2 ай}. */
  public static String inWords(Period period, Lang lang) {
    return words(period, lang, false);
  }

  /** The period as it stands after "at least" or "at most"; Russian wants the genitive there. */
  public static String asBound(Period period, Lang lang) {
    return words(period, lang, true);
  }

  private static String words(Period period, Lang lang, boolean bound) {
    List<String> parts = new ArrayList<>();
    add(parts, period.getYears(), lang, bound, YEAR);
    add(parts, period.getMonths(), lang, bound, MONTH);
    add(parts, period.getDays(), lang, bound, DAY);
    if (parts.isEmpty()) {
      parts.add("0 " + DAY.many(lang));
    }
    return String.join(" ", parts);
  }

  /** The forms of a unit's name; Russian has three, and the genitive singular is its second. */
  private record Unit(
      String one, String many, String ruOne, String ruFew, String ruMany, String kk) {

    String many(Lang lang) {
      return switch (lang) {
        case EN -> many;
        case RU -> ruMany;
        case KK -> kk;
      };
    }
  }

  private static final Unit YEAR = new Unit("year", "years", "год", "года", "лет", "жыл");
  private static final Unit MONTH = new Unit("month", "months", "месяц", "месяца", "месяцев", "ай");
  private static final Unit DAY = new Unit("day", "days", "день", "дня", "дней", "күн");

  private static void add(List<String> parts, int n, Lang lang, boolean bound, Unit unit) {
    if (n != 0) {
      String name =
          switch (lang) {
            case EN -> n == 1 ? unit.one() : unit.many();
            case RU -> russian(n, bound, unit);
            case KK -> unit.kk();
          };
      parts.add(n + " " + name);
    }
  }

  private static String russian(int n, boolean bound, Unit unit) {
    int tens = n % 100;
    boolean teen = tens >= 11 && tens <= 14;
    if (bound) {
      return n % 10 == 1 && !teen ? unit.ruFew() : unit.ruMany();
    }
    if (teen) {
      return unit.ruMany();
    }
    return switch (n % 10) {
      case 1 -> unit.ruOne();
      case 2, 3, 4 -> unit.ruFew();
      default -> unit.ruMany();
    };
  }
}
