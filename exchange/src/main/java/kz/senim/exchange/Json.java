package kz.senim.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** Writes JSON, indented, field by field. */
final class Json {

  /** Something that writes JSON. */
  interface Part {
    void write() throws IOException;
  }

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Something that writes a whole document. */
  interface Document {
    void write(Json json) throws IOException;
  }

  static String write(Document document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      document.write(new Json(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  void object(Part fields) throws IOException {
    out.writeStartObject();
    fields.write();
    out.writeEndObject();
  }

  void object(String name, Part fields) throws IOException {
    out.writeFieldName(name);
    object(fields);
  }

  void array(Part items) throws IOException {
    out.writeStartArray();
    items.write();
    out.writeEndArray();
  }

  void array(String name, Part items) throws IOException {
    out.writeFieldName(name);
    array(items);
  }

  void texts(String name, Collection<String> values) throws IOException {
    array(
        name,
        () -> {
          for (String value : values) {
            out.writeString(value);
          }
        });
  }

  /** A text; null is written as null. */
  void field(String name, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  /** A text, left out when it is null or empty. */
  void optional(String name, @Nullable String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      out.writeStringField(name, value);
    }
  }

  void field(String name, int value) throws IOException {
    out.writeNumberField(name, value);
  }

  void field(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void nullable(String name, @Nullable Integer value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value);
    }
  }

  /** A value of a fact or figure: a boolean, a number, a list of texts, or else a text. */
  void value(String name, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNullField(name);
      case Boolean flag -> out.writeBooleanField(name, flag);
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          out.writeNumberField(name, number.longValue());
      case Double number -> out.writeNumberField(name, number);
      case Collection<?> list -> texts(name, list.stream().map(Object::toString).toList());
      default -> out.writeStringField(name, value.toString());
    }
  }

  void field(String name, Localized text) throws IOException {
    object(
        name,
        () -> {
          field("en", text.en());
          field("ru", text.ru());
          field("kk", text.kk());
        });
  }
}
