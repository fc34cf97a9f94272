package kz.senim.core.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import kz.senim.core.MiniLaw;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

/** What is wrong with a law is said with its place, all at once. */
class LawReaderTest {

  @Test
  void the_mini_law_has_no_mistakes() {
    assertThat(LawReader.read(MiniLaw.files()).cases()).isEqualTo(6);
  }

  @Test
  void an_unknown_fact_is_named_with_the_nearest_known_one() {
    assertThat(mistakes("provisions.yaml", "applies: \"logs.kept\"", "applies: \"logs.kepd\""))
        .startsWith(
            """
            provisions.yaml:31:19: unknown fact or figure 'logs.kepd'; did you mean 'logs.kept'?
              |         applies: "logs.kepd"
              |                   ^
            """);
  }

  @Test
  void a_wrong_type_is_told_where_it_stands() {
    assertThat(
            mistakes(
                "provisions.yaml",
                "met: \"room.doorWidth >= limit.doorWidth\"",
                "met: \"room.doorWidth >= limit.logRetention\""))
        .contains("provisions.yaml:55:30: '>=' does not go with '(number, period)'\n");
  }

  @Test
  void an_option_that_a_choice_does_not_have_is_refused() {
    assertThat(mistakes("vocabulary.yaml", "org.kind == 'state'", "org.kind == 'stat'"))
        .contains("vocabulary.yaml:9:24: there is no option 'stat'; did you mean 'state'?");
  }

  @Test
  void all_mistakes_are_reported_at_once_and_in_order() {
    String text =
        "provisions:\n"
            + "  - provision: \"9\"\n"
            + "    nature: dutty\n"
            + "    sumary: {en: A, ru: Б}\n";
    List<SourceFile> files = MiniLaw.with("provisions.yaml", "provisions:\n", text);
    assertThat(problems(files))
        .containsSubsequence(
            ":20:5: 'summary' is missing: {en: …, ru: …, kk: …}",
            ":21:13: 'dutty' is not one of",
            "did you mean 'duty'?",
            ":22:5: unknown key 'sumary'; did you mean 'summary'?");
  }

  @Test
  void a_missing_language_is_a_mistake() {
    assertThat(
            mistakes(
                "provisions.yaml",
                "{en: The door is wide., ru: Дверь широкая., kk: Есік кең.}",
                "{en: The door is wide., ru: Дверь широкая.}"))
        .contains("'kk' is missing");
  }

  @Test
  void a_duplicate_requirement_names_the_first_one() {
    assertThat(mistakes("provisions.yaml", "- id: t-2", "- id: t-1-1"))
        .contains("requirement 't-1-1' is defined twice; first in provisions.yaml:28");
  }

  @Test
  void a_figure_without_a_provision_is_refused() {
    assertThat(
            mistakes(
                "provisions.yaml",
                "cites: \"2\"\n    type: number",
                "cites: \"22\"\n    type: number"))
        .contains("there is no provision '22' in T1");
  }

  @Test
  void a_requirement_without_a_case_that_fails_it_is_refused() {
    assertThat(mistakes("cases.yaml", "t-2: not-met, ", ""))
        .contains("requirement t-2 has no case in which it is 'not-met'");
  }

  @Test
  void a_case_that_comes_out_otherwise_says_how_and_what_it_lacks() {
    assertThat(mistakes("cases.yaml", "facts: {logs.retention: 1 year}", "facts: {}"))
        .contains(
            "case 'one year was enough before 2023': t-1-1 is undecided, not met; it lacks"
                + " logs.retention");
  }

  @Test
  void an_exception_to_nothing_is_refused() {
    assertThat(mistakes("provisions.yaml", "{to: t-1-2,", "{to: t-1-3,"))
        .contains("an exception to nothing: there is no requirement 't-1-3'; did you mean");
  }

  @Test
  void versions_that_overlap_or_leave_a_gap_are_refused() {
    String second =
        """
          - provision: "4"
            nature: reference
            in-force: {from: %s}
            summary: {en: Again., ru: Опять., kk: Қайтадан.}
        """;
    String end = "kk: Алып тасталды.}\n";
    assertThat(mistakes("provisions.yaml", end, end + second.formatted("2021-12-31")))
        .contains("two versions of 4 overlap");
    assertThat(mistakes("provisions.yaml", end, end + second.formatted("2022-01-02")))
        .contains("a gap between two versions of 4: from 2022-01-01 to 2022-01-02");
    assertThat(
            LawReader.read(
                    MiniLaw.with("provisions.yaml", end, end + second.formatted("2022-01-01")))
                .book()
                .versions("T1/4"))
        .hasSize(2);
  }

  @Test
  void two_requirements_that_can_never_both_be_met_are_a_conflict() {
    String narrow =
        """
              - id: t-2-narrow
                subject: server-room
                addressee: [anyone]
                statement: {en: Narrow., ru: Узкая., kk: Тар.}
                met: "room.doorWidth < 1"
                evidence: [log]
                severity: trace-lost
          - provision: "3"
        """;
    String text = mistakes("provisions.yaml", "  - provision: \"3\"\n", narrow);
    assertThat(text).contains("'statement'");
    List<SourceFile> files =
        MiniLaw.with(
            "provisions.yaml",
            "      - id: t-2\n",
            "      - id: t-2-narrow\n"
                + "        subject: server-room\n"
                + "        addressee: [anyone]\n"
                + "        statement: {en: Narrow., ru: Узкая., kk: Тар.}\n"
                + "        met: \"room.doorWidth < 1\"\n"
                + "        evidence: [log]\n"
                + "        severity: trace-lost\n"
                + "      - id: t-2\n"
                + "        statement: {en: Wide., ru: Широкая., kk: Кең.}\n");
    assertThat(problems(files)).contains("t-2 conflicts with t-2-narrow");
  }

  @Test
  void two_requirements_with_the_same_rules_must_say_why() {
    String twin =
        """
              - id: t-2
                statement: {en: Wide., ru: Широкая., kk: Кең.}
                subject: server-room
                addressee: [anyone]
                met: "room.doorWidth >= limit.doorWidth"
                evidence: [log]
                severity: trace-lost
              - id: t-2-again
                statement: {en: Wide too., ru: Тоже широкая., kk: Бұл да кең.}
        %s""";
    assertThat(mistakes("provisions.yaml", "      - id: t-2\n", twin.formatted("")))
        .contains(
            "t-2-again has the same rules as t-2; say why with 'same-as', or tell them apart");
    String why = "        same-as: {requirement: t-2, because: \"Said twice.\"}\n";
    assertThat(mistakes("provisions.yaml", "      - id: t-2\n", twin.formatted(why)))
        .doesNotContain("same rules");
  }

  @Test
  void an_amendment_on_a_day_that_does_not_exist_is_refused() {
    assertThat(
            mistakes(
                "provisions.yaml",
                "amended: [{act: \"7\", on: 2021-12-20}]",
                "amended: [{act: \"7\", on: 2021-02-30}]"))
        .contains("there is no day '2021-02-30'");
  }

  @Test
  void an_idle_fact_is_reported() {
    assertThat(mistakes("provisions.yaml", "        applies: \"logs.kept\"\n", ""))
        .contains("no rule uses the fact 'logs.kept'");
  }

  @Test
  void amendments_stand_in_order() {
    assertThat(
            mistakes(
                "provisions.yaml",
                "amended: [{act: \"7\", on: 2021-12-20}]",
                "amended: [{act: \"7\", on: 2021-12-20}, {act: \"5\", on: 2021-01-01}]"))
        .contains("amendments stand in the order of their days");
  }

  @Test
  void the_same_text_for_russian_and_kazakh_is_suspicious() {
    assertThat(mistakes("provisions.yaml", "kk: Журналдар туралы.}", "kk: Журналы.}"))
        .contains("the Russian and the Kazakh summary are the same text");
  }

  private static String mistakes(String file, String old, String replacement) {
    return problems(MiniLaw.with(file, old, replacement));
  }

  private static String problems(List<SourceFile> files) {
    InvalidSource invalid = catchThrowableOfType(InvalidSource.class, () -> LawReader.read(files));
    assertThat(invalid).as("no mistake was found").isNotNull();
    return invalid.problems().render(Lang.EN);
  }
}
