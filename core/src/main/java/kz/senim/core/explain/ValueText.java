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

  private static final Localized NONE = new Localized("", "", "");

  /** UCUM codes and plain words whose printed form differs; numbers of things have none. */
  private static final Map<String, Localized> UNITS =
      Map.ofEntries(
          Map.entry("Cel", new Localized("°C", "°C", "°C")),
          Map.entry("m", new Localized("m", "м", "м")),
          Map.entry("s", new Localized("s", "с", "с")),
          Map.entry("min", new Localized("min", "мин", "мин")),
          Map.entry("h", new Localized("h", "ч", "сағ")),
          Map.entry("d", new Localized("days", "дн.", "күн")),
          Map.entry("kW", new Localized("kW", "кВт", "кВт")),
          Map.entry("V", new Localized("V", "В", "В")),
          Map.entry("Hz", new Localized("Hz", "Гц", "Гц")),
          Map.entry("hour", new Localized("h", "ч", "сағ")),
          Map.entry("working-day", new Localized("working days", "раб. дн.", "жұмыс күні")),
          Map.entry("count", NONE),
          Map.entry("class", NONE),
          Map.entry("level", NONE),
          Map.entry("1", NONE));

  static final Localized UNKNOWN = new Localized("not known", "неизвестно", "белгісіз");
  private static final Localized YES = new Localized("yes", "да", "иә");
  private static final Localized NO = new Localized("no", "нет", "жоқ");
  private static final Localized NOTHING = new Localized("none", "нет", "жоқ");

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
    Localized known = unit == null ? NONE : UNITS.get(unit);
    String printed = known == null ? String.valueOf(unit) : known.in(lang);
    return printed.isEmpty() ? text : text + " " + printed;
  }
}
