package kz.senim.core.rule;

import java.util.List;

/**
 * A condition of the law: typed, total and three-valued. This small tree is what runs; CEL is only
 * how it is written down (see {@link RuleCompiler}).
 */
public sealed interface Rule {

  record Always(boolean value) implements Rule {}

  record And(List<Rule> rules) implements Rule {}

  record Or(List<Rule> rules) implements Rule {}

  record Not(Rule rule) implements Rule {}

  /** A boolean fact is true. */
  record Claim(int fact) implements Rule {}

  record Compare(Relation relation, Operand left, Operand right) implements Rule {}

  /** The value is one of the options. */
  record OneOf(Operand value, List<String> options) implements Rule {}

  /** A set fact contains all (or, for {@code any}, at least one) of the options. */
  record Contains(int fact, List<String> options, boolean any) implements Rule {}

  /** A fact has a value; itself never unknown. */
  record Known(int fact) implements Rule {}

  /** The date is not after the day asked about, and at most the period before it. */
  record Within(Operand date, Operand period) implements Rule {}

  /** How two values compare. */
  enum Relation {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** The sign in CEL. */
    public String sign() {
      return sign;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case GREATER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }
}
