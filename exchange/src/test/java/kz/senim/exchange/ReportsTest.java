package kz.senim.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

/** The same assessment in each form. */
class ReportsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void json_has_the_published_shape() throws IOException {
    Report report = Examples.report(Examples.passports().getFirst(), DAY);
    Problems problems = new Problems();
    Node.Mapping root =
        (Node.Mapping)
            Yaml.read(file(AssessmentJson.write(report, Lang.EN)), problems, 32 << 20)
                .orElseThrow(() -> new AssertionError(problems.render(Lang.EN)));
    assertThat(root.entries().stream().map(e -> e.key().text()))
        .containsExactly("asOf", "subject", "book", "warnings", "summary", "decisions");
    Node.Mapping decision =
        (Node.Mapping) ((Node.Sequence) root.entries().get(5).value()).items().getFirst();
    assertThat(decision.entries().stream().map(e -> e.key().text()))
        .contains("requirement", "provision", "outcome", "because", "missing", "severity");
  }

  @Test
  void every_outcome_occurs_in_the_examples() throws IOException {
    for (Path example : Examples.passports()) {
      Map<Outcome, Integer> summary = Examples.report(example, DAY).assessment().summary();
      assertThat(summary)
          .as(example.getFileName().toString())
          .allSatisfy((o, n) -> assertThat(n).isPositive());
    }
  }

  @Test
  void csv_has_a_line_per_requirement_and_defuses_formulas() throws IOException {
    Report report = hostile();
    String csv = AssessmentCsv.write(report, Lang.EN);
    assertThat(csv.lines().count()).isEqualTo(report.assessment().decisions().size() + 1L);
    assertThat(csv.lines().skip(1))
        .allMatch(line -> line.startsWith("\"") && !line.contains(",\"="));
  }

  @Test
  void html_is_self_contained_and_escapes_what_people_wrote() throws IOException {
    String html = AssessmentHtml.write(hostile(), Lang.RU);
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("lang=\"ru\"");
  }

  @Test
  void html_tells_of_the_law_on_top_and_folds_answers_that_ran_out() throws IOException {
    for (Lang lang : Lang.values()) {
      String html =
          AssessmentHtml.write(Examples.report(Examples.passports().getFirst(), DAY), lang);
      String top = html.substring(html.indexOf("class=\"warn\""), html.indexOf("class=\"sheet\""));
      assertThat(top.substring(0, top.indexOf("<details>"))).contains("P1600000832");
      assertThat(top.substring(top.indexOf("<details>")))
          .contains("<summary>" + Words.EXPIRED_ANSWERS.in(lang));
      assertThat(html.indexOf("id=\"not-met\"")).isLessThan(html.indexOf("id=\"undecided\""));
      assertThat(html).contains("default-src 'none'");
    }
  }

  @Test
  void each_language_speaks_of_every_decision_in_its_own_words() throws IOException {
    Report report = Examples.report(Examples.passports().getFirst(), DAY);
    for (Decision decision : report.assessment().decisions()) {
      assertThat(report.explanations(Lang.EN).lines(decision)).isNotEmpty();
    }
    String kazakh = AssessmentText.write(report, Lang.KK, true, AssessmentText.Paint.none());
    assertThat(kazakh).contains("орындалған").contains("қолданылмайды");
    String russian = AssessmentText.write(report, Lang.RU, true, AssessmentText.Paint.none());
    assertThat(russian).contains("не выполнено".toUpperCase(java.util.Locale.ROOT));
  }

  @Test
  void what_holds_of_one_set_is_said_once() throws IOException {
    for (Path example : Examples.passports()) {
      Report report = Examples.report(example, DAY);
      Explainer explainer = report.explanations(Lang.EN);
      for (Decision decision : report.assessment().with(Outcome.MET)) {
        Map<String, Long> said =
            explainer.lines(decision).stream()
                .map(Explanation::fact)
                .filter(f -> !f.isEmpty())
                .filter(
                    f -> Examples.BOOK.facts().get(Examples.BOOK.factIndex(f)).type() == Type.SET)
                .collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        // Once for what is in it, once for what is not, once for how many there are.
        assertThat(said.values())
            .as(decision.requirement().id())
            .allSatisfy(times -> assertThat(times).isLessThan(4));
      }
    }
  }

  @Test
  void a_passport_that_is_written_reads_back_the_same() throws IOException {
    for (Path example : Examples.passports()) {
      Passport passport = Examples.report(example, DAY).passport();
      String written = PassportYaml.write(Examples.BOOK, passport, Lang.KK);
      Passport read = PassportReader.read(Examples.BOOK, file(written));
      assertThat(read.name()).isEqualTo(passport.name());
      for (int i = 0; i < Examples.BOOK.facts().size(); i++) {
        assertThat(read.facts().find(i))
            .as(Examples.BOOK.facts().get(i).id())
            .isEqualTo(passport.facts().find(i));
      }
    }
  }

  /** Names as an attacker would choose them. */
  private static Report hostile() throws IOException {
    Report report = Examples.report(Examples.passports().getFirst(), DAY);
    Passport p = report.passport();
    return new Report(
        report.book(),
        new Passport("<script>alert(1)</script>", p.id(), "=cmd|'/c calc'!A1", p.bin(), p.facts()),
        report.assessment());
  }

  private static SourceFile file(String text) {
    return new SourceFile("file", text.getBytes(StandardCharsets.UTF_8));
  }
}
