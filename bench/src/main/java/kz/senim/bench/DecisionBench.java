package kz.senim.bench;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.senim.book.Books;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One subject against 700 requirements of the law that ships: with reasons, without, and the same
 * rules in the CEL runtime (planner with a variable resolver) and in JEXL.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class DecisionBench {

  private static final int REQUIREMENTS = 700;
  private static final int SUBJECTS = 64;

  private LawBook book;
  private Assessor assessor;
  private List<Facts> facts;
  private List<Object[]> values;
  private List<Object[]> plain;
  private List<Rule> rules;
  private List<CelRuntime.Program> programs;
  private List<JexlExpression> expressions;
  private int next;

  /** Compiles the rules for each engine, and checks that all of them agree. */
  @Setup
  public void prepare() throws CelException {
    LawBook whole = Books.shipped();
    List<Requirement> chosen =
        whole.requirements().stream()
            .filter(r -> whole.getAct(whole.provisionOf(r).act()).inForceOn(Subject.DAY))
            .filter(r -> r.inForceOn(Subject.DAY))
            .filter(r -> !whole.getAct(whole.provisionOf(r).act()).draft())
            .limit(REQUIREMENTS)
            .toList();
    book =
        new LawBook(
            whole.vocabulary(),
            whole.parameters(),
            whole.acts(),
            whole.provisions(),
            chosen,
            List.of(),
            whole.calendar(),
            List.of(),
            whole.fingerprint());
    assessor = new Assessor(book);
    facts = new ArrayList<>();
    values = new ArrayList<>();
    plain = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      Object[] subject = Subject.values(book, i);
      values.add(subject);
      facts.add(Subject.facts(book, subject));
      Object[] converted = new Object[subject.length];
      for (int f = 0; f < subject.length; f++) {
        Object value = Infix.plain(subject[f]);
        converted[f] = value == null ? "" : value;
      }
      plain.add(converted);
    }
    rules = chosen.stream().map(DecisionBench::rule).toList();
    programs = cel();
    expressions = jexl();
    agree();
  }

  /** What two-valued engines decide of a requirement: its own condition and what it demands. */
  private static Rule rule(Requirement requirement) {
    return requirement.applies() == null
        ? requirement.met()
        : new Rule.And(List.of(requirement.applies(), requirement.met()));
  }

  private List<CelRuntime.Program> cel() throws CelException {
    CelBuilder builder = CelFactory.plannerCelBuilder().setResultType(SimpleType.BOOL);
    for (int i = 0; i < book.facts().size(); i++) {
      builder.addVar("f" + i, type(i));
    }
    Cel cel = builder.build();
    Infix infix = new Infix(book, Subject.DAY, "in");
    List<CelRuntime.Program> compiled = new ArrayList<>();
    for (Rule rule : rules) {
      compiled.add(cel.createProgram(cel.compile(infix.rule(rule)).getAst()));
    }
    return compiled;
  }

  private CelType type(int fact) {
    return switch (book.facts().get(fact).type()) {
      case BOOLEAN -> SimpleType.BOOL;
      case NUMBER, DATE, PERIOD -> SimpleType.DOUBLE;
      case TEXT, CHOICE -> SimpleType.STRING;
      case SET -> ListType.create(SimpleType.STRING);
    };
  }

  private List<JexlExpression> jexl() {
    JexlEngine engine = new JexlBuilder().strict(true).silent(false).cache(0).create();
    Infix infix = new Infix(book, Subject.DAY, "=~");
    return rules.stream().map(rule -> engine.createExpression(infix.rule(rule))).toList();
  }

  private void agree() throws CelException {
    for (int s = 0; s < SUBJECTS; s++) {
      Evaluation evaluation =
          new Evaluation(values.get(s), book.parametersOn(Subject.DAY), Subject.DAY);
      CelVariableResolver resolver = resolver(plain.get(s));
      JexlContext context = new Columns(plain.get(s));
      for (int r = 0; r < rules.size(); r++) {
        boolean tree = evaluation.truth(rules.get(r)) == Truth.TRUE;
        Object byCel = programs.get(r).eval(resolver);
        Object byJexl = expressions.get(r).evaluate(context);
        if (!byCel.equals(tree) || !byJexl.equals(tree)) {
          throw new IllegalStateException(
              "the engines differ on " + book.requirements().get(r).id() + " of subject " + s);
        }
      }
    }
  }

  private static CelVariableResolver resolver(Object[] columns) {
    return name -> Optional.of(columns[Integer.parseInt(name, 1, name.length(), 10)]);
  }

  private int next() {
    next = (next + 1) % SUBJECTS;
    return next;
  }

  /** Outcome and reasons of each requirement, with all gates, warnings and provenance. */
  @Benchmark
  public Assessment senimWithReasons() {
    return assessor.assess(facts.get(next()), Subject.DAY);
  }

  /** The same rules as the peers decide, true or not. */
  @Benchmark
  public int senimRulesOnly() {
    Evaluation evaluation =
        new Evaluation(values.get(next()), book.parametersOn(Subject.DAY), Subject.DAY);
    int met = 0;
    for (Rule rule : rules) {
      met += evaluation.truth(rule) == Truth.TRUE ? 1 : 0;
    }
    return met;
  }

  /** CEL's runtime: planned programs, variables found by a resolver. */
  @Benchmark
  public int celPlanner() throws CelException {
    CelVariableResolver resolver = resolver(plain.get(next()));
    int met = 0;
    for (CelRuntime.Program program : programs) {
      met += (Boolean) program.eval(resolver) ? 1 : 0;
    }
    return met;
  }

  /** Apache Commons JEXL, parsed expressions. */
  @Benchmark
  public int jexlExpressions() {
    JexlContext context = new Columns(plain.get(next()));
    int met = 0;
    for (JexlExpression expression : expressions) {
      met += (Boolean) expression.evaluate(context) ? 1 : 0;
    }
    return met;
  }

  /** Facts by name for JEXL. */
  private record Columns(List<Object> values) implements JexlContext {

    Columns(Object[] values) {
      this(List.of(values));
    }

    @Override
    public Object get(String name) {
      return values.get(Integer.parseInt(name, 1, name.length(), 10));
    }

    @Override
    public void set(String name, Object value) {
      throw new IllegalStateException("read only");
    }

    @Override
    public boolean has(String name) {
      return name.startsWith("f");
    }
  }
}
