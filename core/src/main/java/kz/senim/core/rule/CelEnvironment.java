package kz.senim.core.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of CEL in which the law is written: no more than the {@link Rule} tree can hold, so that
 * whatever type-checks can be lowered. Dates and periods are types of their own, since CEL's
 * durations know no months.
 */
final class CelEnvironment {

  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType NUMBER = SimpleType.DOUBLE;
  private static final CelType INT = SimpleType.INT;
  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType SET = ListType.create(SimpleType.STRING);
  private static final CelType DATE = OpaqueType.create("date");
  private static final CelType PERIOD = OpaqueType.create("period");

  private static final List<CelFunctionDecl> FUNCTIONS = functions();

  private CelEnvironment() {}

  static CelCompiler compiler(Map<String, Name> names) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(List.of())
            .setOptions(CelOptions.current().maxExpressionCodePointSize(4000).build())
            .setResultType(BOOL)
            .addFunctionDeclarations(FUNCTIONS)
            .addVar("asOf", DATE);
    names.forEach((id, name) -> builder.addVar(id, type(name.type())));
    return builder.build();
  }

  private static CelType type(Type type) {
    return switch (type) {
      case BOOLEAN -> BOOL;
      case NUMBER -> NUMBER;
      case DATE -> DATE;
      case PERIOD -> PERIOD;
      case TEXT, CHOICE -> TEXT;
      case SET -> SET;
    };
  }

  private static List<CelFunctionDecl> functions() {
    List<CelFunctionDecl> all = new ArrayList<>();
    all.add(function(Operator.LOGICAL_AND, BOOL, List.of(List.of(BOOL, BOOL))));
    all.add(function(Operator.LOGICAL_OR, BOOL, List.of(List.of(BOOL, BOOL))));
    all.add(function(Operator.LOGICAL_NOT, BOOL, List.of(List.of(BOOL))));
    List<List<CelType>> ordered =
        List.of(
            List.of(NUMBER, NUMBER),
            List.of(NUMBER, INT),
            List.of(INT, NUMBER),
            List.of(DATE, DATE),
            List.of(PERIOD, PERIOD));
    List<List<CelType>> equal = new ArrayList<>(ordered);
    equal.add(List.of(TEXT, TEXT));
    equal.add(List.of(BOOL, BOOL));
    all.add(function(Operator.EQUALS, BOOL, equal));
    all.add(function(Operator.NOT_EQUALS, BOOL, equal));
    all.add(function(Operator.LESS, BOOL, ordered));
    all.add(function(Operator.LESS_EQUALS, BOOL, ordered));
    all.add(function(Operator.GREATER, BOOL, ordered));
    all.add(function(Operator.GREATER_EQUALS, BOOL, ordered));
    all.add(function(Operator.IN, BOOL, List.of(List.of(TEXT, SET))));
    all.add(
        CelFunctionDecl.newFunctionDeclaration(
            Operator.ADD.getFunction(),
            global(Operator.ADD, 0, DATE, List.of(DATE, PERIOD)),
            global(Operator.ADD, 1, PERIOD, List.of(PERIOD, PERIOD)),
            global(Operator.ADD, 2, NUMBER, List.of(NUMBER, NUMBER)),
            global(Operator.ADD, 3, NUMBER, List.of(NUMBER, INT))));
    all.add(
        CelFunctionDecl.newFunctionDeclaration(
            Operator.SUBTRACT.getFunction(),
            global(Operator.SUBTRACT, 0, DATE, List.of(DATE, PERIOD)),
            global(Operator.SUBTRACT, 1, PERIOD, List.of(DATE, DATE)),
            global(Operator.SUBTRACT, 2, NUMBER, List.of(NUMBER, NUMBER)),
            global(Operator.SUBTRACT, 3, NUMBER, List.of(NUMBER, INT))));
    for (String unit : List.of("years", "months", "days")) {
      all.add(single(unit, PERIOD, INT));
    }
    all.add(single("date", DATE, TEXT));
    all.add(single("within", BOOL, DATE, PERIOD));
    all.add(single("known", BOOL, TypeParamType.create("T")));
    all.add(single("size", NUMBER, SET));
    for (String member : List.of("containsAll", "containsAny")) {
      all.add(
          CelFunctionDecl.newFunctionDeclaration(
              member, CelOverloadDecl.newMemberOverload(member, BOOL, SET, SET)));
    }
    return all;
  }

  private static CelFunctionDecl single(String name, CelType result, CelType... parameters) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, parameters));
  }

  private static CelFunctionDecl function(
      Operator operator, CelType result, List<List<CelType>> overloads) {
    List<CelOverloadDecl> declared = new ArrayList<>();
    for (int i = 0; i < overloads.size(); i++) {
      declared.add(global(operator, i, result, overloads.get(i)));
    }
    return CelFunctionDecl.newFunctionDeclaration(operator.getFunction(), declared);
  }

  private static CelOverloadDecl global(
      Operator operator, int number, CelType result, List<CelType> parameters) {
    return CelOverloadDecl.newGlobalOverload(operator.name() + number, result, parameters);
  }
}
