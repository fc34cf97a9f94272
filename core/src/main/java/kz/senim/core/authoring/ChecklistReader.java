package kz.senim.core.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.senim.core.law.Checklist;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Nearest;

/** Reads the forms of inspection checklists. */
final class ChecklistReader {

  static final Set<String> FILE = Set.of("act", "checklists");
  static final Set<String> CHECKLIST = Set.of("checklist", "title", "for", "header", "signatures");
  static final Set<String> FIELD = Set.of("field", "label", "repeats");

  private final Raw raw;
  private final Problems problems;

  ChecklistReader(Raw raw, Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  void read(Node root) {
    Fields file = Fields.of(root, problems, FILE);
    String act = file.text("act");
    for (Node node : file.findList("checklists")) {
      Fields f = Fields.of(node, problems, CHECKLIST);
      List<String> addressees = new ArrayList<>();
      for (Node.Scalar scalar : f.findScalars("for")) {
        addressees.add(scalar.text());
        if (!raw.addressees.containsKey(scalar.text())) {
          problems.add(
              scalar.at(),
              LawMistake.NOT_IN_THE_VOCABULARY.with(
                  "addressee",
                  scalar.text(),
                  Nearest.hintOrAll(scalar.text(), raw.addressees.keySet())));
        }
      }
      raw.checklists.add(
          new Checklist(
              act,
              f.text("checklist"),
              f.localized("title"),
              addressees,
              fields(f, "header"),
              fields(f, "signatures")));
    }
  }

  private List<Checklist.Field> fields(Fields f, String key) {
    List<Checklist.Field> fields = new ArrayList<>();
    for (Node node : f.findList(key)) {
      Fields one = Fields.of(node, problems, FIELD);
      fields.add(
          new Checklist.Field(one.text("field"), one.localized("label"), one.flag("repeats")));
    }
    return fields;
  }
}
