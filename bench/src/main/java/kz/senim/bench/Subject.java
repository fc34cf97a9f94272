package kz.senim.bench;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;

/** Made-up subjects of whom everything is known, so that two-valued engines can decide them too. */
final class Subject {

  static final LocalDate DAY = LocalDate.of(2025, 6, 2);

  private Subject() {}

  /** The values of one subject, by the index of each fact. */
  static Object[] values(LawBook book, int seed) {
    Random random = new Random(seed);
    Object[] values = new Object[book.facts().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(book.facts().get(i), random);
    }
    return values;
  }

  static Facts facts(LawBook book, Object[] values) {
    Facts.Builder facts = new Facts.Builder(book);
    for (int i = 0; i < values.length; i++) {
      facts.put(i, FactValue.declared(values[i]));
    }
    return facts.build();
  }

  private static Object value(Fact fact, Random random) {
    return switch (fact.type()) {
      // Most answers are good: a subject that fails everything is decided too easily.
      case BOOLEAN -> random.nextInt(4) > 0;
      case NUMBER -> {
        double low = fact.min() == null ? 0 : fact.min();
        double high = fact.max() == null ? 100 : fact.max();
        yield Math.rint(low + random.nextDouble() * (high - low));
      }
      case DATE -> DAY.minusDays(random.nextInt(2000));
      case PERIOD -> Period.ofMonths(random.nextInt(60)).normalized();
      case TEXT -> "text";
      case CHOICE -> fact.optionIds().get(random.nextInt(fact.optionIds().size()));
      case SET -> {
        List<String> chosen = new ArrayList<>();
        for (String option : fact.optionIds()) {
          if (random.nextInt(4) > 0) {
            chosen.add(option);
          }
        }
        yield List.copyOf(chosen);
      }
    };
  }
}
