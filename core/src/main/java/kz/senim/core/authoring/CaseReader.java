package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;

/** Reads the files of test cases that stand beside the law. */
final class CaseReader {

  static final Set<String> FILE = Set.of("given", "as-of", "origin", "cases");
  static final Set<String> CASE =
      Set.of("case", "as-of", "facts", "attest", "expect", "origin", "cites");
  static final Set<String> OUTCOMES = Set.of("met", "not-met", "undecided", "not-applicable");
  static final Set<String> ORIGINS = Set.of("constructed", "published", "inspection");

  private final Raw raw;
  private final Problems problems;

  CaseReader(Raw raw, Problems problems) {
    this.raw = raw;
    this.problems = problems;
  }

  void read(String file, Node root) {
    Fields f = Fields.of(root, problems, FILE);
    if (f.has("origin")) {
      f.word("origin", ORIGINS);
    }
    LocalDate shared = f.findDate("as-of");
    List<CaseFile.Case> cases = new ArrayList<>();
    for (Node node : f.findList("cases")) {
      Fields c = Fields.of(node, problems, CASE);
      LocalDate asOf = c.findDate("as-of");
      if (asOf == null) {
        asOf = shared;
      }
      if (asOf == null) {
        problems.add(c.at(), LawMistake.NO_DAY.with());
        continue;
      }
      Map<String, CaseFile.Expected> expect = new LinkedHashMap<>();
      Node expected = c.node("expect").orElse(null);
      if (expected != null) {
        Fields e = Fields.any(expected, problems);
        for (String id : e.names()) {
          expect.put(id, new CaseFile.Expected(e.word(id, OUTCOMES), e.at(id)));
        }
      }
      cases.add(
          new CaseFile.Case(
              c.text("case"), asOf, values(c, "facts"), values(c, "attest"), expect, c.at("case")));
    }
    raw.caseFiles.add(new CaseFile(file, values(f, "given"), cases));
  }

  private Map<String, Node> values(Fields f, String key) {
    Map<String, Node> values = new LinkedHashMap<>();
    Node node = f.find(key);
    if (node == null) {
      return values;
    }
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        values.put(entry.key().text(), entry.value());
      }
    } else {
      problems.add(node.at(), LawMistake.IDS_TO_VALUES.with(key, node.kind()));
    }
    return values;
  }
}
