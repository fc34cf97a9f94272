package kz.senim.core.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.text.Localized;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of one mapping apart, reporting each one that is unknown, missing or of the
 * wrong kind. Getters named {@code find…} return null (or an empty list) for what is absent; the
 * others report it and return a harmless stand-in, so that reading goes on.
 */
public final class Fields {

  private final Position at;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node.Scalar> keys = new LinkedHashMap<>();

  private Fields(Position at, Problems problems) {
    this.at = at;
    this.problems = problems;
  }

  /** The fields of {@code node}; any key outside {@code known} is reported. */
  public static Fields of(Node node, Problems problems, Set<String> known) {
    Fields fields = any(node, problems);
    for (Node.Scalar key : fields.keys.values()) {
      if (!known.contains(key.text())) {
        problems.add(
            key.at(),
            SourceMistake.UNKNOWN_KEY.with(key.text(), Nearest.hintOrAll(key.text(), known)));
      }
    }
    return fields;
  }

  /** The fields of {@code node} whatever their names. */
  public static Fields any(Node node, Problems problems) {
    Fields fields = new Fields(node.at(), problems);
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        fields.keys.put(entry.key().text(), entry.key());
        fields.values.put(entry.key().text(), entry.value());
      }
    } else {
      problems.add(node.at(), SourceMistake.EXPECTED_MAPPING.with(node.kind()));
    }
    return fields;
  }

  public Position at() {
    return at;
  }

  /** Where the value of {@code key} stands, or the mapping itself. */
  public Position at(String key) {
    Node value = values.get(key);
    return value == null ? at : value.at();
  }

  /** Where the key itself stands, or the mapping. */
  public Position keyAt(String key) {
    Node.Scalar scalar = keys.get(key);
    return scalar == null ? at : scalar.at();
  }

  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String key) {
    Node value = values.get(key);
    return value != null && !(value instanceof Node.Scalar scalar && scalar.isNull());
  }

  public @Nullable Node find(String key) {
    return has(key) ? values.get(key) : null;
  }

  /** The value, whatever it is; reported when absent. */
  public Optional<Node> node(String key) {
    Node value = find(key);
    if (value == null) {
      problems.add(at, SourceMistake.MISSING.with(key));
    }
    return Optional.ofNullable(value);
  }

  public Node.@Nullable Scalar findScalar(String key) {
    Node value = find(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Node.Scalar scalar) {
      return scalar;
    }
    problems.add(value.at(), SourceMistake.NOT_SINGLE.with(key, value.kind()));
    return null;
  }

  public @Nullable String findText(String key) {
    Node.Scalar scalar = findScalar(key);
    return scalar == null ? null : scalar.text();
  }

  public String text(String key) {
    if (!has(key)) {
      problems.add(at, SourceMistake.MISSING.with(key));
      return "";
    }
    String text = findText(key);
    if (text == null) {
      return "";
    }
    if (text.isBlank()) {
      problems.add(at(key), SourceMistake.EMPTY_VALUE.with(key));
    }
    return text.strip();
  }

  public String textOr(String key, String otherwise) {
    String text = findText(key);
    return text == null ? otherwise : text;
  }

  /** One of {@code allowed}. */
  public String word(String key, Set<String> allowed) {
    String text = text(key);
    if (!text.isEmpty() && !allowed.contains(text)) {
      problems.add(
          at(key), SourceMistake.NOT_ONE_OF.with(text, allowed, Nearest.hint(text, allowed)));
    }
    return text;
  }

  public @Nullable LocalDate findDate(String key) {
    Node.Scalar scalar = findScalar(key);
    return scalar == null ? null : date(scalar, problems).orElse(null);
  }

  public LocalDate date(String key) {
    if (!has(key)) {
      problems.add(at, SourceMistake.MISSING_DATE.with(key));
      return LocalDate.EPOCH;
    }
    LocalDate date = findDate(key);
    return date == null ? LocalDate.EPOCH : date;
  }

  /** The date in ISO form, {@code 2024-05-13}; anything else is reported. */
  public static Optional<LocalDate> date(Node.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= 1900 && date.getYear() <= 2200) {
          return Optional.of(date);
        }
        problems.add(scalar.at(), SourceMistake.OUT_OF_YEARS.with(text));
      } catch (DateTimeException e) {
        problems.add(scalar.at(), SourceMistake.NO_SUCH_DAY.with(text));
      }
    } else {
      problems.add(scalar.at(), SourceMistake.NOT_A_DATE.with(shortened(text)));
    }
    return Optional.empty();
  }

  public @Nullable Double findNumber(String key) {
    Node.Scalar scalar = findScalar(key);
    return scalar == null ? null : number(scalar, problems).orElse(null);
  }

  /** A finite decimal number of at most 30 characters. */
  public static Optional<Double> number(Node.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    if (text.length() <= 30 && text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
      return Optional.of(new BigDecimal(text).doubleValue());
    }
    problems.add(scalar.at(), SourceMistake.NOT_A_NUMBER.with(shortened(text)));
    return Optional.empty();
  }

  public boolean flag(String key) {
    Node.Scalar scalar = findScalar(key);
    return scalar != null && bool(scalar, problems).orElse(false);
  }

  /** {@code true} or {@code yes}, {@code false} or {@code no}; anything else is reported. */
  public static Optional<Boolean> bool(Node.Scalar scalar, Problems problems) {
    return switch (scalar.text().strip()) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> {
        problems.add(scalar.at(), SourceMistake.NOT_YES_OR_NO.with(shortened(scalar.text())));
        yield Optional.empty();
      }
    };
  }

  /** The list under {@code key}, or an empty one. */
  public List<Node> findList(String key) {
    Node value = find(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(value.at(), SourceMistake.NOT_A_LIST.with(key, value.kind()));
    return List.of();
  }

  /** The single values of the list under {@code key}. */
  public List<Node.Scalar> findScalars(String key) {
    List<Node.Scalar> scalars = new ArrayList<>();
    for (Node item : findList(key)) {
      if (item instanceof Node.Scalar scalar) {
        scalars.add(scalar);
      } else {
        problems.add(item.at(), SourceMistake.HOLDS_SINGLE.with(key, item.kind()));
      }
    }
    return scalars;
  }

  public Localized localized(String key) {
    Node value = find(key);
    if (value == null) {
      problems.add(at, SourceMistake.MISSING_TEXTS.with(key));
      return new Localized("", "", "");
    }
    return localized(value, problems);
  }

  public @Nullable Localized findLocalized(String key) {
    Node value = find(key);
    return value == null ? null : localized(value, problems);
  }

  /** A text in all three languages; each one that is missing or empty is reported. */
  public static Localized localized(Node node, Problems problems) {
    Fields fields = of(node, problems, Set.of("en", "ru", "kk"));
    if (!(node instanceof Node.Mapping)) {
      return new Localized("", "", "");
    }
    return new Localized(fields.text("en"), fields.text("ru"), fields.text("kk"));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
