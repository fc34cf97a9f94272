package kz.senim.server.assets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Service;
import org.cyclonedx.parsers.BomParserFactory;
import org.jspecify.annotations.Nullable;

/**
 * Bills of materials in CycloneDX, JSON or XML. A first pass of our own finds where each component
 * stands and whether the text is sound; XML with a document type is refused there, before anything
 * could resolve an entity. Names of the same component are one asset.
 */
final class Bills {

  private static final String COMPONENTS = "components";
  private static final Pattern XML_MESSAGE = Pattern.compile("Message: (.*)", Pattern.DOTALL);

  private Bills() {}

  /** Where a component begins, both from 1. */
  private record Place(int line, int column) {}

  static AssetFile readJson(byte[] bytes, String text) {
    List<Place> places = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      // For each open object or array, whether all names around it are "components".
      Deque<Boolean> inside = new ArrayDeque<>();
      boolean next = true;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        boolean outer = inside.isEmpty() || inside.peek();
        switch (token) {
          case FIELD_NAME -> next = COMPONENTS.equals(json.currentName());
          case START_ARRAY -> inside.push(outer && next);
          case START_OBJECT -> {
            boolean component =
                inside.size() > 1 && outer && json.getParsingContext().getParent().inArray();
            if (component) {
              JsonLocation at = json.currentTokenLocation();
              places.add(new Place(at.getLineNr(), at.getColumnNr()));
            }
            inside.push(inside.isEmpty() || component);
          }
          case END_ARRAY, END_OBJECT -> inside.pop();
          default -> {}
        }
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      return AssetFile.broken(
          "cyclonedx-json",
          new FileMistake(
              at == null ? 0 : at.getLineNr(),
              at == null ? "" : "" + at.getColumnNr(),
              "assets.file.json",
              List.of(firstLine(e.getOriginalMessage()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read("cyclonedx-json", bytes, places);
  }

  static AssetFile readXml(byte[] bytes) {
    List<Place> places = new ArrayList<>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      Deque<String> open = new ArrayDeque<>();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> {
            return AssetFile.broken(
                "cyclonedx-xml",
                new FileMistake(
                    xml.getLocation().getLineNumber(), "", "assets.file.doctype", List.of()));
          }
          case XMLStreamConstants.START_ELEMENT -> {
            if (xml.getLocalName().equals("component") && COMPONENTS.equals(open.peek())) {
              places.add(
                  new Place(
                      xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber()));
            }
            open.push(xml.getLocalName());
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      Matcher message = XML_MESSAGE.matcher(String.valueOf(e.getMessage()));
      return AssetFile.broken(
          "cyclonedx-xml",
          new FileMistake(
              e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
              e.getLocation() == null ? "" : "" + e.getLocation().getColumnNumber(),
              "assets.file.xml",
              List.of(firstLine(message.find() ? message.group(1) : e.getMessage()))));
    }
    return read("cyclonedx-xml", bytes, places);
  }

  private static AssetFile read(String format, byte[] bytes, List<Place> places) {
    Bom bom;
    try {
      bom = BomParserFactory.createParser(bytes).parse(bytes);
    } catch (ParseException | RuntimeException e) {
      return AssetFile.broken(
          format, FileMistake.ofFile("assets.file.cyclonedx", firstLine(e.getMessage())));
    }
    List<FileMistake> mistakes = new ArrayList<>();
    Map<String, AssetEntry> entries = new LinkedHashMap<>();
    int read = 0;
    for (Component component : all(bom.getComponents(), new ArrayList<>())) {
      Place place = read < places.size() ? places.get(read) : new Place(0, 0);
      AssetEntry entry = entry(component, place, mistakes);
      entries.putIfAbsent(entry.code(), entry);
      read++;
    }
    for (Service service : bom.getServices() == null ? List.<Service>of() : bom.getServices()) {
      AssetEntry entry = entry(service, mistakes);
      entries.putIfAbsent(entry.code(), entry);
      read++;
    }
    if (read == 0) {
      mistakes.add(FileMistake.ofFile("assets.file.no-components"));
    }
    if (entries.size() > AssetFile.MOST_ROWS) {
      mistakes.add(FileMistake.ofFile("assets.file.rows", AssetFile.MOST_ROWS));
    }
    return new AssetFile(
        format,
        List.copyOf(entries.values()),
        read - entries.size(),
        mistakes.stream().limit(AssetFile.MOST_MISTAKES).toList());
  }

  /** Each component before those inside it, as they stand in the text. */
  private static List<Component> all(@Nullable List<Component> some, List<Component> found) {
    if (some != null) {
      for (Component component : some) {
        found.add(component);
        all(component.getComponents(), found);
      }
    }
    return found;
  }

  private static AssetEntry entry(Component c, Place place, List<FileMistake> mistakes) {
    String name = name(c.getGroup(), c.getName());
    if (name.isEmpty()) {
      mistakes.add(
          new FileMistake(
              place.line(), "" + place.column(), "assets.file.component-name", List.of()));
    }
    String code =
        !empty(c.getPurl())
            ? c.getPurl()
            : !empty(c.getCpe())
                ? c.getCpe()
                : name + (empty(c.getVersion()) ? "" : "@" + c.getVersion());
    String supplier =
        c.getSupplier() != null && !empty(c.getSupplier().getName())
            ? c.getSupplier().getName()
            : c.getPublisher();
    return entry(place.line(), code, name, kind(c.getType()), c.getVersion(), supplier);
  }

  private static AssetEntry entry(Service s, List<FileMistake> mistakes) {
    String name = name(s.getGroup(), s.getName());
    if (name.isEmpty()) {
      mistakes.add(FileMistake.ofFile("assets.file.component-name"));
    }
    String supplier = s.getProvider() == null ? null : s.getProvider().getName();
    String code = name + (empty(s.getVersion()) ? "" : "@" + s.getVersion());
    return entry(0, code, name, "service", s.getVersion(), supplier);
  }

  private static AssetEntry entry(
      int line,
      String code,
      String name,
      String kind,
      @Nullable String version,
      @Nullable String supplier) {
    return new AssetEntry(
        line,
        cut(code, AssetEntry.LONGEST_CODE),
        cut(name, AssetEntry.LONGEST),
        kind,
        some(version),
        some(supplier),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String kind(Component.@Nullable Type type) {
    return switch (type) {
      case DEVICE -> "hardware";
      case DATA, FILE, MACHINE_LEARNING_MODEL, CRYPTOGRAPHIC_ASSET -> "data";
      case null, default -> "software";
    };
  }

  private static String name(@Nullable String group, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return "";
    }
    return group == null || group.isBlank() ? name.strip() : group.strip() + "/" + name.strip();
  }

  private static boolean empty(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static @Nullable String some(@Nullable String text) {
    return text == null || text.isBlank() ? null : cut(text.strip(), AssetEntry.LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  private static String firstLine(@Nullable String message) {
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    return cut(line, 200);
  }
}
