package kz.senim.server.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Periods;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/** Reads a fact's value from a cell, as people write it in any of the three languages. */
final class CellValue {

  private static final Set<String> YES = Set.of("yes", "true", "да", "иә", "истина", "1");
  private static final Set<String> NO = Set.of("no", "false", "нет", "жоқ", "ложь", "0");
  private static final Set<String> NOTHING = Set.of("none", "нет", "жоқ", "[]", "-", "—", "–");
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_TEXT = 2_000;

  private CellValue() {}

  /** Nothing that the fact can hold; what it can hold is told by a text and its arguments. */
  static final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Object[] args;

    Wrong(String key, Object... args) {
      super(key);
      this.args = args;
    }

    Object[] args() {
      return args.clone();
    }
  }

  static Object read(Fact fact, Grid.Cell cell) throws Wrong {
    String text = cell.text();
    return switch (fact.type()) {
      case BOOLEAN -> bool(text);
      case NUMBER -> number(fact, text);
      case DATE -> day(cell);
      case PERIOD -> Periods.parse(text).orElseThrow(() -> new Wrong("imports.bad-period"));
      case TEXT -> {
        if (text.length() > LONGEST_TEXT) {
          throw new Wrong("imports.long-text", LONGEST_TEXT);
        }
        yield text;
      }
      case CHOICE -> option(fact, text);
      case SET -> set(fact, text);
    };
  }

  private static Boolean bool(String text) throws Wrong {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (NO.contains(word)) {
      return false;
    }
    throw new Wrong("imports.bad-bool");
  }

  private static Double number(Fact fact, String text) throws Wrong {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
    double number;
    try {
      number = Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      throw new Wrong("imports.bad-number");
    }
    Double min = fact.min();
    Double max = fact.max();
    if (!Double.isFinite(number)
        || (min != null && number < min)
        || (max != null && number > max)) {
      throw new Wrong(
          "imports.out-of-range",
          min == null ? "−∞" : Values.plain(min),
          max == null ? "∞" : Values.plain(max));
    }
    return number;
  }

  /** As a day of the spreadsheet, as {@code 2026-11-23} or as {@code 23.11.2026}. */
  static LocalDate day(Grid.Cell cell) throws Wrong {
    LocalDate day = cell.day();
    if (day != null) {
      return day;
    }
    try {
      return LocalDate.parse(
          cell.text(), cell.text().contains(".") ? DAY_FIRST : DateTimeFormatter.ISO_LOCAL_DATE);
    } catch (DateTimeException e) {
      throw new Wrong("imports.bad-day");
    }
  }

  private static List<String> set(Fact fact, String text) throws Wrong {
    if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    List<String> chosen = new ArrayList<>();
    for (String part : text.split("[;\n]", -1)) {
      if (!part.isBlank()) {
        chosen.add(option(fact, part.strip()));
      }
    }
    // In the order of the options and without repeats, so that equal sets are equal lists.
    return fact.optionIds().stream().filter(chosen::contains).toList();
  }

  /** By its id or by its label in any language. */
  private static String option(Fact fact, String text) throws Wrong {
    String found = find(fact, text);
    if (found == null) {
      throw new Wrong("imports.bad-option", text);
    }
    return found;
  }

  private static @Nullable String find(Fact fact, String text) {
    for (Fact.Option option : fact.options()) {
      if (option.id().equalsIgnoreCase(text)) {
        return option.id();
      }
      for (Lang lang : Lang.values()) {
        if (option.label().in(lang).equalsIgnoreCase(text)) {
          return option.id();
        }
      }
    }
    return null;
  }
}
