package kz.senim.core.authoring;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.law.Act;
import kz.senim.core.law.Checklist;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Rule;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Message;

/** Checks that need the whole book: citations that lead nowhere, idle facts, twins, conflicts. */
final class BookChecks {

  private final LawBook book;
  private final Raw raw;
  private final Map<String, Position> requirementAt;
  private final Map<String, Node> sameAs;
  private final Problems problems;

  BookChecks(
      LawBook book,
      Raw raw,
      Map<String, Position> requirementAt,
      Map<String, Node> sameAs,
      Problems problems) {
    this.book = book;
    this.raw = raw;
    this.requirementAt = requirementAt;
    this.sameAs = sameAs;
    this.problems = problems;
  }

  void run() {
    citations();
    idleFacts();
    twins();
    new Conflicts(book, requirementAt, problems).find();
  }

  private void citations() {
    for (Parameter parameter : book.parameters()) {
      cited(parameter.act(), parameter.cites(), raw.parameterAt.get(parameter.id()));
    }
    for (Raw.RawProvision provision : raw.provisions) {
      provision.exceptions().forEach(e -> cited(provision.act(), e.cites(), e.at()));
    }
    for (Raw.RawAct act : raw.acts.values()) {
      if (act.scope() != null) {
        cited(act.act().id(), act.scope().cites(), act.scope().at());
        act.scope().except().forEach(e -> cited(act.act().id(), e.cites(), e.at()));
      }
    }
    for (Requirement requirement : book.requirements()) {
      for (String id : requirement.answersTo()) {
        if (book.findProvision(id).isEmpty()) {
          problems.add(
              requirementAt.getOrDefault(requirement.id(), Position.of("law")),
              LawMistake.ANSWERS_TO_NOTHING.with(requirement.id(), id));
        }
      }
    }
    for (Checklist checklist : book.checklists()) {
      cited(checklist.act(), checklist.id(), null);
    }
    for (Raw.RawAddressee addressee : raw.addressees.values()) {
      if (!addressee.cites().isEmpty() && book.findProvision(addressee.cites()).isEmpty()) {
        problems.add(addressee.at(), LawMistake.NO_PROVISION.with(addressee.cites()));
      }
    }
  }

  private void cited(String act, String citation, @org.jspecify.annotations.Nullable Position at) {
    if (book.findProvision(act + "/" + citation).isEmpty()) {
      problems.add(
          at == null ? Position.of(act) : at, LawMistake.NO_PROVISION_IN.with(citation, act));
    }
  }

  private void idleFacts() {
    BitSet used = new BitSet();
    for (Requirement requirement : book.requirements()) {
      Evaluation.facts(requirement.met(), used::set);
      if (requirement.applies() != null) {
        Evaluation.facts(requirement.applies(), used::set);
      }
      requirement.exceptions().forEach(e -> Evaluation.facts(e.when(), used::set));
      if (requirement.recurs() != null) {
        used.set(requirement.recurs().last());
        if (requirement.recurs().fact() >= 0) {
          used.set(requirement.recurs().fact());
        }
      }
      if (requirement.due() != null) {
        used.set(requirement.due().after());
      }
    }
    for (Act act : book.acts()) {
      if (act.scope() != null) {
        Evaluation.facts(act.scope().applies(), used::set);
        act.scope().except().forEach(e -> Evaluation.facts(e.when(), used::set));
      }
    }
    for (Vocabulary.Addressee addressee : book.vocabulary().addressees()) {
      Evaluation.facts(addressee.when(), used::set);
    }
    for (Vocabulary.Subject subject : book.vocabulary().subjects()) {
      if (subject.exists() != null) {
        Evaluation.facts(subject.exists(), used::set);
      }
    }
    for (int i = 0; i < book.facts().size(); i++) {
      String id = book.facts().get(i).id();
      if (!used.get(i)) {
        problems.add(
            raw.factAt.getOrDefault(id, Position.of("vocabulary")), LawMistake.IDLE_FACT.with(id));
      }
    }
  }

  /** Two requirements with the same rules are one too many, unless one says why. */
  private void twins() {
    Map<List<Object>, Requirement> known = new HashMap<>();
    Set<String> excused = new HashSet<>();
    sameAs.forEach(
        (id, node) -> {
          Fields f = Fields.of(node, problems, Set.of("requirement", "because"));
          String other = f.text("requirement");
          f.text("because");
          if (book.findRequirement(other).isEmpty()) {
            problems.add(
                f.at("requirement"), LawMistake.NO_REQUIREMENT.with(other, Message.NOTHING));
          }
          excused.add(id);
        });
    for (Requirement requirement : book.requirements()) {
      Rule applies = requirement.applies() == null ? new Rule.Always(true) : requirement.applies();
      Requirement twin = known.putIfAbsent(List.of(applies, requirement.met()), requirement);
      if (twin != null
          && !twin.id().equals(requirement.id())
          && !excused.contains(requirement.id())
          && !excused.contains(twin.id())) {
        problems.add(
            requirementAt.getOrDefault(requirement.id(), Position.of("law")),
            LawMistake.TWINS.with(requirement.id(), twin.id()));
      }
    }
  }
}
