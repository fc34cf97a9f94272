package kz.senim.core.rule;

/** Something with a value that a {@link Rule} compares; unknown when the fact behind it is. */
public sealed interface Operand {

  /** A value written in the rule: Boolean, Double, LocalDate, Period or String. */
  record Literal(Object value) implements Operand {}

  /**
   * The value of a fact.
   *
   * @param fact its index in the law book's vocabulary
   */
  record FactValue(int fact) implements Operand {}

  /**
   * A figure of the law, as of the day asked about.
   *
   * @param parameter its index in the law book
   */
  record Limit(int parameter) implements Operand {}

  /** The day asked about. */
  record AsOf() implements Operand {}

  /** date + period, period + period or number + number. */
  record Plus(Operand left, Operand right) implements Operand {}

  /** date - period, date - date (a period in days) or number - number. */
  record Minus(Operand left, Operand right) implements Operand {}

  /** How many values a set fact has, as a number. */
  record Size(int fact) implements Operand {}
}
