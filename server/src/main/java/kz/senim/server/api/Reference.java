package kz.senim.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The API's description as a person reads it. */
final class Reference {

  private final JsonNode document;

  Reference(JsonNode document) {
    this.document = document;
  }

  /** An operation; its anchor is its identifier. */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      String scopes,
      List<Field> parameters,
      @Nullable String body,
      List<Answer> answers) {}

  /** A parameter of an operation, or a field of a schema. */
  public record Field(
      String name,
      String in,
      String type,
      @Nullable String schema,
      boolean required,
      String text) {}

  /** An answer, and what it holds. */
  public record Answer(String status, String text, @Nullable String schema) {}

  /** What a body or an answer holds. */
  public record Shape(String name, String text, List<Field> fields) {}

  Map<String, List<Operation>> byTag() {
    Map<String, List<Operation>> byTag = new LinkedHashMap<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            byTag
                                .computeIfAbsent(
                                    method.getValue().get("tags").get(0).asString(),
                                    _ -> new ArrayList<>())
                                .add(
                                    operation(method.getKey(), path.getKey(), method.getValue()))));
    return byTag;
  }

  List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    document
        .get("components")
        .get("schemas")
        .properties()
        .forEach(
            schema ->
                shapes.add(
                    new Shape(
                        schema.getKey(),
                        text(schema.getValue(), "description"),
                        fields(schema.getValue()))));
    return shapes;
  }

  private static Operation operation(String method, String path, JsonNode node) {
    List<Field> parameters = new ArrayList<>();
    node.path("parameters")
        .forEach(
            parameter ->
                parameters.add(
                    new Field(
                        text(parameter, "name"),
                        text(parameter, "in"),
                        type(parameter.path("schema")),
                        null,
                        parameter.path("required").asBoolean(false),
                        text(parameter, "description"))));
    List<Answer> answers = new ArrayList<>();
    node.path("responses")
        .properties()
        .forEach(
            answer ->
                answers.add(
                    new Answer(
                        answer.getKey(),
                        text(answer.getValue(), "description"),
                        schema(answer.getValue()))));
    List<String> scopes = new ArrayList<>();
    node.path("security").path(0).path("token").forEach(scope -> scopes.add(scope.asString()));
    String summary = text(node, "summary");
    return new Operation(
        text(node, "operationId"),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        summary.isEmpty() ? text(node, "description") : summary,
        String.join(" ", scopes),
        parameters,
        node.has("requestBody") ? body(node.get("requestBody")) : null,
        answers);
  }

  private static String body(JsonNode node) {
    String schema = schema(node);
    return schema == null ? String.join(", ", node.path("content").propertyNames()) : schema;
  }

  private static List<Field> fields(JsonNode schema) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    List<Field> fields = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                fields.add(
                    new Field(
                        field.getKey(),
                        "",
                        type(field.getValue()),
                        ref(field.getValue()),
                        required.contains(field.getKey()),
                        text(field.getValue(), "description"))));
    return fields;
  }

  /** The name of the schema of its first content; null when that has none. */
  private static @Nullable String schema(JsonNode node) {
    for (var content : node.path("content").properties()) {
      return ref(content.getValue().path("schema"));
    }
    return null;
  }

  private static @Nullable String ref(JsonNode schema) {
    JsonNode at = schema.has("items") ? schema.get("items") : schema;
    String ref = text(at, "$ref");
    return ref.isEmpty() ? null : ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static String type(JsonNode schema) {
    String ref = ref(schema);
    if (schema.has("items")) {
      return (ref == null ? type(schema.get("items")) : ref) + "[]";
    }
    String format = text(schema, "format");
    String type =
        schema.path("type").isArray()
            ? schema.path("type").path(0).asString("")
            : text(schema, "type");
    return ref != null ? ref : format.isEmpty() ? type : type + " (" + format + ")";
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
