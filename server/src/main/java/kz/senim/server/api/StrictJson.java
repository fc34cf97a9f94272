package kz.senim.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body into a record: what the record does not name is refused, what it must have is
 * missed, and all mistakes are told at once, each with its place. At most 1 MiB and 20 levels.
 */
public final class StrictJson {

  static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_LIST = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(MOST_BYTES)
                          .maxStringLength(MOST_BYTES)
                          .maxNumberLength(40)
                          .maxNameLength(200)
                          .maxTokenCount(100_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Mistakes mistakes = new Mistakes();

  private StrictJson() {}

  /**
   * Reads the record.
   *
   * @throws Refusal when it is no JSON, too large or deep, or holds anything wrong
   */
  public static <T> T read(InputStream in, Class<T> type) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(Problem.TOO_LARGE);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new Refusal(
          Problem.UNREADABLE,
          new Mistakes()
              .add(
                  "",
                  "api.unreadable",
                  "api.unreadable.fix",
                  place == null ? 0 : place.getLineNr(),
                  place == null ? 0 : place.getColumnNr())
              .refusal()
              .mistakes());
    }
    StrictJson reader = new StrictJson();
    Object read = reader.value(tree == null ? MAPPER.nullNode() : tree, type, "", LONGEST_LIST);
    reader.mistakes.refuse();
    if (read == null) {
      throw new IllegalStateException("nothing was read, and nothing is wrong");
    }
    return type.cast(read);
  }

  /** Null when it is wrong, which is noted. */
  private @Nullable Object value(JsonNode node, Type type, String at, int longest) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(node, list.getActualTypeArguments()[0], at, longest);
    }
    if (!(type instanceof Class<?> wanted)) {
      throw new IllegalStateException("no such type in a body: " + type);
    }
    if (wanted == JsonNode.class) {
      return node;
    }
    if (wanted.isRecord()) {
      return node.isObject() ? record(node, wanted, at) : wrong(at, "object");
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return node.isBoolean() ? (Object) node.booleanValue() : wrong(at, "boolean");
    }
    if (wanted == int.class || wanted == Integer.class) {
      return node.isInt() ? (Object) node.intValue() : wrong(at, "integer");
    }
    if (!node.isString()) {
      return wrong(at, wanted == LocalDate.class ? "day" : wanted == UUID.class ? "id" : "text");
    }
    String text = node.stringValue();
    if (wanted == LocalDate.class) {
      return day(text, at);
    }
    if (wanted == UUID.class) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        return wrong(at, "id");
      }
    }
    if (text.length() > longest || text.indexOf('\0') >= 0) {
      mistakes.add(at, "api.too-long", "api.too-long.fix", longest);
      return null;
    }
    return text;
  }

  private @Nullable Object day(String text, String at) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1990 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below
    }
    return wrong(at, "day");
  }

  private @Nullable Object list(JsonNode node, Type of, String at, int longest) {
    if (!node.isArray()) {
      return wrong(at, "list");
    }
    if (node.size() > longest) {
      mistakes.add(at, "api.too-many", "api.too-many.fix", longest);
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      Object value = value(node.get(i), of, at + "/" + i, LONGEST_TEXT);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private @Nullable Object record(JsonNode node, Class<?> type, String at) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Stream.of(components).map(RecordComponent::getName).toList();
    node.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                mistakes.add(
                    at + "/" + escaped(name),
                    "api.unknown",
                    "api.unknown.fix",
                    String.join(", ", known)));
    boolean whole = true;
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String place = at + "/" + component.getName();
      JsonNode found = node.get(component.getName());
      if (found == null || found.isNull()) {
        if (isOptional(component)) {
          continue;
        }
        mistakes.add(place, "api.missing", "api.missing.fix");
        whole = false;
      } else {
        Longest longest = component.getAnnotation(Longest.class);
        boolean list = component.getType() == List.class;
        int most = longest == null ? (list ? LONGEST_LIST : LONGEST_TEXT) : longest.value();
        values[i] = value(found, component.getGenericType(), place, most);
        whole &= values[i] != null;
      }
    }
    return whole ? make(type, components, values) : null;
  }

  /** Whether a component of a body or an answer may be absent. */
  static boolean isOptional(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Object make(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object wrong(String at, String wanted) {
    mistakes.add(at, "api.not-" + wanted, "api.not-" + wanted + ".fix");
    return null;
  }

  /** As RFC 6901 writes a name; of a long one the beginning. */
  private static String escaped(String name) {
    String some = name.length() > 60 ? name.substring(0, 60) : name;
    return some.replace("~", "~0").replace("/", "~1");
  }
}
