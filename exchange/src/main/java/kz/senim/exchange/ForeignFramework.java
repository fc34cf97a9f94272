package kz.senim.exchange;

import java.util.ArrayList;
import java.util.List;
import kz.senim.core.law.Vocabulary.Framework;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue that others wrote, so that requirements can be mapped to it: a library of CISO
 * Assistant, or an OSCAL catalog in JSON or YAML. Only identifiers and titles are taken.
 */
public final class ForeignFramework {

  /** NIST's whole SP 800-53 catalog is some 10 MB. */
  private static final int MOST_BYTES = 32 << 20;

  private final Problems problems = new Problems();
  private final List<Framework.Control> controls = new ArrayList<>();

  private ForeignFramework() {}

  /**
   * @param id how mappings will call it
   * @throws InvalidSource when it is neither of the two, or holds nothing to map to
   */
  public static Framework read(String id, SourceFile file) {
    return new ForeignFramework().framework(id, file);
  }

  /** The most bytes that {@link #read} takes. */
  public static int mostBytes() {
    return MOST_BYTES;
  }

  private Framework framework(String id, SourceFile file) {
    Node root = Yaml.read(file, problems, MOST_BYTES).orElse(null);
    String title = "";
    String publisher = "";
    if (root instanceof Node.Mapping mapping) {
      Node catalog = find(mapping, "catalog");
      Node objects = find(mapping, "objects");
      if (catalog instanceof Node.Mapping oscal) {
        if (find(oscal, "metadata") instanceof Node.Mapping metadata) {
          title = text(metadata, "title");
        }
        controls(oscal);
        publisher = "OSCAL catalog";
      } else if (objects instanceof Node.Mapping o
          && find(o, "framework") instanceof Node.Mapping framework) {
        title = text(framework, "name");
        publisher = text(mapping, "provider");
        nodes(framework);
      } else {
        problems.add(root.at(), FileMistake.NO_CATALOG.with());
      }
      if (problems.isEmpty() && controls.isEmpty()) {
        problems.add(root.at(), FileMistake.NO_CONTROLS.with());
      }
    } else if (root != null) {
      Fields.any(root, problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return new Framework(id, title, publisher, List.copyOf(controls));
  }

  /** OSCAL nests groups and controls in each other. */
  private void controls(Node.Mapping holder) {
    for (Node group : items(holder, "groups")) {
      if (group instanceof Node.Mapping mapping) {
        controls(mapping);
      }
    }
    for (Node control : items(holder, "controls")) {
      if (control instanceof Node.Mapping mapping) {
        controls.add(new Framework.Control(label(mapping), text(mapping, "title")));
        controls(mapping);
      }
    }
  }

  /** The label that people cite, or else the id. */
  private static String label(Node.Mapping control) {
    for (Node property : items(control, "props")) {
      if (property instanceof Node.Mapping mapping
          && text(mapping, "name").equals("label")
          && text(mapping, "class").isEmpty()) {
        return text(mapping, "value");
      }
    }
    return text(control, "id");
  }

  private void nodes(Node.Mapping framework) {
    for (Node node : items(framework, "requirement_nodes")) {
      if (node instanceof Node.Mapping mapping && text(mapping, "assessable").equals("true")) {
        String ref = text(mapping, "ref_id");
        String name = text(mapping, "name");
        controls.add(new Framework.Control(ref.isEmpty() ? text(mapping, "urn") : ref, name));
      }
    }
  }

  private static List<Node> items(Node.Mapping mapping, String key) {
    return find(mapping, key) instanceof Node.Sequence sequence ? sequence.items() : List.of();
  }

  private static String text(Node.Mapping mapping, String key) {
    return find(mapping, key) instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  private static @Nullable Node find(Node.Mapping mapping, String key) {
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().text().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  /** The framework as a file of {@code law/frameworks}; JSON, which is YAML too. */
  public static String write(Framework framework) {
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("framework", framework.id());
                  json.field("title", framework.title());
                  json.field("publisher", framework.publisher());
                  json.array(
                      "controls",
                      () -> {
                        for (Framework.Control control : framework.controls()) {
                          json.object(
                              () -> {
                                json.field("ref", control.ref());
                                json.optional("title", control.title());
                              });
                        }
                      });
                }));
  }
}
