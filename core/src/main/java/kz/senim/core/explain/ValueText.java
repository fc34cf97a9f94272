package kz.senim.core.explain;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Periods;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** Values as people read them in each language. */
public final class ValueText {

  /** UCUM codes whose printed form differs; {@code count} and {@code class} have none. */
  private static final Map<String, String> UNITS =
      Map.of("Cel", "°C", "count", "", "class", "", "1", "");

  static final Localized UNKNOWN = new Localized("not known", "неизвестно", "белгісіз");
  private static final Localized YES = new Localized("yes", "да", "иә");
  private static final Localized NO = new Localized("no", "нет", "жоқ");
  private static final Localized NOTHING = new Localized("none", "ничего", "ештеңе");

  private ValueText() {}

  /** The value of a fact; of a choice and of a set the labels of its options. */
  public static String of(Fact fact, @Nullable Object value, Lang lang) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? NOTHING.in(lang)
          : String.join("; ", list.stream().map(o -> label(fact, o.toString(), lang)).toList());
    }
    if (value instanceof String option && !fact.options().isEmpty()) {
      return label(fact, option, lang);
    }
    return bare(value, fact.unit(), lang);
  }

  /** The label of an option of a fact. */
  public static String label(Fact fact, String option, Lang lang) {
    return fact.options().stream()
        .filter(o -> o.id().equals(option))
        .findFirst()
        .map(o -> o.label().in(lang))
        .orElse(option);
  }

  /** A bare value with its unit. */
  public static String bare(@Nullable Object value, @Nullable String unit, Lang lang) {
    return switch (value) {
      case null -> UNKNOWN.in(lang);
      case Boolean flag -> (flag ? YES : NO).in(lang);
      case Double number -> number(number, unit, lang);
      case LocalDate date -> Days.in(date, lang);
      case Period period -> Periods.inWords(period, lang);
      default -> value.toString();
    };
  }

  private static String number(Double number, @Nullable String unit, Lang lang) {
    String text = Values.plain(number);
    if (lang != Lang.EN) {
      text = text.replace('.', ',');
    }
    String printed = unit == null ? "" : UNITS.getOrDefault(unit, unit);
    return printed.isEmpty() ? text : text + " " + printed;
  }
}
