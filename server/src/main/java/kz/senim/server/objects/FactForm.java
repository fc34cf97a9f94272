package kz.senim.server.objects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.core.rule.Periods;
import kz.senim.core.rule.Type;
import kz.senim.server.web.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a person typed in answer to a question: a value with its provenance, or what is wrong with
 * it.
 */
final class FactForm {

  private static final Set<String> UNITS = Set.of("D", "M", "Y");
  private static final int LONGEST = 2000;

  private final MultiValueMap<String, String> form;
  private final List<String> mistakes = new ArrayList<>();

  private FactForm(MultiValueMap<String, String> form) {
    this.form = form;
  }

  /**
   * @param value null when something is wrong
   * @param mistakes keys of messages, all at once
   */
  record Read(@Nullable FactValue value, List<String> mistakes) {}

  static Read read(Fact fact, MultiValueMap<String, String> form) {
    return new FactForm(form).read(fact);
  }

  private Read read(Fact fact) {
    Object value = value(fact);
    String source = text("source");
    FactValue.Source how =
        fact.attestation() != null
            ? FactValue.Source.ATTESTED
            : "document".equals(source)
                ? FactValue.Source.DOCUMENT
                : "measured".equals(source) ? FactValue.Source.MEASURED : FactValue.Source.DECLARED;
    LocalDate observed = day("observed");
    LocalDate from = day("from");
    LocalDate until = day("until");
    if (from != null && until != null && until.isBefore(from)) {
      mistakes.add("facts.bad-interval");
    }
    if (value == null || !mistakes.isEmpty()) {
      return new Read(null, mistakes);
    }
    return new Read(
        new FactValue(value, how, text("by"), null, observed, from, until, text("reference")),
        mistakes);
  }

  private @Nullable Object value(Fact fact) {
    String text = text("value");
    if (fact.type() == Type.SET) {
      List<String> chosen = form.getOrDefault("value", List.of());
      if (chosen.isEmpty()) {
        mistakes.add("facts.choose");
        return null;
      }
      return fact.optionIds().stream().filter(chosen::contains).toList();
    }
    if (text == null) {
      mistakes.add("facts.empty");
      return null;
    }
    return switch (fact.type()) {
      case BOOLEAN -> oneOf(text, Set.of("true", "false")) ? Boolean.valueOf(text) : null;
      case CHOICE -> oneOf(text, Set.copyOf(fact.optionIds())) ? text : null;
      case NUMBER -> number(fact, text);
      case DATE -> day("value");
      case PERIOD -> {
        String unit = text("unit");
        var period =
            text.matches("\\d{1,4}") && unit != null && UNITS.contains(unit)
                ? Periods.parse("P" + text + unit)
                : Optional.<Period>empty();
        if (period.isEmpty()) {
          mistakes.add("facts.bad-period");
        }
        yield period.orElse(null);
      }
      case TEXT -> text;
      case SET -> throw new IllegalStateException();
    };
  }

  private boolean oneOf(String text, Set<String> known) {
    if (!known.contains(text)) {
      mistakes.add("facts.choose");
      return false;
    }
    return true;
  }

  private @Nullable Double number(Fact fact, String text) {
    try {
      double number = Double.parseDouble(text.replace(',', '.').toLowerCase(Locale.ROOT));
      if (Double.isFinite(number)
          && (fact.min() == null || number >= fact.min())
          && (fact.max() == null || number <= fact.max())) {
        return number;
      }
      mistakes.add("facts.out-of-range");
    } catch (NumberFormatException e) {
      mistakes.add("facts.bad-number");
    }
    return null;
  }

  private @Nullable LocalDate day(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return TypedDay.parse(text);
    } catch (DateTimeException e) {
      mistakes.add("facts.bad-day");
      return null;
    }
  }

  private @Nullable String text(String name) {
    String text = form.getFirst(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.strip();
  }
}
