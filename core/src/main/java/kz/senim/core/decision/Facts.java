package kz.senim.core.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.law.LawBook;
import org.jspecify.annotations.Nullable;

/** All that is known of one subject, by the index of each fact in the book's vocabulary. */
public final class Facts {

  private final @Nullable FactValue[] values;

  private Facts(@Nullable FactValue[] values) {
    this.values = values;
  }

  /** Nothing is known. */
  public static Facts none(LawBook book) {
    return new Facts(new FactValue[book.facts().size()]);
  }

  public @Nullable FactValue find(int fact) {
    return values[fact];
  }

  /** The same facts with this one added, replaced or (null) taken away. */
  public Facts with(int fact, @Nullable FactValue value) {
    @Nullable FactValue[] copy = values.clone();
    copy[fact] = value;
    return new Facts(copy);
  }

  /** These facts, and of what they do not tell, the organisation's. */
  Facts inheriting(Facts organization) {
    @Nullable FactValue[] both = values.clone();
    for (int i = 0; i < both.length; i++) {
      if (both[i] == null) {
        both[i] = organization.values[i];
      }
    }
    return new Facts(both);
  }

  /** The values that hold on the day; null for what is not known or not known any more. */
  public @Nullable Object[] on(LocalDate day) {
    @Nullable Object[] known = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      FactValue value = values[i];
      known[i] = value != null && value.holdsOn(day) ? value.value() : null;
    }
    return known;
  }

  /** Indexes of facts that were known once but may not be relied on that day any more. */
  public List<Integer> expiredOn(LocalDate day) {
    List<Integer> expired = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      FactValue value = values[i];
      if (value != null && value.until() != null && day.isAfter(value.until())) {
        expired.add(i);
      }
    }
    return expired;
  }

  /** Collects facts one by one. */
  public static final class Builder {

    private final @Nullable FactValue[] values;

    public Builder(LawBook book) {
      values = new FactValue[book.facts().size()];
    }

    public Builder put(int fact, FactValue value) {
      values[fact] = value;
      return this;
    }

    public boolean has(int fact) {
      return values[fact] != null;
    }

    public Facts build() {
      return new Facts(values.clone());
    }
  }
}
