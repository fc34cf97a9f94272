package kz.senim.server.objects;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Periods;

/** Values of facts as the database keeps them: plain text whose shape the fact's type tells. */
final class FactText {

  private static final String COMMA = ",";

  private FactText() {}

  static String write(Object value) {
    return switch (value) {
      case Double number -> Values.plain(number);
      case List<?> options -> String.join(COMMA, options.stream().map(Object::toString).toList());
      default -> value.toString(); // true, 2026-11-23, P18M, a text, an option
    };
  }

  /**
   * @throws IllegalArgumentException when the text is no value of the fact, as after an option was
   *     taken out of the law
   */
  static Object read(Fact fact, String text) {
    return switch (fact.type()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case PERIOD ->
          Periods.parse(text).map(Period.class::cast).orElseThrow(IllegalArgumentException::new);
      case TEXT -> text;
      case CHOICE -> known(fact, text);
      case SET -> {
        List<String> chosen = List.of(text.split(COMMA, -1));
        yield fact.optionIds().stream().filter(chosen::contains).toList();
      }
    };
  }

  private static String known(Fact fact, String option) {
    if (!fact.optionIds().contains(option)) {
      throw new IllegalArgumentException(fact.id() + " has no option " + option);
    }
    return option;
  }
}
