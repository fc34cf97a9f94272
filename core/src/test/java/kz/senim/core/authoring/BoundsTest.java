package kz.senim.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import kz.senim.core.MiniLaw;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Operand;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every bound and every day of the law is tried at the bound itself: were "at least" to become
 * "more than" (or a day's last day to fall out), some case would come out otherwise.
 */
class BoundsTest {

  private static final Path LAW = Path.of("../law");

  @Test
  void every_bound_and_every_day_of_the_law_is_tried_at_the_bound() throws IOException {
    assertThat(untried(law())).isEmpty();
  }

  @Test
  void a_bound_that_no_case_tries_is_found() {
    assertThat(untried(MiniLaw.files())).isEmpty();
    assertThat(untried(MiniLaw.with("cases.yaml", "room.doorWidth: 1.2}", "room.doorWidth: 1.3}")))
        .containsExactly("t-2 met: '>=' might as well be '>'");
  }

  /** The bounds that no case tries, as {@code requirement expression: change}. */
  private static List<String> untried(List<SourceFile> files) {
    LawBook book = LawReader.read(files).book();
    Map<String, List<Tried>> cases = cases(book, files);
    List<String> untried = new ArrayList<>();
    for (Requirement requirement : book.requirements()) {
      List<Tried> tried = cases.getOrDefault(requirement.id(), List.of());
      changes(
          requirement.met(),
          (changed, how) -> {
            if (tried.stream().allMatch(t -> t.alike(requirement.met(), changed))) {
              untried.add(requirement.id() + " met: " + how);
            }
          });
      Rule applies = requirement.applies();
      if (applies != null) {
        changes(
            applies,
            (changed, how) -> {
              if (tried.stream().allMatch(t -> t.alike(applies, changed))) {
                untried.add(requirement.id() + " applies: " + how);
              }
            });
      }
    }
    return untried;
  }

  /** A case's facts and day, of a case that expects something of the requirement. */
  private record Tried(Evaluation evaluation) {

    boolean alike(Rule rule, Rule changed) {
      Truth truth = evaluation.truth(rule);
      return truth == Truth.UNKNOWN || truth == evaluation.truth(changed);
    }
  }

  private static Map<String, List<Tried>> cases(LawBook book, List<SourceFile> files) {
    Raw raw = new Raw();
    Problems problems = new Problems();
    CaseReader reader = new CaseReader(raw, problems);
    for (SourceFile file : files) {
      Node root = Yaml.read(file, problems).orElseThrow();
      if (root instanceof Node.Mapping mapping
          && mapping.entries().stream().anyMatch(e -> e.key().text().equals("cases"))) {
        reader.read(file.name(), root);
      }
    }
    Map<String, List<Tried>> cases = new LinkedHashMap<>();
    for (CaseFile file : raw.caseFiles) {
      for (CaseFile.Case one : file.cases()) {
        Tried tried = new Tried(evaluation(book, file, one, problems));
        one.expect()
            .keySet()
            .forEach(id -> cases.computeIfAbsent(id, _ -> new ArrayList<>()).add(tried));
      }
    }
    return cases;
  }

  private static Evaluation evaluation(
      LawBook book, CaseFile file, CaseFile.Case one, Problems problems) {
    Map<String, Node> written = new LinkedHashMap<>(file.given());
    written.putAll(one.facts());
    Facts.Builder facts = new Facts.Builder(book);
    written.forEach(
        (id, node) -> {
          if (!(node instanceof Node.Scalar scalar && scalar.isNull())) {
            int fact = book.factIndex(id);
            Values.read(book.facts().get(fact), node, problems)
                .ifPresent(value -> facts.put(fact, FactValue.declared(value)));
          }
        });
    LocalDate day = one.asOf();
    return new Evaluation(facts.build().on(day), book.parametersOn(day), day);
  }

  /** The rule with each one of its bounds moved by the least. */
  private static void changes(Rule rule, BiConsumer<Rule, String> each) {
    switch (rule) {
      case Rule.And and -> parts(and.rules(), Rule.And::new, each);
      case Rule.Or or -> parts(or.rules(), Rule.Or::new, each);
      case Rule.Not not -> changes(not.rule(), (part, how) -> each.accept(new Rule.Not(part), how));
      case Rule.Compare compare -> {
        Rule.Relation moved = moved(compare.relation());
        if (moved != null) {
          each.accept(
              new Rule.Compare(moved, compare.left(), compare.right()),
              "'" + compare.relation().sign() + "' might as well be '" + moved.sign() + "'");
        }
      }
      case Rule.Within within ->
          each.accept(
              new Rule.And(
                  List.of(
                      new Rule.Compare(Rule.Relation.AT_MOST, within.date(), new Operand.AsOf()),
                      new Rule.Compare(
                          Rule.Relation.GREATER,
                          new Operand.Plus(within.date(), within.period()),
                          new Operand.AsOf()))),
              "the last day of the period might as well be out of it");
      default -> {
        // no bound
      }
    }
  }

  private static void parts(
      List<Rule> rules,
      java.util.function.Function<List<Rule>, Rule> join,
      BiConsumer<Rule, String> each) {
    for (int i = 0; i < rules.size(); i++) {
      int at = i;
      changes(
          rules.get(i),
          (part, how) -> {
            List<Rule> copy = new ArrayList<>(rules);
            copy.set(at, part);
            each.accept(join.apply(List.copyOf(copy)), how);
          });
    }
  }

  private static Rule.@Nullable Relation moved(Rule.Relation relation) {
    return switch (relation) {
      case AT_LEAST -> Rule.Relation.GREATER;
      case GREATER -> Rule.Relation.AT_LEAST;
      case AT_MOST -> Rule.Relation.LESS;
      case LESS -> Rule.Relation.AT_MOST;
      case EQUAL, NOT_EQUAL -> null;
    };
  }

  private static List<SourceFile> law() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(LAW)) {
      for (Path path :
          walk.filter(p -> p.toString().endsWith(".yaml"))
              .filter(p -> !LAW.relativize(p).startsWith("target"))
              .sorted()
              .toList()) {
        files.add(new SourceFile(path.toString(), Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
