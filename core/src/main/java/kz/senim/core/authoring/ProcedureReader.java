package kz.senim.core.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.casework.Names;
import kz.senim.core.casework.Procedure;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.RuleCompiler;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads and compiles a procedure's table. */
final class ProcedureReader {

  static final Set<String> FILE =
      Set.of("procedure", "act", "edition", "title", "roles", "fields", "stages", "acts", "clocks");
  static final Set<String> STAGE = Set.of("stage", "name", "outcome");
  static final Set<String> ACT =
      Set.of("act", "name", "by", "from", "to", "guard", "refusal", "needs", "cites");
  static final Set<String> NEED = Set.of("attachment", "field", "when", "name", "cites");
  static final Set<String> CLOCK =
      Set.of(
          "clock",
          "name",
          "owner",
          "term",
          "unit",
          "starts",
          "stops",
          "when",
          "counted-from",
          "lapse",
          "cites");
  static final Set<String> FIELD = Set.of("field", "type", "options", "name");

  private static final Map<String, Procedure.Unit> UNITS =
      Map.of(
          "working-days", Procedure.Unit.WORKING_DAYS,
          "days", Procedure.Unit.DAYS,
          "months", Procedure.Unit.MONTHS,
          "years", Procedure.Unit.YEARS,
          "hours", Procedure.Unit.HOURS);

  private final Map<String, Name> figures;
  private final Problems problems;

  /** Where each row stands, for the checks of the whole table. */
  final Map<Object, Position> at = new HashMap<>();

  /**
   * @param figures the names of the law book's parameters
   */
  ProcedureReader(Map<String, Name> figures, Problems problems) {
    this.figures = figures;
    this.problems = problems;
  }

  Procedure read(Node root) {
    Fields f = Fields.of(root, problems, FILE);
    List<Procedure.Role> roles = new ArrayList<>();
    for (Node node : f.findList("roles")) {
      Fields r = Fields.of(node, problems, Set.of("role", "name"));
      roles.add(new Procedure.Role(r.text("role"), r.localized("name")));
    }
    List<Procedure.Field> fields = new ArrayList<>();
    for (Node node : f.findList("fields")) {
      fields.add(field(node));
    }
    List<Procedure.Stage> stages = new ArrayList<>();
    for (Node node : f.findList("stages")) {
      Fields s = Fields.of(node, problems, STAGE);
      String outcome = s.findText("outcome");
      Procedure.Stage stage =
          new Procedure.Stage(s.text("stage"), s.localized("name"), outcome != null, outcome);
      stages.add(stage);
      at.put(stage, s.at("stage"));
    }
    if (stages.isEmpty()) {
      problems.add(f.at(), LawMistake.NO_STAGES.with());
    }
    List<Node> acts = f.findList("acts");
    List<String> actIds = new ArrayList<>();
    for (Node node : acts) {
      if (node instanceof Node.Mapping) {
        actIds.add(Fields.any(node, problems).textOr("act", ""));
      }
    }
    Map<String, Name> names = new HashMap<>(figures);
    names.putAll(new Names(fields, actIds).declared());
    RuleCompiler compiler = new RuleCompiler(names);
    Known known =
        new Known(
            roles.stream().map(Procedure.Role::id).toList(),
            stages.stream().map(Procedure.Stage::id).toList(),
            actIds,
            fields.stream().map(Procedure.Field::id).toList(),
            fields.stream()
                .filter(field -> field.type() == Type.DATE)
                .map(Procedure.Field::id)
                .toList());
    List<Procedure.Move> moves = new ArrayList<>();
    for (Node node : acts) {
      moves.add(move(node, compiler, known));
    }
    List<Procedure.Clock> clocks = new ArrayList<>();
    for (Node node : f.findList("clocks")) {
      clocks.add(clock(node, compiler, known));
    }
    Procedure procedure =
        new Procedure(
            f.text("procedure"),
            f.text("act"),
            f.date("edition"),
            f.localized("title"),
            roles,
            fields,
            stages,
            moves,
            clocks);
    at.put(procedure, f.at("procedure"));
    return procedure;
  }

  private record Known(
      List<String> roles,
      List<String> stages,
      List<String> acts,
      List<String> fields,
      List<String> dates) {}

  private Procedure.Field field(Node node) {
    Fields f = Fields.of(node, problems, FIELD);
    Type type = VocabularyReader.type(f, "type");
    List<String> options = f.findScalars("options").stream().map(Node.Scalar::text).toList();
    if (options.isEmpty() == (type == Type.CHOICE || type == Type.SET)) {
      problems.add(f.at(), LawMistake.FIELD_OPTIONS.with());
    }
    return new Procedure.Field(f.text("field"), type, options, f.localized("name"));
  }

  private Procedure.Move move(Node node, RuleCompiler compiler, Known known) {
    Fields f = Fields.of(node, problems, ACT);
    List<Procedure.Need> needs = new ArrayList<>();
    for (Node item : f.findList("needs")) {
      Fields n = Fields.of(item, problems, NEED);
      boolean field = n.has("field");
      if (field == n.has("attachment")) {
        problems.add(n.at(), LawMistake.NEED.with());
      }
      String id = n.text(field ? "field" : "attachment");
      if (field) {
        known(known.fields(), id, "field", n.at("field"));
      }
      needs.add(
          new Procedure.Need(
              field ? "field" : "attachment",
              id,
              rule(n, "when", compiler),
              n.localized("name"),
              n.textOr("cites", f.textOr("cites", ""))));
    }
    if (f.findList("by").isEmpty()) {
      problems.add(f.at(), LawMistake.NO_ACTOR.with());
    }
    Procedure.Move move =
        new Procedure.Move(
            f.text("act"),
            f.localized("name"),
            list(f, "by", known.roles(), "role"),
            list(f, "from", known.stages(), "stage"),
            f.has("to") ? one(f, "to", known.stages(), "stage") : null,
            rule(f, "guard", compiler),
            f.findLocalized("refusal"),
            needs,
            f.text("cites"));
    if (f.findList("from").isEmpty()) {
      problems.add(f.at(), LawMistake.NO_FROM.with());
    }
    at.put(move, f.at("act"));
    return move;
  }

  private Procedure.Clock clock(Node node, RuleCompiler compiler, Known known) {
    Fields f = Fields.of(node, problems, CLOCK);
    String term = f.text("term");
    int length = 0;
    int parameter = -1;
    if (term.matches("\\d{1,4}")) {
      length = Integer.parseInt(term);
    } else {
      Name name = figures.get(term);
      if (name == null || name.type() != Type.NUMBER) {
        problems.add(
            f.at("term"), LawMistake.NOT_A_TERM.with(term, Nearest.hint(term, figures.keySet())));
      } else {
        parameter = name.index();
      }
    }
    Procedure.Lapse lapse = null;
    Node lapseNode = f.find("lapse");
    if (lapseNode != null) {
      Fields l = Fields.of(lapseNode, problems, Set.of("to", "name", "cites"));
      lapse =
          new Procedure.Lapse(
              one(l, "to", known.stages(), "stage"),
              l.localized("name"),
              l.textOr("cites", f.textOr("cites", "")));
    }
    Procedure.Clock clock =
        new Procedure.Clock(
            f.text("clock"),
            f.localized("name"),
            one(f, "owner", known.roles(), "role"),
            length,
            parameter,
            UNITS.getOrDefault(f.word("unit", UNITS.keySet()), Procedure.Unit.DAYS),
            list(f, "starts", known.acts(), "act"),
            list(f, "stops", known.acts(), "act"),
            rule(f, "when", compiler),
            f.has("counted-from") ? one(f, "counted-from", known.fields(), "field") : null,
            lapse,
            f.text("cites"));
    String from = clock.fromField();
    if (from != null && clock.unit() == Procedure.Unit.HOURS) {
      problems.add(f.at("counted-from"), LawMistake.HOURS.with());
    }
    if (from != null && known.dates().stream().noneMatch(from::equals)) {
      problems.add(f.at("counted-from"), LawMistake.FIELD_NOT_A_DATE.with(from));
    }
    if (clock.starts().isEmpty()) {
      problems.add(f.at(), LawMistake.CLOCK_NOT_STARTED.with());
    }
    if (clock.stops().isEmpty() && lapse == null) {
      problems.add(f.at(), LawMistake.CLOCK_NOT_STOPPED.with());
    }
    at.put(clock, f.at("clock"));
    return clock;
  }

  private @Nullable Rule rule(Fields f, String key, RuleCompiler compiler) {
    Node.Scalar text = f.findScalar(key);
    Optional<Rule> rule = text == null ? Optional.empty() : compiler.compile(text, problems);
    return rule.orElse(null);
  }

  private String one(Fields f, String key, List<String> known, String what) {
    String id = f.text(key);
    known(known, id, what, f.at(key));
    return id;
  }

  private List<String> list(Fields f, String key, List<String> known, String what) {
    List<String> ids = new ArrayList<>();
    for (Node.Scalar scalar : f.findScalars(key)) {
      known(known, scalar.text(), what, scalar.at());
      ids.add(scalar.text());
    }
    return ids;
  }

  private void known(List<String> known, String id, String what, Position place) {
    if (!known.contains(id) && !id.isEmpty()) {
      problems.add(place, LawMistake.PROCEDURE_LACKS.with(what, id, Nearest.hintOrAll(id, known)));
    }
  }
}
