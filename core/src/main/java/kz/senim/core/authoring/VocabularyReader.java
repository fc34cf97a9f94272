package kz.senim.core.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Localized;

/** Reads {@code law/vocabulary} and {@code law/frameworks}. */
final class VocabularyReader {

  static final Set<String> FILE =
      Set.of("facts", "evidence", "severities", "subjects", "addressees");
  static final Set<String> FACT =
      Set.of("fact", "subject", "type", "unit", "min", "max", "options", "ask", "known-by");
  static final Set<String> SUBJECT = Set.of("subject", "exists", "name");
  static final Set<String> ADDRESSEE = Set.of("addressee", "when", "cites", "name");
  static final Set<String> EVIDENCE = Set.of("evidence", "name");
  static final Set<String> SEVERITY = Set.of("severity", "level", "because");
  static final Set<String> FRAMEWORK = Set.of("framework", "title", "publisher", "controls");

  private static final Map<String, Type> TYPES =
      Map.of(
          "boolean", Type.BOOLEAN,
          "number", Type.NUMBER,
          "date", Type.DATE,
          "period", Type.PERIOD,
          "text", Type.TEXT,
          "choice", Type.CHOICE,
          "set", Type.SET);

  private final Raw raw;
  private final Problems problems;

  VocabularyReader(Raw raw, Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  void read(Node root) {
    Fields file = Fields.of(root, problems, FILE);
    file.findList("facts").forEach(this::fact);
    file.findList("subjects").forEach(this::subject);
    file.findList("addressees").forEach(this::addressee);
    for (Node node : file.findList("evidence")) {
      Fields f = Fields.of(node, problems, EVIDENCE);
      String id = f.text("evidence");
      once(raw.evidence, id, new Vocabulary.Evidence(id, f.localized("name")), f.at("evidence"));
    }
    for (Node node : file.findList("severities")) {
      Fields f = Fields.of(node, problems, SEVERITY);
      String id = f.text("severity");
      Vocabulary.Level level =
          switch (f.word("level", Set.of("high", "medium", "low"))) {
            case "high" -> Vocabulary.Level.HIGH;
            case "low" -> Vocabulary.Level.LOW;
            default -> Vocabulary.Level.MEDIUM;
          };
      once(
          raw.severities,
          id,
          new Vocabulary.Severity(id, level, f.localized("because")),
          f.at("severity"));
    }
  }

  void readFramework(Node root) {
    Fields f = Fields.of(root, problems, FRAMEWORK);
    List<Vocabulary.Framework.Control> controls = new ArrayList<>();
    for (Node node : f.findList("controls")) {
      if (node instanceof Node.Scalar ref) {
        controls.add(new Vocabulary.Framework.Control(ref.text(), ""));
      } else {
        Fields control = Fields.of(node, problems, Set.of("ref", "title"));
        controls.add(
            new Vocabulary.Framework.Control(control.text("ref"), control.textOr("title", "")));
      }
    }
    String id = f.text("framework");
    once(
        raw.frameworks,
        id,
        new Vocabulary.Framework(id, f.text("title"), f.text("publisher"), controls),
        f.at("framework"));
  }

  /** The type that {@code key} names; reported and boolean when it names none. */
  static Type type(Fields f, String key) {
    return TYPES.getOrDefault(f.word(key, TYPES.keySet()), Type.BOOLEAN);
  }

  private void fact(Node node) {
    Fields f = Fields.of(node, problems, FACT);
    String id = f.text("fact");
    if (!id.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+") && !id.isEmpty()) {
      problems.add(f.at("fact"), LawMistake.FACT_NAME.with(id));
    }
    Type type = type(f, "type");
    List<Fact.Option> options = options(f, type);
    if (f.has("unit") && type != Type.NUMBER) {
      problems.add(f.keyAt("unit"), LawMistake.ONLY_A_NUMBER.with());
    }
    if (type == Type.NUMBER && !f.has("unit")) {
      problems.add(f.at(), LawMistake.NO_UNIT.with());
    }
    Fact fact =
        new Fact(
            id,
            f.text("subject"),
            type,
            f.findText("unit"),
            f.findNumber("min"),
            f.findNumber("max"),
            options,
            f.localized("ask"),
            f.word("known-by", Vocabulary.ROLES),
            null);
    Position at = f.at("fact");
    if (once(raw.facts, id, fact, at)) {
      raw.factAt.put(id, at);
    }
  }

  private List<Fact.Option> options(Fields f, Type type) {
    List<Fact.Option> options = new ArrayList<>();
    boolean wanted = type == Type.CHOICE || type == Type.SET;
    Node node = f.find("options");
    if (node == null) {
      if (wanted) {
        problems.add(f.at(), LawMistake.NO_OPTIONS.with(type.word()));
      }
      return options;
    }
    if (!wanted) {
      problems.add(f.keyAt("options"), LawMistake.ONLY_A_CHOICE.with());
    }
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        Localized label = Fields.localized(entry.value(), problems);
        options.add(new Fact.Option(entry.key().text(), label));
      }
    } else {
      problems.add(node.at(), LawMistake.OPTIONS.with(node.kind()));
    }
    return options;
  }

  private void subject(Node node) {
    Fields f = Fields.of(node, problems, SUBJECT);
    String id = f.text("subject");
    once(
        raw.subjects,
        id,
        new Raw.RawSubject(id, f.findScalar("exists"), f.localized("name"), f.at()),
        f.at("subject"));
  }

  private void addressee(Node node) {
    Fields f = Fields.of(node, problems, ADDRESSEE);
    String id = f.text("addressee");
    Node.Scalar when = f.findScalar("when");
    if (when == null) {
      problems.add(f.at(), LawMistake.NO_WHEN.with());
      return;
    }
    once(
        raw.addressees,
        id,
        new Raw.RawAddressee(id, when, f.textOr("cites", ""), f.localized("name"), f.at("cites")),
        f.at("addressee"));
  }

  private <T> boolean once(Map<String, T> known, String id, T value, Position at) {
    if (id.isEmpty()) {
      return false;
    }
    if (known.putIfAbsent(id, value) != null) {
      problems.add(at, LawMistake.DEFINED_TWICE.with(id));
      return false;
    }
    return true;
  }
}
