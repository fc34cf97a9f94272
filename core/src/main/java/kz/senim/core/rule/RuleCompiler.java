package kz.senim.core.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.rule.Rule.Relation;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Turns CEL into checked {@link Rule}s. Made once for a vocabulary, used for all its expressions.
 */
public final class RuleCompiler {

  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '_?([^_']+)_?' applied to (.*)");

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          Operator.EQUALS.getFunction(), Relation.EQUAL,
          Operator.NOT_EQUALS.getFunction(), Relation.NOT_EQUAL,
          Operator.LESS.getFunction(), Relation.LESS,
          Operator.LESS_EQUALS.getFunction(), Relation.AT_MOST,
          Operator.GREATER.getFunction(), Relation.GREATER,
          Operator.GREATER_EQUALS.getFunction(), Relation.AT_LEAST);

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+");

  private final Map<String, Name> names;

  /**
   * @param names every fact and figure that an expression may use, by its dotted id
   */
  public RuleCompiler(Map<String, Name> names) {
    this.names = Map.copyOf(names);
  }

  /** The rule that the expression means, or empty after reporting all that is wrong with it. */
  public Optional<Rule> compile(Node.Scalar expression, Problems problems) {
    Map<String, Name> mentioned = mentioned(expression, problems);
    if (mentioned == null) {
      return Optional.empty();
    }
    CelValidationResult result = CelEnvironment.compiler(mentioned).compile(expression.text());
    if (result.hasError()) {
      for (CelIssue issue : result.getErrors()) {
        problems.add(place(expression, issue.getSourceLocation()), message(issue.getMessage()));
      }
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      return Optional.of(new Lowering(ast, expression, problems).rule(ast.getExpr()));
    } catch (CelValidationException e) {
      throw new IllegalStateException(e);
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /**
   * The names in the expression, and only those: CEL declares every name anew for every expression,
   * which for a whole vocabulary costs more than all the rest. Null after reporting unknown ones.
   */
  private @Nullable Map<String, Name> mentioned(Node.Scalar expression, Problems problems) {
    Map<String, Name> mentioned = new HashMap<>();
    boolean allKnown = true;
    String bare = QUOTED.matcher(expression.text()).replaceAll(m -> " ".repeat(m.group().length()));
    Matcher dotted = DOTTED.matcher(bare);
    while (dotted.find()) {
      String id = dotted.group();
      if (!names.containsKey(id) && id.indexOf('.') > 0) {
        // A member function may follow the name: logs.sources.containsAll(…).
        String before = id.substring(0, id.lastIndexOf('.'));
        boolean called = bare.startsWith("(", dotted.end());
        if (!called) {
          problems.add(
              place(expression, dotted.start()),
              RuleMistake.UNKNOWN_NAME.with(id, Nearest.hint(id, names.keySet())));
          allKnown = false;
          continue;
        }
        id = before;
      }
      Name name = names.get(id);
      if (name == null) {
        problems.add(
            place(expression, dotted.start()),
            RuleMistake.UNKNOWN_NAME.with(id, Nearest.hint(id, names.keySet())));
        allKnown = false;
      } else {
        mentioned.put(id, name);
      }
    }
    return allKnown ? mentioned : null;
  }

  private Message message(String cel) {
    Matcher undeclared = UNDECLARED.matcher(cel);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      return RuleMistake.UNKNOWN_WORD.with(name, Nearest.hint(name, names.keySet()));
    }
    String plain =
        cel.replace("double", "number")
            .replace("list(string)", "set")
            .replaceAll(" \\(candidates:.*", "");
    Matcher overload = OVERLOAD.matcher(plain);
    return overload.find()
        ? RuleMistake.DOES_NOT_GO.with(overload.group(1), overload.group(2))
        : RuleMistake.NOT_CEL.with(plain);
  }

  /** The place of a character of the expression. */
  private static Position place(Node.Scalar expression, int offset) {
    String before = expression.text().substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return place(
        expression, CelSourceLocation.of(line + 1, offset - (before.lastIndexOf('\n') + 1)));
  }

  private static Position place(Node.Scalar expression, CelSourceLocation at) {
    Position start = expression.contentAt();
    if (at.getLine() < 1) {
      return start;
    }
    return at.getLine() == 1
        ? new Position(start.file(), start.line(), start.column() + at.getColumn())
        : new Position(start.file(), start.line() + at.getLine() - 1, at.getColumn() + 1);
  }

  /** Lowers one checked expression; {@link Refused} ends it after a problem was reported. */
  private final class Lowering {

    private final CelAbstractSyntaxTree ast;
    private final Node.Scalar expression;
    private final Problems problems;

    Lowering(CelAbstractSyntaxTree ast, Node.Scalar expression, Problems problems) {
      this.ast = ast;
      this.expression = expression;
      this.problems = problems;
    }

    Rule rule(CelExpr expr) {
      Name name = name(expr);
      if (name != null) {
        return name.limit()
            ? new Rule.Compare(
                Relation.EQUAL, new Operand.Limit(name.index()), new Operand.Literal(true))
            : new Rule.Claim(name.index());
      }
      return switch (expr.getKind()) {
        case CONSTANT -> new Rule.Always(expr.constant().booleanValue());
        case CALL -> call(expr, expr.call());
        default -> throw refuse(expr, RuleMistake.EXPRESSION.with());
      };
    }

    private Rule call(CelExpr expr, CelExpr.CelCall call) {
      List<CelExpr> args = call.args();
      String function = call.function();
      Relation relation = RELATIONS.get(function);
      if (relation != null) {
        return compare(relation, args.get(0), args.get(1));
      }
      if (function.equals(Operator.LOGICAL_AND.getFunction())) {
        List<Rule> parts = new ArrayList<>();
        flatten(expr, function, parts);
        return new Rule.And(List.copyOf(parts));
      }
      if (function.equals(Operator.LOGICAL_OR.getFunction())) {
        List<Rule> parts = new ArrayList<>();
        flatten(expr, function, parts);
        return new Rule.Or(List.copyOf(parts));
      }
      if (function.equals(Operator.LOGICAL_NOT.getFunction())) {
        return new Rule.Not(rule(args.getFirst()));
      }
      if (function.equals(Operator.IN.getFunction())) {
        return in(args.get(0), args.get(1));
      }
      return switch (function) {
        case "within" -> new Rule.Within(operand(args.get(0)), operand(args.get(1)));
        case "known" -> new Rule.Known(fact(args.getFirst()).index());
        case "containsAll", "containsAny" -> {
          Name set = fact(call.target().orElseThrow());
          yield new Rule.Contains(
              set.index(), options(args.getFirst(), set), function.equals("containsAny"));
        }
        default -> throw refuse(expr, RuleMistake.NOT_A_TRUTH.with(function));
      };
    }

    private void flatten(CelExpr expr, String function, List<Rule> parts) {
      if (expr.getKind() == CelExpr.ExprKind.Kind.CALL && expr.call().function().equals(function)) {
        flatten(expr.call().args().get(0), function, parts);
        flatten(expr.call().args().get(1), function, parts);
      } else {
        parts.add(rule(expr));
      }
    }

    private Rule compare(Relation relation, CelExpr left, CelExpr right) {
      checkOption(left, right);
      checkOption(right, left);
      return new Rule.Compare(relation, operand(left), operand(right));
    }

    private void checkOption(CelExpr of, CelExpr literal) {
      Name name = name(of);
      if (name != null
          && name.type() == Type.CHOICE
          && literal.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
        option(literal, name);
      }
    }

    private Rule in(CelExpr value, CelExpr list) {
      if (list.getKind() == CelExpr.ExprKind.Kind.LIST) {
        Name name = name(value);
        if (name == null) {
          throw refuse(value, RuleMistake.ONLY_A_FACT.with());
        }
        return new Rule.OneOf(operand(value), options(list, name));
      }
      Name set = fact(list);
      return new Rule.Contains(set.index(), List.of(option(value, set)), false);
    }

    private List<String> options(CelExpr list, Name of) {
      if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
        throw refuse(list, RuleMistake.OPTIONS_EXPECTED.with());
      }
      List<String> options = new ArrayList<>();
      for (CelExpr element : list.list().elements()) {
        options.add(option(element, of));
      }
      if (options.isEmpty()) {
        throw refuse(list, RuleMistake.EMPTY_LIST.with());
      }
      return List.copyOf(options);
    }

    private String option(CelExpr literal, Name of) {
      if (literal.getKind() != CelExpr.ExprKind.Kind.CONSTANT
          || literal.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
        throw refuse(literal, RuleMistake.OPTION_EXPECTED.with());
      }
      String option = literal.constant().stringValue();
      if (of.type() != Type.TEXT && !of.options().contains(option)) {
        throw refuse(
            literal, RuleMistake.NO_OPTION.with(option, Nearest.hintOrAll(option, of.options())));
      }
      return option;
    }

    private Operand operand(CelExpr expr) {
      Name name = name(expr);
      if (name != null) {
        return name.limit() ? new Operand.Limit(name.index()) : new Operand.FactValue(name.index());
      }
      switch (expr.getKind()) {
        case IDENT -> {
          return new Operand.AsOf();
        }
        case CONSTANT -> {
          return new Operand.Literal(constant(expr));
        }
        case CALL -> {
          CelExpr.CelCall call = expr.call();
          String function = call.function();
          if (function.equals(Operator.ADD.getFunction())) {
            return new Operand.Plus(operand(call.args().get(0)), operand(call.args().get(1)));
          }
          if (function.equals(Operator.SUBTRACT.getFunction())) {
            return new Operand.Minus(operand(call.args().get(0)), operand(call.args().get(1)));
          }
          switch (function) {
            case "years", "months", "days" -> {
              return new Operand.Literal(period(function, call.args().getFirst()));
            }
            case "date" -> {
              return new Operand.Literal(date(call.args().getFirst()));
            }
            case "size" -> {
              return new Operand.Size(fact(call.args().getFirst()).index());
            }
            default -> throw refuse(expr, RuleMistake.NOT_COMPARABLE.with(function));
          }
        }
        default -> throw refuse(expr, RuleMistake.OPERAND_EXPECTED.with());
      }
    }

    private Object constant(CelExpr expr) {
      CelConstant constant = expr.constant();
      return switch (constant.getKind()) {
        case BOOLEAN_VALUE -> constant.booleanValue();
        case INT64_VALUE -> (double) constant.int64Value();
        case DOUBLE_VALUE -> constant.doubleValue();
        case STRING_VALUE -> constant.stringValue();
        default -> throw refuse(expr, RuleMistake.VALUE.with());
      };
    }

    private Period period(String unit, CelExpr expr) {
      if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
        throw refuse(expr, RuleMistake.WHOLE_NUMBER.with());
      }
      long n = expr.constant().int64Value();
      if (n < 0 || n > 9999) {
        throw refuse(expr, RuleMistake.NUMBER_RANGE.with());
      }
      return switch (unit) {
        case "years" -> Period.ofYears((int) n);
        case "months" -> Period.ofMonths((int) n).normalized();
        default -> Period.ofDays((int) n);
      };
    }

    private LocalDate date(CelExpr expr) {
      if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
        try {
          return LocalDate.parse(expr.constant().stringValue());
        } catch (DateTimeException e) {
          // refused below
        }
      }
      throw refuse(expr, RuleMistake.DAY_EXPECTED.with());
    }

    private Name fact(CelExpr expr) {
      Name name = name(expr);
      if (name == null || name.limit()) {
        throw refuse(expr, RuleMistake.FACT_EXPECTED.with());
      }
      return name;
    }

    private @Nullable Name name(CelExpr expr) {
      Optional<CelReference> reference = ast.getReference(expr.id());
      return reference.isPresent() ? names.get(reference.get().name()) : null;
    }

    private Refused refuse(CelExpr expr, Message message) {
      Integer offset = ast.getSource().getPositionsMap().get(expr.id());
      CelSourceLocation location =
          offset == null
              ? CelSourceLocation.NONE
              : ast.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
      problems.add(place(expression, location), message);
      return new Refused();
    }
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }
}
