package kz.senim.core.authoring;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;

/** Runs the cases against the compiled book, and asks for those that are not there. */
final class CaseChecks {

  private final LawBook book;
  private final Assessor assessor;
  private final Problems problems;
  private final Map<String, Set<Outcome>> tried = new HashMap<>();

  CaseChecks(LawBook book, Problems problems) {
    this.book = book;
    this.problems = problems;
    this.assessor =
        new Assessor(
            book, Set.copyOf(book.acts().stream().filter(Act::draft).map(Act::id).toList()));
  }

  /** Runs all of them; returns how many cases there were. */
  int run(List<CaseFile> files) {
    int count = 0;
    for (CaseFile file : files) {
      for (CaseFile.Case one : file.cases()) {
        run(file, one);
        count++;
      }
    }
    return count;
  }

  /** Reports each requirement that no case shows met, or none shows not met. */
  void demand(Map<String, Position> requirements) {
    requirements.forEach(
        (id, at) -> {
          Set<Outcome> outcomes = tried.getOrDefault(id, Set.of());
          if (!outcomes.contains(Outcome.MET) || !outcomes.contains(Outcome.NOT_MET)) {
            String lacks =
                outcomes.contains(Outcome.MET)
                    ? "'not-met'"
                    : outcomes.contains(Outcome.NOT_MET) ? "'met'" : "'met' and none 'not-met'";
            problems.add(at, LawMistake.NO_CASE.with(id, lacks));
          }
        });
  }

  private void run(CaseFile file, CaseFile.Case one) {
    Map<String, Node> written = new LinkedHashMap<>(file.given());
    written.putAll(one.facts());
    one.attested().forEach((id, node) -> written.put(RequirementReader.attestationId(id), node));
    Facts.Builder facts = new Facts.Builder(book);
    written.forEach(
        (id, node) -> {
          if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return;
          }
          int fact = book.factIndex(id);
          if (fact < 0) {
            problems.add(node.at(), LawMistake.UNKNOWN_FACT.with(id, near(id)));
            return;
          }
          Values.read(book.facts().get(fact), node, problems)
              .ifPresent(value -> facts.put(fact, FactValue.declared(value)));
        });
    Assessment assessment;
    try {
      assessment = assessor.assess(facts.build(), one.asOf());
    } catch (BeforeTheLaw e) {
      problems.add(one.at(), e.reason());
      return;
    }
    Map<String, Decision> decisions = new HashMap<>();
    assessment.decisions().forEach(d -> decisions.put(d.requirement().id(), d));
    one.expect().forEach((id, expected) -> compare(one, id, expected, decisions));
  }

  private void compare(
      CaseFile.Case one, String id, CaseFile.Expected expected, Map<String, Decision> decisions) {
    if (book.findRequirement(id).isEmpty()) {
      problems.add(
          expected.at(),
          LawMistake.NO_REQUIREMENT.with(
              id, Nearest.hint(id, book.requirements().stream().map(Requirement::id).toList())));
      return;
    }
    Decision decision = decisions.get(id);
    if (decision == null) {
      problems.add(expected.at(), LawMistake.NOT_IN_FORCE.with(id, one.asOf()));
      return;
    }
    if (decision.outcome().word().equals(expected.outcome())) {
      tried.computeIfAbsent(id, _ -> EnumSet.noneOf(Outcome.class)).add(decision.outcome());
      return;
    }
    Message why =
        decision.missing().isEmpty()
            ? Message.NOTHING
            : LawMistake.LACKS.with(
                decision.missing().stream().map(f -> book.facts().get(f).id()).toList());
    problems.add(
        expected.at(),
        LawMistake.CASE.with(one.name(), id, decision.outcome().word(), expected.outcome(), why));
  }

  private Message near(String id) {
    return Nearest.hint(id, book.facts().stream().map(f -> f.id()).toList());
  }
}
