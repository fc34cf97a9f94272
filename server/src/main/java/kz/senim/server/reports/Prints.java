package kz.senim.server.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Periods;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.Assessed;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out what a printed report says. */
@Component
class Prints {

  /** From this many on, a missing answer is told once on top instead of in each group. */
  private static final int MANY = 20;

  private final LawBook book;
  private final IcuMessages messages;
  private final Clock clock;

  Prints(LawBook book, IcuMessages messages, Clock clock) {
    this.book = book;
    this.messages = messages;
    this.clock = clock;
  }

  Print of(Assessed assessed, Lang lang) {
    Assessment assessment = assessed.assessment();
    PrintItems items = new PrintItems(book, messages, assessed, lang);
    List<Print.Item> all = assessment.decisions().stream().map(items::item).toList();
    Map<Outcome, List<Print.Item>> byOutcome = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      byOutcome
          .computeIfAbsent(assessment.decisions().get(i).outcome(), _ -> new ArrayList<>())
          .add(all.get(i));
    }
    Map<Integer, Integer> awaited = awaited(assessment);
    Map<Outcome, Integer> counts = assessment.summary();
    return new Print(
        lang,
        assessed.object().name(),
        assessed.object().code(),
        assessed.organization().name(),
        assessed.organization().bin(),
        assessment.asOf(),
        LocalDate.now(clock),
        book.fingerprint().substring(0, 12),
        checked(),
        assessment.warnings().stream().map(w -> w.text().in(lang)).toList(),
        counts.getOrDefault(Outcome.MET, 0),
        counts.getOrDefault(Outcome.NOT_MET, 0),
        counts.getOrDefault(Outcome.UNDECIDED, 0),
        counts.getOrDefault(Outcome.NOT_APPLICABLE, 0),
        chapters(all),
        weights(byOutcome.getOrDefault(Outcome.NOT_MET, List.of())),
        awaited.entrySet().stream().map(e -> items.question(e.getKey(), e.getValue())).toList(),
        waiting(assessment, awaited, items),
        byAct(byOutcome.getOrDefault(Outcome.MET, List.of())),
        apart(assessment, items),
        duties(assessed, lang),
        facts(assessed.facts(), lang),
        all);
  }

  private LocalDate checked() {
    return book.acts().stream()
        .filter(act -> !act.draft() && act.repealed() == null)
        .map(Act::checkedOn)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<Print.Chapter> chapters(List<Print.Item> all) {
    Map<List<String>, int[]> counts = new LinkedHashMap<>();
    for (Print.Item item : all) {
      int column = List.of("met", "not-met", "undecided").indexOf(item.outcome());
      if (column >= 0) {
        counts.computeIfAbsent(List.of(item.act(), item.chapter()), _ -> new int[3])[column]++;
      }
    }
    List<Print.Chapter> chapters = new ArrayList<>();
    counts.forEach(
        (key, n) ->
            chapters.add(new Print.Chapter(key.getFirst(), key.getLast(), n[0], n[1], n[2])));
    return chapters;
  }

  private static List<Print.Weight> weights(List<Print.Item> items) {
    List<Print.Weight> weights = new ArrayList<>();
    for (Vocabulary.Level level : Vocabulary.Level.values()) {
      List<Print.Item> some =
          items.stream().filter(item -> item.severity().equals(level.word())).toList();
      if (!some.isEmpty()) {
        weights.add(new Print.Weight(level.word(), some));
      }
    }
    return weights;
  }

  private static List<Print.ActItems> byAct(List<Print.Item> items) {
    Map<String, List<Print.Item>> acts = new LinkedHashMap<>();
    items.forEach(item -> acts.computeIfAbsent(item.act(), _ -> new ArrayList<>()).add(item));
    return acts.entrySet().stream().map(e -> new Print.ActItems(e.getKey(), e.getValue())).toList();
  }

  /** Facts for which a large part of the undecided requirements wait, with how many do. */
  private static Map<Integer, Integer> awaited(Assessment assessment) {
    Map<Integer, Integer> waiting = new TreeMap<>();
    List<Decision> undecided = assessment.with(Outcome.UNDECIDED);
    for (Decision decision : undecided) {
      decision.missing().forEach(fact -> waiting.merge(fact, 1, Integer::sum));
    }
    int many = Math.max(MANY, undecided.size() / 4);
    waiting.values().removeIf(count -> count < many);
    return waiting;
  }

  private static List<Print.Waiting> waiting(
      Assessment assessment, Map<Integer, Integer> awaited, PrintItems items) {
    Map<List<Print.Question>, List<Print.Item>> groups = new LinkedHashMap<>();
    for (Decision decision : assessment.with(Outcome.UNDECIDED)) {
      List<Print.Question> own =
          decision.missing().stream()
              .filter(fact -> !awaited.containsKey(fact))
              .map(fact -> items.question(fact, 0))
              .distinct()
              .toList();
      groups.computeIfAbsent(own, _ -> new ArrayList<>()).add(items.item(decision));
    }
    return groups.entrySet().stream()
        .map(e -> new Print.Waiting(e.getKey(), e.getValue()))
        .toList();
  }

  private static List<Print.Apart> apart(Assessment assessment, PrintItems items) {
    Map<List<Print.Line>, List<Print.Item>> groups = new LinkedHashMap<>();
    for (Decision decision : assessment.with(Outcome.NOT_APPLICABLE)) {
      Print.Item item = items.item(decision);
      groups.computeIfAbsent(item.reasons(), _ -> new ArrayList<>()).add(item);
    }
    return groups.entrySet().stream()
        .map(e -> new Print.Apart(e.getKey(), citations(e.getValue())))
        .toList();
  }

  /** Each act and each citation named once. */
  private static String citations(List<Print.Item> items) {
    Map<String, Map<String, Integer>> acts = new LinkedHashMap<>();
    for (Print.Item item : items) {
      acts.computeIfAbsent(item.act(), _ -> new LinkedHashMap<>())
          .merge(item.cite(), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    acts.forEach(
        (act, cites) -> {
          List<String> each = new ArrayList<>();
          cites.forEach((cite, n) -> each.add(n == 1 ? cite : cite + " (×" + n + ")"));
          texts.add(act + ": " + String.join("; ", each));
        });
    return String.join(". ", texts);
  }

  private List<Print.Due> duties(Assessed assessed, Lang lang) {
    LocalDate day = assessed.assessment().asOf();
    return Duties.of(book, assessed.facts(), assessed.assessment()).stream()
        .map(
            duty -> {
              Period every = duty.period();
              return new Print.Due(
                  CitationText.in(book.provisionOf(duty.requirement()).citation(), lang),
                  duty.requirement().statement().in(lang),
                  duty.recurring(),
                  every == null ? "" : Periods.inWords(every, lang),
                  duty.counted(),
                  duty.due(),
                  duty.isOverdue(day),
                  duty.outcome().word());
            })
        .sorted(
            Comparator.comparing(Print.Due::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private List<Print.Known> facts(Facts facts, Lang lang) {
    Map<String, String> subjects = new HashMap<>();
    book.vocabulary().subjects().forEach(s -> subjects.put(s.id(), s.name().in(lang)));
    List<Print.Known> known = new ArrayList<>();
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue value = facts.find(i);
      if (value == null) {
        continue;
      }
      Fact fact = book.facts().get(i);
      known.add(
          new Print.Known(
              subjects.getOrDefault(fact.subject(), fact.subject()),
              fact.id(),
              fact.ask().in(lang),
              ValueText.of(fact, value.value(), lang),
              messages.get(lang, "source." + value.source().word()),
              orEmpty(value.by()),
              value.observed(),
              value.from(),
              value.until(),
              orEmpty(value.reference())));
    }
    return known;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
