package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.Citation;
import kz.senim.core.law.Nature;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** Reads the folder of an act: {@code act.yaml}, and the files of its provisions. */
final class ActReader {

  static final Set<String> ACT =
      Set.of(
          "act",
          "kind",
          "number",
          "adopted",
          "title",
          "short-title",
          "in-force",
          "edition",
          "checked-on",
          "known-changes",
          "repealed",
          "draft",
          "scope");
  static final Set<String> FILE = Set.of("act", "section", "parameters", "provisions");
  static final Set<String> SECTION = Set.of("id", "title", "amended");
  static final Set<String> PROVISION =
      Set.of(
          "provision",
          "nature",
          "in-force",
          "introduced",
          "amended",
          "excluded",
          "summary",
          "term",
          "note",
          "requirements",
          "exceptions");
  static final Set<String> PARAMETER =
      Set.of("parameter", "cites", "type", "unit", "name", "values", "alternatives");
  static final Set<String> AMENDMENT = Set.of("act", "on", "effective");

  private static final Set<String> NATURES =
      Set.of("duty", "prohibition", "permission", "definition", "scope", "procedure", "reference");

  /** The footnotes say "ten calendar days after the day of its first official publication". */
  private static final int DAYS_TO_EFFECT = 10;

  private final Raw raw;
  private final Problems problems;

  ActReader(Raw raw, Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  void readAct(Node root) {
    Fields f = Fields.of(root, problems, ACT);
    String id = f.text("act");
    LocalDate adopted = f.date("adopted");
    List<Act.KnownChange> changes = new ArrayList<>();
    for (Node node : f.findList("known-changes")) {
      Fields change = Fields.of(node, problems, Set.of("on", "note"));
      changes.add(new Act.KnownChange(change.date("on"), change.localized("note")));
    }
    Act act =
        new Act(
            id,
            f.text("kind"),
            f.text("number"),
            adopted,
            f.localized("title"),
            f.has("short-title") ? f.localized("short-title") : f.localized("title"),
            f.node("in-force").map(this::inForce).orElse(estimated(adopted)),
            f.date("edition"),
            f.date("checked-on"),
            changes,
            repeal(f),
            null,
            f.flag("draft"),
            null,
            List.of());
    if (raw.acts.putIfAbsent(id, new Raw.RawAct(act, scope(f), new LinkedHashMap<>(), f.at()))
        != null) {
      problems.add(f.at("act"), LawMistake.DEFINED_TWICE.with(id));
    }
  }

  void readProvisions(Node root) {
    Fields file = Fields.of(root, problems, FILE);
    String act = file.text("act");
    String section = file.node("section").map(node -> section(act, file, node)).orElse("");
    file.findList("parameters").forEach(node -> parameter(act, node));
    file.findList("provisions").forEach(node -> provision(act, section, node));
  }

  private String section(String act, Fields file, Node node) {
    Fields f = Fields.of(node, problems, SECTION);
    String id = f.text("id");
    Localized title = f.localized("title");
    Raw.RawAct known = raw.acts.get(act);
    if (known == null) {
      problems.add(file.at("act"), LawMistake.NO_ACT_FILE.with(act));
      return id;
    }
    Raw.RawSection before =
        known.sections().putIfAbsent(id, new Raw.RawSection(id, title, amended(f), f.at()));
    if (before != null && !before.title().equals(title)) {
      problems.add(f.at("title"), LawMistake.OTHER_TITLE.with(id, before.at().file()));
    }
    return id;
  }

  private void parameter(String act, Node node) {
    Fields f = Fields.of(node, problems, PARAMETER);
    String id = f.text("parameter");
    if (!id.matches("limit\\.[a-z][A-Za-z0-9]*") && !id.isEmpty()) {
      problems.add(f.at("parameter"), LawMistake.FIGURE_NAME.with(id));
    }
    Type type = VocabularyReader.type(f, "type");
    String unit = f.findText("unit");
    if (type == Type.NUMBER && unit == null) {
      problems.add(f.at(), LawMistake.NO_UNIT.with());
    }
    List<Parameter.Dated> values = new ArrayList<>();
    for (Node item : f.findList("values")) {
      Fields dated = Fields.of(item, problems, Set.of("from", "value"));
      LocalDate from = dated.date("from");
      value(dated, type, unit, id)
          .ifPresent(
              value -> {
                if (!values.isEmpty() && !values.getLast().from().isBefore(from)) {
                  problems.add(dated.at("from"), LawMistake.VALUES_OVERLAP.with(id));
                }
                values.add(new Parameter.Dated(from, value));
              });
    }
    if (values.isEmpty()) {
      problems.add(f.at(), LawMistake.NO_VALUES.with());
    }
    List<Parameter.Alternative> alternatives = new ArrayList<>();
    for (Node item : f.findList("alternatives")) {
      Fields other = Fields.of(item, problems, Set.of("id", "value", "note"));
      value(other, type, unit, id)
          .ifPresent(
              value ->
                  alternatives.add(
                      new Parameter.Alternative(other.text("id"), value, other.localized("note"))));
    }
    Parameter parameter =
        new Parameter(
            id, act, f.text("cites"), type, unit, f.localized("name"), values, alternatives, null);
    if (raw.parameters.putIfAbsent(id, parameter) != null) {
      problems.add(f.at("parameter"), LawMistake.DEFINED_TWICE.with(id));
    }
    raw.parameterAt.putIfAbsent(id, f.at("cites"));
  }

  private Optional<Object> value(Fields f, Type type, @Nullable String unit, String name) {
    return f.node("value").flatMap(v -> Values.read(type, unit, List.of(), name, v, problems));
  }

  private void provision(String act, String section, Node node) {
    Fields f = Fields.of(node, problems, PROVISION);
    String citation = f.text("provision");
    if (!citation.isEmpty() && !Citation.isSpelled(citation)) {
      problems.add(f.at("provision"), LawMistake.CITATION.with(citation));
      return;
    }
    Nature nature = Nature.REFERENCE;
    String word = f.word("nature", NATURES);
    if (NATURES.contains(word)) {
      nature = Nature.valueOf(word.toUpperCase(Locale.ROOT));
    }
    Act.InForce inForce = f.has("in-force") ? inForce(f.node("in-force").orElseThrow()) : null;
    Localized summary = f.localized("summary");
    if (!summary.ru().isEmpty() && summary.ru().equals(summary.kk())) {
      problems.add(f.at("summary"), LawMistake.SAME_SUMMARY.with());
    }
    List<Raw.RawException> exceptions = new ArrayList<>();
    for (Node item : f.findList("exceptions")) {
      Fields e = Fields.of(item, problems, Set.of("to", "when", "cites"));
      Node.Scalar when = e.findScalar("when");
      if (when == null) {
        problems.add(e.at(), LawMistake.NO_WHEN.with());
      } else {
        exceptions.add(new Raw.RawException(e.text("to"), when, e.text("cites"), e.at("to")));
      }
    }
    List<Fields> requirements = new ArrayList<>();
    for (Node item : f.findList("requirements")) {
      requirements.add(Fields.of(item, problems, RequirementReader.REQUIREMENT));
    }
    raw.provisions.add(
        new Raw.RawProvision(
            act,
            citation,
            section,
            nature,
            inForce == null ? null : inForce.from(),
            inForce == null ? null : inForce.basis(),
            f.has("introduced") ? amendment(f.node("introduced").orElseThrow()) : null,
            amended(f),
            f.has("excluded") ? amendment(f.node("excluded").orElseThrow()) : null,
            summary,
            f.findLocalized("term"),
            note(f),
            requirements,
            exceptions,
            f.at("provision")));
  }

  /** A note is for lawyers and authors: English will do, the other languages are welcome. */
  private @Nullable Localized note(Fields f) {
    Node node = f.find("note");
    if (node == null) {
      return null;
    }
    Fields note = Fields.of(node, problems, Set.of("en", "ru", "kk"));
    String en = note.text("en");
    return new Localized(en, note.textOr("ru", en), note.textOr("kk", en));
  }

  private List<Amendment> amended(Fields f) {
    List<Amendment> amended = new ArrayList<>();
    for (Node node : f.findList("amended")) {
      Amendment amendment = amendment(node);
      if (!amended.isEmpty() && amendment.on().isBefore(amended.getLast().on())) {
        problems.add(node.at(), LawMistake.AMENDMENTS_ORDER.with());
      }
      amended.add(amendment);
    }
    return amended;
  }

  private Amendment amendment(Node node) {
    Fields f = Fields.of(node, problems, AMENDMENT);
    LocalDate on = f.date("on");
    LocalDate effective = f.findDate("effective");
    return effective == null
        ? new Amendment(f.text("act"), on, estimated(on).from(), Act.Basis.ESTIMATED)
        : new Amendment(f.text("act"), on, effective, Act.Basis.PUBLISHED);
  }

  private Act.InForce inForce(Node node) {
    Fields f = Fields.of(node, problems, Set.of("from", "basis"));
    boolean estimated =
        f.has("basis") && f.word("basis", Set.of("published", "estimated")).equals("estimated");
    return new Act.InForce(f.date("from"), estimated ? Act.Basis.ESTIMATED : Act.Basis.PUBLISHED);
  }

  private static Act.InForce estimated(LocalDate day) {
    return new Act.InForce(day.plusDays(DAYS_TO_EFFECT), Act.Basis.ESTIMATED);
  }

  private Act.@Nullable Repeal repeal(Fields f) {
    if (!f.has("repealed")) {
      return null;
    }
    Fields repealed = Fields.of(f.node("repealed").orElseThrow(), problems, Set.of("from", "by"));
    return new Act.Repeal(repealed.date("from"), repealed.text("by"));
  }

  private Raw.@Nullable RawScope scope(Fields f) {
    Node node = f.find("scope");
    if (node == null) {
      return null;
    }
    Fields scope = Fields.of(node, problems, Set.of("cites", "applies", "except"));
    List<Raw.RawExemption> except = new ArrayList<>();
    for (Node item : scope.findList("except")) {
      Fields e = Fields.of(item, problems, Set.of("cites", "when"));
      Node.Scalar when = e.findScalar("when");
      if (when == null) {
        problems.add(e.at(), LawMistake.NO_WHEN.with());
      } else {
        except.add(new Raw.RawExemption(e.text("cites"), when, e.at("cites")));
      }
    }
    Node.Scalar applies = scope.findScalar("applies");
    if (applies == null) {
      problems.add(scope.at(), LawMistake.NO_APPLIES.with());
      return null;
    }
    return new Raw.RawScope(scope.text("cites"), applies, except, scope.at("cites"));
  }
}
