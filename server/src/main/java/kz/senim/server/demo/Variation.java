package kz.senim.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A believable other object, made from a passport: what it is stays; what is done well there may be
 * done badly here, and became known little by little over the last year.
 */
final class Variation {

  private final LawBook book;
  private final Random random;
  private final BitSet practice;

  Variation(LawBook book, Random random) {
    this.book = book;
    this.random = random;
    this.practice = practice(book);
  }

  /** What was told on one day, that many days before today. */
  record Told(int daysAgo, Map<Fact, @Nullable FactValue> facts) {}

  /** Facts that rules decide by, and that open no gate: changing them changes outcomes only. */
  private static BitSet practice(LawBook book) {
    BitSet decide = new BitSet();
    BitSet open = new BitSet();
    for (Requirement requirement : book.requirements()) {
      Evaluation.facts(requirement.met(), decide::set);
      Rule applies = requirement.applies();
      if (applies != null) {
        Evaluation.facts(applies, open::set);
      }
      for (Act.Exemption exemption : requirement.exceptions()) {
        Evaluation.facts(exemption.when(), open::set);
      }
    }
    book.vocabulary().addressees().forEach(who -> Evaluation.facts(who.when(), open::set));
    for (Vocabulary.Subject subject : book.vocabulary().subjects()) {
      Rule exists = subject.exists();
      if (exists != null) {
        Evaluation.facts(exists, open::set);
      }
    }
    for (Act act : book.acts()) {
      Act.Scope scope = act.scope();
      if (scope != null) {
        Evaluation.facts(scope.applies(), open::set);
      }
    }
    decide.andNot(open);
    return decide;
  }

  /**
   * The story of an object over the last year.
   *
   * @param only facts of these are told
   * @param days when things are told, that many days before today, the longest ago first
   * @param shift by how many days everything lies later than in the passport
   */
  List<Told> story(
      Facts facts, Predicate<Fact> only, double progress, int[] days, long shift, LocalDate today) {
    List<Map<Fact, @Nullable FactValue>> told = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      told.add(new LinkedHashMap<>());
    }
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue known = facts.find(i);
      Fact fact = book.facts().get(i);
      if (known == null || !only.test(fact)) {
        continue;
      }
      FactValue now = moved(known, shift);
      int earliest = earliest(now, days, today);
      if (!practice.get(i) || fact.attestation() != null) {
        told.get(earliest).put(fact, since(now, earliest, days, today));
        continue;
      }
      FactValue bad = worse(now);
      boolean inOrder = random.nextDouble() < progress;
      int step = random.nextInt(100) < 55 ? 0 : 1 + random.nextInt(days.length - 1);
      step = Math.max(step, earliest);
      if (bad == null || (inOrder && random.nextInt(100) < 70)) {
        told.get(step).put(fact, since(now, step, days, today));
      } else if (inOrder) {
        // It was bad when first told, and was put in order later.
        int first = random.nextInt(days.length - 1);
        int mended = first + 1 + random.nextInt(days.length - 1 - first);
        told.get(first).put(fact, since(bad, first, days, today));
        told.get(mended).put(fact, since(now, mended, days, today));
      } else if (random.nextInt(100) < 60) {
        told.get(step).put(fact, since(bad, step, days, today));
      }
    }
    List<Told> story = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      story.add(new Told(days[i], told.get(i)));
    }
    return story;
  }

  /** Nobody tells of a day before it has come. */
  private static int earliest(FactValue value, int[] days, LocalDate today) {
    if (value.value() instanceof LocalDate day) {
      for (int step = 0; step < days.length; step++) {
        if (!day.isAfter(today.minusDays(days[step]))) {
          return step;
        }
      }
      return days.length - 1;
    }
    return 0;
  }

  /** What was told later than at first is true from then on, and was seen then. */
  private static FactValue since(FactValue value, int step, int[] days, LocalDate today) {
    LocalDate day = today.minusDays(days[step]);
    LocalDate observed = value.observed();
    return new FactValue(
        value.value(),
        value.source(),
        value.by(),
        value.signedBy(),
        observed == null || observed.isAfter(day) ? day : observed,
        step == 0 || value.value() instanceof LocalDate ? value.from() : day,
        value.until(),
        value.reference());
  }

  private @Nullable FactValue worse(FactValue value) {
    Object other =
        switch (value.value()) {
          case Boolean yes -> !yes;
          case Collection<?> all when all.size() > 1 -> fewer(all);
          default -> null;
        };
    return other == null
        ? null
        : new FactValue(
            other, FactValue.Source.DECLARED, value.by(), null, value.observed(), null, null, null);
  }

  /** Some of them, one at least. */
  private List<Object> fewer(Collection<?> all) {
    List<Object> some = new ArrayList<>(all);
    int leave = 1 + random.nextInt(some.size() - 1);
    while (some.size() > leave) {
      some.remove(random.nextInt(some.size()));
    }
    return some;
  }

  private static FactValue moved(FactValue value, long shift) {
    return new FactValue(
        value.value() instanceof LocalDate day ? day.plusDays(shift) : value.value(),
        value.source(),
        value.by(),
        value.signedBy(),
        moved(value.observed(), shift),
        moved(value.from(), shift),
        moved(value.until(), shift),
        value.reference());
  }

  private static @Nullable LocalDate moved(@Nullable LocalDate day, long shift) {
    return day == null ? null : day.plusDays(shift);
  }
}
