package kz.senim.core.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Reason;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requirements of a law book bind a subject and how each stands. Pure and immutable;
 * make one per book and share it.
 *
 * <p>Whom the act binds, whom the requirement addresses and whether its subject exists are the same
 * for many requirements: each such gate is decided once per assessment.
 */
public final class Assessor {

  private final LawBook book;
  private final List<Rule> gates = new ArrayList<>();
  private final List<Gated> gated = new ArrayList<>();
  private final Set<String> drafts;
  private final LocalDate earliest;

  /**
   * A requirement with its gates.
   *
   * @param gates indexes into {@link #gates}
   * @param own its own condition and exceptions; null when it has none
   * @param whole all of it as one conjunction
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Gated(
      Requirement requirement,
      Act act,
      LocalDate wordingFrom,
      int[] gates,
      @Nullable Rule own,
      Rule whole) {}

  public Assessor(LawBook book) {
    this(book, Set.of());
  }

  /**
   * @param drafts acts that are only drafts and shall be applied all the same
   */
  public Assessor(LawBook book, Set<String> drafts) {
    this.book = book;
    this.drafts = Set.copyOf(drafts);
    Map<Rule, Integer> known = new HashMap<>();
    Map<String, Rule> addressees = new HashMap<>();
    book.vocabulary().addressees().forEach(a -> addressees.put(a.id(), a.when()));
    Map<String, Vocabulary.Subject> subjects = new HashMap<>();
    book.vocabulary().subjects().forEach(s -> subjects.put(s.id(), s));
    for (Requirement requirement : book.requirements()) {
      Provision provision = book.provisionOf(requirement);
      Act act = book.getAct(provision.act());
      if (act.draft() && !drafts.contains(act.id())) {
        continue;
      }
      List<Rule> parts = new ArrayList<>();
      if (act.scope() != null) {
        parts.add(scope(act.scope()));
      }
      parts.add(anyOf(requirement.addressees().stream().map(id -> get(addressees, id)).toList()));
      Rule exists = get(subjects, requirement.subject()).exists();
      if (exists != null) {
        parts.add(exists);
      }
      int[] own = new int[parts.size()];
      for (int i = 0; i < own.length; i++) {
        Rule gate = parts.get(i);
        own[i] =
            known.computeIfAbsent(
                gate,
                rule -> {
                  gates.add(rule);
                  return gates.size() - 1;
                });
      }
      Rule condition = condition(requirement);
      if (condition != null) {
        parts.add(condition);
      }
      gated.add(
          new Gated(
              requirement,
              act,
              provision.wordingFrom(),
              own,
              condition,
              new Rule.And(List.copyOf(parts))));
    }
    earliest =
        gated.stream()
            .map(g -> g.act().inForce().from())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
  }

  public LawBook book() {
    return book;
  }

  /**
   * Decides every requirement in force on the day.
   *
   * @throws BeforeTheLaw when none of the acts was in force yet
   */
  public Assessment assess(Facts facts, LocalDate asOf) {
    if (asOf.isBefore(earliest)) {
      throw new BeforeTheLaw(asOf, earliest);
    }
    @Nullable Object[] values = facts.on(asOf);
    Evaluation evaluation = new Evaluation(values, book.parametersOn(asOf), asOf);
    Reason[] decidedGates = new Reason[gates.size()];
    for (int i = 0; i < decidedGates.length; i++) {
      decidedGates[i] = evaluation.decide(gates.get(i));
    }
    List<Decision> decisions = new ArrayList<>(gated.size());
    Set<String> actsUsed = new TreeSet<>();
    int earlier = 0;
    BitSet seen = new BitSet();
    for (Gated g : gated) {
      if (!inForce(g, asOf)) {
        continue;
      }
      Decision decision = decide(g, decidedGates, evaluation, asOf, seen);
      actsUsed.add(g.act().id());
      if (decision.earlierWording() && decision.outcome() != Outcome.NOT_APPLICABLE) {
        earlier++;
      }
      decisions.add(decision);
    }
    return new Assessment(
        asOf, decisions, Warnings.of(book, actsUsed, drafts, facts, asOf, earlier));
  }

  /** As {@link #assess(Facts, LocalDate)}, for a single question. */
  public static Assessment assess(LawBook book, Facts facts, LocalDate asOf) {
    return new Assessor(book).assess(facts, asOf);
  }

  /** The outcome of each requirement that is in force on the day, without reasons. */
  Outcome[] outcomes(@Nullable Object[] values, LocalDate asOf, List<Integer> which) {
    Evaluation evaluation = new Evaluation(values, book.parametersOn(asOf), asOf);
    @Nullable Truth[] decided = new Truth[gates.size()];
    Outcome[] outcomes = new Outcome[which.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = outcome(gated.get(which.get(i)), evaluation, decided);
    }
    return outcomes;
  }

  int size() {
    return gated.size();
  }

  boolean inForce(int requirement, LocalDate asOf) {
    return inForce(gated.get(requirement), asOf);
  }

  /** The facts on which the requirement depends, in whatever way. */
  BitSet dependsOn(int requirement) {
    BitSet facts = new BitSet();
    Gated g = gated.get(requirement);
    Evaluation.facts(g.whole(), facts::set);
    Evaluation.facts(g.requirement().met(), facts::set);
    return facts;
  }

  private static boolean inForce(Gated g, LocalDate asOf) {
    return g.act().inForceOn(asOf) && g.requirement().inForceOn(asOf);
  }

  private Outcome outcome(Gated g, Evaluation evaluation, @Nullable Truth[] decided) {
    Truth applies = Truth.TRUE;
    for (int gate : g.gates()) {
      Truth truth = decided[gate];
      if (truth == null) {
        truth = evaluation.truth(gates.get(gate));
        decided[gate] = truth;
      }
      applies = and(applies, truth);
    }
    if (applies != Truth.FALSE && g.own() != null) {
      applies = and(applies, evaluation.truth(g.own()));
    }
    return switch (applies) {
      case FALSE -> Outcome.NOT_APPLICABLE;
      case UNKNOWN -> Outcome.UNDECIDED;
      case TRUE ->
          switch (evaluation.truth(g.requirement().met())) {
            case TRUE -> Outcome.MET;
            case FALSE -> Outcome.NOT_MET;
            case UNKNOWN -> Outcome.UNDECIDED;
          };
    };
  }

  private Decision decide(
      Gated g, Reason[] decidedGates, Evaluation evaluation, LocalDate asOf, BitSet seen) {
    Truth truth = Truth.TRUE;
    List<Reason> parts = new ArrayList<>(g.gates().length + 1);
    for (int gate : g.gates()) {
      Reason reason = decidedGates[gate];
      truth = and(truth, reason.truth());
      parts.add(reason);
    }
    if (g.own() != null) {
      Reason reason = evaluation.decide(g.own());
      truth = and(truth, reason.truth());
      parts.add(reason);
    }
    if (truth != Truth.TRUE) {
      Truth kept = truth;
      parts.removeIf(reason -> reason.truth() != kept);
    }
    Reason applies = new Reason(g.whole(), truth, parts);
    boolean earlier = asOf.isBefore(g.wordingFrom());
    if (truth == Truth.FALSE) {
      return new Decision(
          g.requirement(), Outcome.NOT_APPLICABLE, applies, null, List.of(), earlier);
    }
    Reason met = evaluation.decide(g.requirement().met());
    Outcome outcome =
        truth == Truth.UNKNOWN || met.truth() == Truth.UNKNOWN
            ? Outcome.UNDECIDED
            : met.truth() == Truth.TRUE ? Outcome.MET : Outcome.NOT_MET;
    List<Integer> missing = List.of();
    if (outcome == Outcome.UNDECIDED) {
      List<Integer> found = new ArrayList<>();
      seen.clear();
      evaluation.missing(applies, fact -> addOnce(found, seen, fact));
      evaluation.missing(met, fact -> addOnce(found, seen, fact));
      missing = found;
    }
    return new Decision(g.requirement(), outcome, applies, met, missing, earlier);
  }

  private static void addOnce(List<Integer> found, BitSet seen, int fact) {
    if (!seen.get(fact)) {
      seen.set(fact);
      found.add(fact);
    }
  }

  private static Truth and(Truth a, Truth b) {
    if (a == Truth.FALSE || b == Truth.FALSE) {
      return Truth.FALSE;
    }
    return a == Truth.UNKNOWN || b == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE;
  }

  private static Rule scope(Act.Scope scope) {
    List<Rule> parts = new ArrayList<>();
    parts.add(scope.applies());
    scope.except().forEach(exemption -> parts.add(new Rule.Not(exemption.when())));
    return parts.size() == 1 ? parts.getFirst() : new Rule.And(List.copyOf(parts));
  }

  private static @Nullable Rule condition(Requirement requirement) {
    List<Rule> parts = new ArrayList<>();
    if (requirement.applies() != null) {
      parts.add(requirement.applies());
    }
    requirement.exceptions().forEach(exemption -> parts.add(new Rule.Not(exemption.when())));
    return switch (parts.size()) {
      case 0 -> null;
      case 1 -> parts.getFirst();
      default -> new Rule.And(List.copyOf(parts));
    };
  }

  private static Rule anyOf(List<Rule> rules) {
    return rules.size() == 1 ? rules.getFirst() : new Rule.Or(rules);
  }

  private static <T> T get(Map<String, T> map, String id) {
    T value = map.get(id);
    if (value == null) {
      throw new IllegalStateException("the book does not define '" + id + "'");
    }
    return value;
  }
}
