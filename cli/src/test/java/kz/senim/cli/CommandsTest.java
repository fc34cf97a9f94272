package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import kz.senim.book.OfficialTexts;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final String EXAMPLE = "../examples/regional-internet-resource.yaml";

  @TempDir private Path folder;

  @Test
  void fail_on_gives_a_pipeline_its_exit_code() {
    assertThat(Run.senim("assess", EXAMPLE, "--as-of", "2026-11-23").code()).isZero();
    assertThat(Run.senim("assess", EXAMPLE, "--as-of", "2026-11-23", "--fail-on", "not-met").code())
        .isEqualTo(Main.FAILED);
    Run wrong = Run.senim("assess", EXAMPLE, "--fail-on", "everything");
    assertThat(wrong.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(wrong.err()).contains("--fail-on takes not-met, undecided; not 'everything'");
    Run form = Run.senim("assess", EXAMPLE, "--format", "xml");
    assertThat(form.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(form.err()).contains("--format takes text, json, html, oscal, csv; not 'xml'");
  }

  @Test
  void a_day_before_the_law_is_bad_input() {
    Run run = Run.senim("assess", EXAMPLE, "--as-of", "2015-01-01");
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("none of the acts in the law book was in force yet");
  }

  @Test
  void a_day_that_does_not_exist_is_bad_input() {
    Run run = Run.senim("assess", EXAMPLE, "--as-of", "2026-02-30");
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("'2026-02-30' is not a day").contains("--help");
  }

  @Test
  void a_report_is_written_whole_or_not_at_all() throws IOException {
    Path report = folder.resolve("report.html");
    Run run =
        Run.senim(
            "assess",
            EXAMPLE,
            "--as-of",
            "2026-11-23",
            "--format",
            "html",
            "--out",
            report.toString());
    assertThat(run.code()).isZero();
    assertThat(Files.readString(report)).startsWith("<!doctype html>").endsWith("</html>\n");
    Run bad =
        Run.senim(
            "assess", EXAMPLE, "--out", folder.resolve("no/such/folder/report.html").toString());
    assertThat(bad.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(bad.err()).contains("there is no folder");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(report);
    }
  }

  @Test
  void missing_files_and_folders_are_told_in_one_line() {
    assertThat(Run.senim("assess", "no-such.yaml").err())
        .isEqualTo("senim: there is no file 'no-such.yaml'\n");
    assertThat(Run.senim("law", "check", "no-such-folder").err())
        .contains("senim: 'no-such-folder' is not a folder");
    Run folder = Run.senim("assess", "../examples");
    assertThat(folder.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(folder.err()).contains("'../examples' is a folder; a file is wanted");
  }

  @Test
  void a_huge_file_is_refused_in_bounded_memory() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Run run = Run.senim("assess", huge.toString());
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("larger than 4 MiB");
  }

  @Test
  void a_wrong_command_is_answered_with_the_nearest() {
    Run run = Run.senim("asess", EXAMPLE);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("assess");
  }

  @Test
  void a_provision_is_shown_with_its_history_and_requirements() {
    Run run = Run.senim("law", "show", "P1600000832/38/4", "--lang", "en");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("amended     by act 355 of 2018-06-18")
        .contains("amended     by act 372 of 2024-05-13")
        .contains("ur-38-4-retention")
        .contains("limit.logRetention");
    Run unknown = Run.senim("law", "show", "P1600000832/38/44");
    assertThat(unknown.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(unknown.err()).contains("did you mean 'P1600000832/38/4'?");
  }

  @Test
  void provisions_are_listed_in_the_published_shape() {
    Run run = Run.senim("law", "provisions", "--act", "P1600000832", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"id\" : \"P1600000832/38/2/item-3\"")
        .contains("\"item\" : 3")
        .contains("\"status\" : \"excluded\"")
        .contains("\"subparagraph\" : null");
  }

  @Test
  void a_difference_names_what_changed_and_whom_it_touches() {
    Run run =
        Run.senim(
            "law",
            "diff",
            "--from",
            "2024-01-01",
            "--to",
            "2024-06-01",
            "--for",
            EXAMPLE,
            "--lang",
            "en");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("added        P1600000832/38-1")
        .contains("amended      P1600000832/47")
        .contains("requirements stand otherwise for this system");
    assertThat(Run.senim("law", "diff", "--from", "2024-06-01", "--to", "2024-01-01").code())
        .isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void the_books_coverage_of_each_text_is_complete() {
    for (String[] act :
        new String[][] {
          {"P1600000832", "003-uniform-requirements-decree-832.txt"},
          {"P1600000298", "001-certification-rules-decree-298.txt"},
          {"V1900018805", "002-checklists-joint-order-114-52.txt"},
          {"V1800016750", "000-trusted-software-registry-overview.txt"},
          {"KZ-DDC-2025", "004-draft-digital-code-issue-brief.txt"}
        }) {
      Path text = Path.of("../../shared/seeds", act[1]);
      assumeTrue(Files.exists(text), "the texts of the acts are not here: ../shared/seeds");
      Run run = Run.senim("law", "coverage", "--act", act[0], "--source", text.toString());
      assertThat(run.out()).contains("the book has them all, and nothing else");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void a_repealed_act_is_applied_only_where_adopted_and_every_output_says_so() throws IOException {
    Path config = folder.resolve("senim.yaml");
    Files.writeString(
        config,
        """
        configuration: 1
        adoptions:
          - {act: P1600000298, from: 2026-01-01, by: Order 12 of 2025-12-20}
        """);
    String[] assess = {"assess", EXAMPLE, "--lang", "en", "--as-of"};
    assertThat(Run.senim(with(assess, "2026-11-23")).out()).doesNotContain("P1600000298");
    String[] adopted = with(assess, "2026-11-23", "--config", config.toString());
    for (String format : new String[] {"text", "json", "html", "oscal", "csv"}) {
      assertThat(Run.senim(with(adopted, "--format", format)).out().replaceAll("\\s+", " "))
          .as(format)
          .contains("applied from 2026-01-01 as this deployment")
          .contains("Order 12 of 2025-12-20");
    }
    String[] duties = {"duties", EXAMPLE, "--lang", "en", "--as-of", "2026-11-23"};
    for (String format : new String[] {"text", "json"}) {
      assertThat(
              Run.senim(with(duties, "--config", config.toString(), "--format", format))
                  .out()
                  .replaceAll("\\s+", " "))
          .as("duties as " + format)
          .contains("applied from 2026-01-01");
    }
    assertThat(Run.senim(with(assess, "2025-12-31", "--config", config.toString())).out())
        .as("the day before it was adopted")
        .doesNotContain("P1600000298");
    for (String[] command :
        new String[][] {{"law", "acts"}, {"law", "show", "P1600000298/5", "--lang", "en"}}) {
      assertThat(Run.senim(with(command, "--config", config.toString())).out())
          .contains("own procedure")
          .contains("Order 12 of 2025-12-20");
    }
    Files.writeString(
        config,
        """
        configuration: 1
        adoptions:
          - {act: P1600000298, from: 2018-01-01, by: Order 1}
          - {act: P1600000832, from: 2026-01-01, by: Order 2}
          - {act: KZ-DDC-2025, from: 2026-01-01, by: Order 3}
          - {act: P1600000299, from: 2026-01-01}
        """);
    Run bad = Run.senim(with(assess, "2026-11-23", "--config", config.toString()));
    assertThat(bad.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(bad.err())
        .contains(":3:30: 'P1600000298' was law until 2020-01-10; it is adopted from then on")
        .contains(":4:11: 'P1600000832' is in force")
        .contains(":5:11: 'KZ-DDC-2025' is a draft")
        .contains(
            "there is no act 'P1600000299' in the law book that could be adopted; did you mean 'P1600000298'?")
        .contains("'by' is missing");
  }

  @Test
  void a_contested_figure_of_a_draft_can_be_supposed_otherwise_and_the_report_says_so()
      throws IOException {
    Path config = folder.resolve("suppose.yaml");
    Path passport = folder.resolve("leak.yaml");
    Files.writeString(
        passport,
        """
        passport: 1
        object: {name: Bank application}
        organization: {name: Bank}
        facts:
          digitalPlatform.operated: true
          biometricLeak.occurred: true
          biometricLeak.notified: true
          biometricLeak.hoursToNotice: 20
        """);
    Files.writeString(
        config, "configuration: 1\nalternatives: {limit.biometricLeakNotice: seventy-two-hours}\n");
    String[] assess = {
      "assess",
      passport.toString(),
      "--as-of",
      "2025-11-18",
      "--draft",
      "KZ-DDC-2025",
      "--lang",
      "en",
      "--format"
    };
    assertThat(outcome(Run.senim(with(assess, "csv")).out(), "ddc-3-1")).isEqualTo("not-met");
    String[] supposed = with(assess, "csv", "--config", config.toString());
    assertThat(outcome(Run.senim(supposed).out(), "ddc-3-1")).isEqualTo("met");
    assertThat(
            Run.senim(with(assess, "text", "--config", config.toString()))
                .out()
                .replaceAll("\\s+", " "))
        .contains("is taken with another figure: Longest time to notify")
        .contains("[seventy-two-hours]");
    Files.writeString(
        config,
        "configuration: 1\nalternatives: {limit.biometricLeakNotice: ten, limit.logOnline: x}\n");
    Run bad = Run.senim(with(assess, "text", "--config", config.toString()));
    assertThat(bad.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(bad.err())
        .contains("'ten' is not one of seventy-two-hours, one-working-day")
        .contains("unknown key 'limit.logOnline'");
  }

  @Test
  void a_duty_whose_interval_the_owner_sets_stands_in_the_calendar_too() {
    Run run =
        Run.senim(
            "duties",
            "../examples/state-system-class-1.yaml",
            "--as-of",
            "2026-11-23",
            "--format",
            "json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"requirement\" : \"ur-107-inventory\"")
        .contains("\"requirement\" : \"ur-31-i2\"");
  }

  @Test
  void what_an_organisation_has_met_its_objects_inherit() throws IOException {
    Path organization = folder.resolve("clinic.yaml");
    Path object = folder.resolve("site.yaml");
    Files.writeString(
        organization,
        """
        passport: 1
        organization: {name: Clinic, bin: "971240001315"}
        facts:
          organization.kind: quasi-public
          organization.financialSector: none
          logs.kept: true
          logs.retention: 3 years
          logs.documentedRetention: 3 years
          logs.online: 2 months
        """);
    String own =
        """
        passport: 1
        object: {name: Site}
        organization: {name: Clinic, passport: clinic.yaml}
        facts:
          object.kind: internet-resource
          object.stateSecrets: no
          object.specialNetwork: no
        """;
    String[] assess = {
      "assess", object.toString(), "--as-of", "2025-01-15", "--format", "csv", "--lang", "en"
    };
    Files.writeString(object, own);
    assertThat(outcome(Run.senim(assess).out(), "ur-38-4-retention")).isEqualTo("met");
    Files.writeString(object, own + "  logs.online: 1 month\n");
    assertThat(outcome(Run.senim(assess).out(), "ur-38-4-retention"))
        .as("its own answer goes before the organisation's")
        .isEqualTo("not-met");
    Files.writeString(
        organization,
        """
        passport: 1
        object: {name: Another}
        organization: {name: Clinic, passport: other.yaml}
        facts:
          object.class: 2
        """);
    Run bad = Run.senim(assess);
    assertThat(bad.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(bad.err())
        .contains("an organisation's passport describes no object")
        .contains("an organisation's passport inherits from no other")
        .contains("'object.class' is about an object; it belongs in the object's own passport");
    Files.delete(organization);
    assertThat(Run.senim(assess).err()).contains("there is no file").contains("clinic.yaml");
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** The outcome of a requirement in a CSV report. */
  private static String outcome(String csv, String requirement) {
    return csv.lines()
        .filter(line -> line.startsWith('"' + requirement + '"'))
        .map(line -> line.split("\",\"", -1)[2])
        .findFirst()
        .orElse("");
  }

  @Test
  void an_official_text_is_imported_from_a_saved_page_and_removed() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        """
        <html><body><nav><p>1. Menu.</p></nav><p>Глава 1. Общие положения</p>
        <p>38. В целях контроля&nbsp;событий:</p><div><p>4) журналы хранятся три года;</p></div>
        <p>Сноска. Пункт 38 - в редакции постановления от 13.05.2024 № 372.</p></body></html>
        """);
    String text = OfficialTexts.plain(Files.readString(page));
    OfficialText parsed =
        OfficialText.of("P1600000832", Lang.RU, Optional.empty(), text).orElseThrow();
    assertThat(parsed.units()).containsEntry("38/4", "журналы хранятся три года;");
    OfficialTexts texts = new OfficialTexts(folder.resolve("texts"));
    texts.save(parsed);
    assertThat(texts.find("P1600000832", Lang.RU)).contains(parsed);
    assertThat(texts.list()).containsExactly(parsed);
    assertThat(texts.remove("P1600000832", Lang.RU)).isTrue();
    assertThat(texts.list()).isEmpty();
  }

  @Test
  void coverage_of_a_text_that_differs_fails() throws IOException {
    Path text = folder.resolve("decree.txt");
    Files.writeString(text, "Chapter 1. General Provisions\n1. One.\n999. New.\n");
    Run run = Run.senim("law", "coverage", "--act", "P1600000832", "--source", text.toString());
    assertThat(run.code()).isEqualTo(Main.FAILED);
    assertThat(run.out()).contains("999").contains("missing").contains("excess");
  }

  @Test
  void the_interview_takes_answers_from_a_file_and_writes_the_passport() throws IOException {
    Path answers = folder.resolve("answers.yaml");
    Path passport = folder.resolve("new.yaml");
    Files.writeString(
        answers,
        """
        object.name: A system
        organization.name: An organisation
        organization.kind: private
        object.integratedWithStateSystems: no
        object.formsStateResources: no
        object.criticalInfrastructure: no
        """);
    Run run =
        Run.senim(
            "ask", passport.toString(), "--answers", answers.toString(), "--as-of", "2026-11-23");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(passport)).contains("organization.kind: private");
    Run assessed =
        Run.senim("assess", passport.toString(), "--as-of", "2026-11-23", "--lang", "en");
    assertThat(assessed.code()).isZero();
  }

  @Test
  void the_interview_keeps_what_its_owner_wrote() throws IOException {
    Path passport = folder.resolve("own.yaml");
    Path answers = folder.resolve("answers.yaml");
    String own =
        """
        passport: 1
        # our portal
        object:
          name: Portal
        organization: {name: Akimat}
        facts:
          # told by the head of IT
          organization.kind: local-executive-body   # an akimat

        # end
        """;
    Files.writeString(passport, own);
    Files.writeString(answers, "organization.financialSector: none\n");
    Run run =
        Run.senim(
            "ask",
            passport.toString(),
            "--answers",
            answers.toString(),
            "--lang",
            "en",
            "--as-of",
            "2026-11-23");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(passport))
        .startsWith(own.substring(0, own.indexOf("\n\n# end")))
        .contains("  organization.financialSector: none\n\n# end\n");
  }

  @Test
  void frameworks_and_libraries_are_exchanged() throws IOException {
    Path library = folder.resolve("ur.yaml");
    assertThat(
            Run.senim(
                    "exchange",
                    "export",
                    "--format",
                    "ciso-assistant",
                    "--act",
                    "P1600000832",
                    "--out",
                    library.toString())
                .code())
        .isZero();
    Run imported = Run.senim("exchange", "import", library.toString(), "--id", "own");
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).contains("\"framework\" : \"own\"");
    Run bad = Run.senim("exchange", "import", EXAMPLE, "--id", "own");
    assertThat(bad.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(bad.err()).contains("neither an OSCAL catalog");
  }
}
