package kz.senim.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;

/** The order in which reports tell of decisions: by act, and what has one reason together. */
final class Outline {

  private final Report report;
  private final Lang lang;
  private final Explainer explainer;

  Outline(Report report, Lang lang) {
    this.report = report;
    this.lang = lang;
    this.explainer = report.explanations(lang);
  }

  /**
   * Decisions that wait for the same facts.
   *
   * @param missing indexes of the facts, without those that most decisions wait for
   */
  record Waiting(List<Integer> missing, List<Decision> decisions) {}

  /** Decisions that do not apply for the same reason. */
  record Apart(List<Explanation> because, List<Decision> decisions) {}

  Explainer explainer() {
    return explainer;
  }

  /** The decisions of an outcome by act; what is not met by weight within its act. */
  Map<Act, List<Decision>> byAct(Outcome outcome) {
    Map<Act, List<Decision>> acts = new LinkedHashMap<>();
    for (Decision decision : report.assessment().with(outcome)) {
      acts.computeIfAbsent(act(decision), _ -> new ArrayList<>()).add(decision);
    }
    if (outcome == Outcome.NOT_MET) {
      acts.values().forEach(list -> list.sort(Comparator.comparing(this::level)));
    }
    return acts;
  }

  /** What is undecided, by what it waits for; what most wait for is left out. */
  List<Waiting> waiting(Map<Integer, Integer> awaited) {
    Map<List<String>, Waiting> groups = new LinkedHashMap<>();
    for (Decision decision : report.assessment().with(Outcome.UNDECIDED)) {
      List<Integer> own =
          decision.missing().stream().filter(fact -> !awaited.containsKey(fact)).toList();
      groups
          .computeIfAbsent(
              own.stream().map(this::question).toList(), _ -> new Waiting(own, new ArrayList<>()))
          .decisions()
          .add(decision);
    }
    return List.copyOf(groups.values());
  }

  /** What does not apply, by why. */
  List<Apart> apart() {
    Map<List<String>, List<Explanation>> reasons = new LinkedHashMap<>();
    Map<List<String>, List<Decision>> groups = new LinkedHashMap<>();
    for (Decision decision : report.assessment().with(Outcome.NOT_APPLICABLE)) {
      List<Explanation> because = explainer.lines(decision);
      List<String> key = because.stream().map(Explanation::text).toList();
      reasons.putIfAbsent(key, because);
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(decision);
    }
    List<Apart> apart = new ArrayList<>();
    groups.forEach(
        (key, decisions) -> apart.add(new Apart(reasons.getOrDefault(key, List.of()), decisions)));
    return apart;
  }

  /** Citations of decisions, each act and each citation named once. */
  String citations(List<Decision> decisions) {
    Map<String, Map<String, Integer>> acts = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      acts.computeIfAbsent(act(decision).shortTitle().in(lang), _ -> new LinkedHashMap<>())
          .merge(citation(decision), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    acts.forEach(
        (act, citations) -> {
          List<String> each = new ArrayList<>();
          citations.forEach((c, n) -> each.add(whole(n == 1 ? c : c + " (×" + n + ")")));
          texts.add(act + ": " + String.join("; ", each));
        });
    return String.join(" · ", texts);
  }

  /** In a long list a citation is not broken between lines. */
  private static String whole(String citation) {
    return citation.replace(' ', '\u00a0');
  }

  /** What is asked; judgements of one role are one question. */
  private String question(int index) {
    Fact fact = report.book().facts().get(index);
    FactValue known = report.passport().facts().find(index);
    return fact.attestation() != null && (known == null || known.until() == null)
        ? fact.knownBy()
        : fact.id();
  }

  String citation(Decision decision) {
    return CitationText.in(report.provision(decision).citation(), lang);
  }

  Act act(Decision decision) {
    return report.book().getAct(report.provision(decision).act());
  }

  Vocabulary.Level level(Decision decision) {
    return report.book().getSeverity(decision.requirement().severity()).level();
  }
}
