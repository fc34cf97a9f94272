package kz.senim.core.law;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.senim.core.rule.Periods;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the values of facts and figures as people write them, checking each against its type. */
public final class Values {

  private static final int LONGEST_TEXT = 10_000;

  private Values() {}

  /** The value of {@code fact} that the node holds, or empty after reporting what is wrong. */
  public static Optional<Object> read(Fact fact, Node node, Problems problems) {
    Optional<Object> value =
        read(fact.type(), fact.unit(), fact.optionIds(), fact.id(), node, problems);
    if (value.isPresent() && value.get() instanceof Double number) {
      if ((fact.min() != null && number < fact.min())
          || (fact.max() != null && number > fact.max())) {
        problems.add(node.at(), fact.id() + " runs " + range(fact) + ", not " + plain(number));
        return Optional.empty();
      }
    }
    return value;
  }

  /** A value of the type; {@code name} is only for the messages. */
  public static Optional<Object> read(
      Type type,
      @Nullable String unit,
      List<String> options,
      String name,
      Node node,
      Problems problems) {
    if (type == Type.SET) {
      return set(options, name, node, problems);
    }
    if (!(node instanceof Node.Scalar scalar)) {
      problems.add(node.at(), name + " takes " + expected(type, unit) + ", not " + node.kind());
      return Optional.empty();
    }
    String text = scalar.text().strip();
    return switch (type) {
      case BOOLEAN -> Fields.bool(scalar, problems).map(b -> b);
      case NUMBER -> {
        if (unit != null && text.endsWith(unit)) {
          String bare = text.substring(0, text.length() - unit.length());
          scalar = new Node.Scalar(scalar.at(), bare, scalar.plain(), scalar.contentAt());
        }
        yield Fields.number(scalar, problems).map(n -> n);
      }
      case DATE -> Fields.date(scalar, problems).map(d -> d);
      case PERIOD -> {
        Optional<Period> period = Periods.parse(text);
        if (period.isEmpty()) {
          problems.add(
              scalar.at(),
              name + " takes a length of time such as '3 years', '2 months' or 'P30D'");
        }
        yield period.map(p -> p);
      }
      case TEXT -> {
        if (text.length() > LONGEST_TEXT) {
          problems.add(scalar.at(), name + " is longer than " + LONGEST_TEXT + " characters");
          yield Optional.empty();
        }
        yield Optional.of(text);
      }
      case CHOICE -> option(options, name, scalar, problems).map(o -> o);
      case SET -> throw new IllegalStateException();
    };
  }

  private static Optional<Object> set(
      List<String> options, String name, Node node, Problems problems) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(
          node.at(), name + " takes a list in brackets, such as " + example(options) + " or []");
      return Optional.empty();
    }
    List<String> chosen = new ArrayList<>();
    boolean good = true;
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar) {
        Optional<String> option = option(options, name, scalar, problems);
        good &= option.isPresent();
        option.ifPresent(chosen::add);
      } else {
        problems.add(item.at(), name + " holds single options, not " + item.kind());
        good = false;
      }
    }
    // In the order of the options and without repeats, so that equal sets are equal lists.
    return good
        ? Optional.of(options.stream().filter(chosen::contains).toList())
        : Optional.empty();
  }

  private static Optional<String> option(
      List<String> options, String name, Node.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    if (options.contains(text)) {
      return Optional.of(text);
    }
    problems.add(
        scalar.at(),
        name
            + " has no option '"
            + (text.length() > 60 ? text.substring(0, 57) + "…" : text)
            + "'"
            + Nearest.to(text, options)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; there are " + String.join(", ", options)));
    return Optional.empty();
  }

  private static String expected(Type type, @Nullable String unit) {
    return switch (type) {
      case BOOLEAN -> "yes or no";
      case NUMBER -> unit == null ? "a number" : "a number (" + unit + ")";
      case DATE -> "a date such as 2024-05-13";
      case PERIOD -> "a length of time such as '3 years'";
      case TEXT -> "a text";
      case CHOICE -> "one option";
      case SET -> "a list of options";
    };
  }

  private static String example(List<String> options) {
    return "[" + String.join(", ", options.subList(0, Math.min(2, options.size()))) + "]";
  }

  private static String range(Fact fact) {
    if (fact.min() != null && fact.max() != null) {
      return "from " + plain(fact.min()) + " to " + plain(fact.max());
    }
    return fact.min() != null ? "from " + plain(fact.min()) + " up" : "up to " + plain(fact.max());
  }

  /** The number without a needless fraction: {@code 20}, {@code 99.7}. */
  public static String plain(@Nullable Double number) {
    if (number == null) {
      return "";
    }
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
