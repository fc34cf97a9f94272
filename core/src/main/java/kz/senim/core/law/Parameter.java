package kz.senim.core.law;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the law, dated.
 *
 * @param id dotted, such as {@code limit.logRetention}
 * @param cites the provision that sets it
 * @param values in order of their first day
 * @param alternatives other values under discussion, for comparisons
 * @param supposed the alternative that stands here for the main value; null when none does
 */
public record Parameter(
    String id,
    String act,
    String cites,
    Type type,
    @Nullable String unit,
    Localized name,
    List<Dated> values,
    List<Alternative> alternatives,
    @Nullable Alternative supposed) {

  /** A value and the first day on which it holds; it holds until the next one's first day. */
  public record Dated(LocalDate from, Object value) {}

  public record Alternative(String id, Object value, Localized note) {}

  /** The same figure, were it the alternative from its first day on. */
  Parameter supposing(Alternative alternative) {
    Dated instead = new Dated(values.getFirst().from(), alternative.value());
    return new Parameter(
        id, act, cites, type, unit, name, List.of(instead), alternatives, alternative);
  }

  /** The value on the day, or null before the first one. */
  public @Nullable Object on(LocalDate day) {
    Object value = null;
    for (Dated dated : values) {
      if (!day.isBefore(dated.from())) {
        value = dated.value();
      }
    }
    return value;
  }
}
