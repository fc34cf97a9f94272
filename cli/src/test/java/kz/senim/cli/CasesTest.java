package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code senim case replay} as a person sees it: the examples, and what is wrong with a file. */
class CasesTest {

  private static final Path EXAMPLES = Path.of("../examples/cases");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cases");

  /** The moment for which each example is told. */
  private static final Map<String, String> MOMENTS =
      new TreeMap<>(
          Map.of(
              "biometric-leak", "2026-02-03T17:45:00+05:00",
              "certification", "2019-05-20T12:00:00+06:00",
              "incident", "2024-06-10T18:00:00+05:00",
              "inspection", "2023-07-11T12:00:00+06:00",
              "lifecycle", "2025-11-03T10:00:00+05:00",
              "model-accounting", "2026-05-20T10:00:00+05:00",
              "trusted-register", "2025-03-20T10:00:00+05:00"));

  private static final String SUBMIT =
      """
      {"id": "1", "act": "declare", "by": "organization", "at": "2024-06-10T09:40:00+05:00",
       "fields": {"found-by": ["monitoring"], "critical-for": ["integrity"]},
       "attachments": {"event-record": "%s"}}"""
          .formatted("0".repeat(64));

  @TempDir private Path folder;

  static List<String> examples() {
    return List.copyOf(MOMENTS.keySet());
  }

  @Test
  void every_example_has_its_moment() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList())
          .isEqualTo(examples());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_example_is_told_as_reviewed(String example) throws IOException {
    for (String lang : List.of("en", "ru", "kk")) {
      compare(example + "." + lang + ".txt", replay(example, "--lang", lang));
    }
    compare(example + ".json", replay(example, "--lang", "en", "--format", "json"));
  }

  @Test
  void the_json_has_the_promised_keys() throws IOException {
    String json = replay("biometric-leak", "--lang", "en", "--format", "json");
    assertThat(json)
        .containsSubsequence(
            "\"procedure\"",
            "\"edition\"",
            "\"at\"",
            "\"stage\"",
            "\"final\"",
            "\"outcome\"",
            "\"permitted\"",
            "\"act\"",
            "\"by\"",
            "\"needs\"",
            "\"clocks\"",
            "\"id\"",
            "\"owner\"",
            "\"start\"",
            "\"due\"",
            "\"status\"",
            "\"daysLeft\"",
            "\"cites\"",
            "\"breaches\"",
            "\"by\"",
            "\"clock\"",
            "\"late\"",
            "\"history\"");
  }

  @Test
  void the_same_act_twice_in_the_file_is_one_act() throws IOException {
    Run run = replay(SUBMIT + ", " + SUBMIT);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsOnlyOnce("\"id\" : \"1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "act": "declare"           | "act": "declair"           | has no act 'declair'; did you mean 'declare'?
          "by": "organization"       | "by": "organisation"       | has no role 'organisation'; did you mean 'organization'?
          "by": "organization"       | "by": "response-service"   | 'declare' is done by organization, not by 'response-service' (P1600000832/53/1)
          "at": "2024                | "at": "2124                | after the moment asked about
          "at": "2024-06-10T09:40:00+05:00" | "at": "yesterday"   | is not a moment
          "at": "2024-06-10T09:40:00+05:00" | "at": "2024-06-10T09:40:00" | is not a moment
          "found-by":                | "found-bi":                | has no field 'found-bi'; did you mean 'found-by'?
          "event-record": "0         | "event-record": "z         | 64 hexadecimal digits
          "event-record": "0         | "event-report": "0         | it lacks: Report of monitoring
          {"id": "1",                | {                          | 'id' is missing
          {"id": "1",                | {"id": "1", "idd": 2,      | unknown key 'idd'
          ["integrity"]              | []                         | critical for confidentiality
          }                          | ]                          | :
          """)
  void what_is_wrong_with_an_act_is_one_clear_error(String old, String wrong, String message)
      throws IOException {
    assertThat(SUBMIT).contains(old);
    refused(replay(SUBMIT.replace(old, wrong)), message);
  }

  @Test
  void two_different_acts_with_one_id_are_refused() throws IOException {
    refused(
        replay(SUBMIT + ", " + SUBMIT.replace("09:40", "09:41")),
        "act '1': there are two different acts with this id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                            | empty
          {                                             | :
          {"procedure": "incident", "acts": [           | :
          {"procedure": "accident", "acts": []}         | did you mean 'incident'?
          {"acts": []}                                  | 'procedure' is missing
          []                                            | :
          {"procedure": "incident", "acts": 7}          | acts
          {"procedure": "incident", "acts": [7]}        | :
          """)
  void a_file_that_is_no_case_is_one_clear_error(String text, String message) throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(file, text);
    refused(
        Run.senim("case", "replay", file.toString(), "--at", "2024-07-01T00:00:00+05:00"), message);
  }

  @Test
  void a_moment_that_is_none_or_lies_outside_the_calendar_is_an_error() throws IOException {
    String file = EXAMPLES.resolve("certification.json").toString();
    refused(Run.senim("case", "replay", file, "--at", "2019-05-20"), "is not a moment");
    refused(
        Run.senim("case", "replay", file, "--at", "2300-01-01T00:00:00Z"),
        "runs from 1990 to 2200");
    refused(
        Run.senim("case", "replay", file, "--at", "2019-03-01T00:00:00+06:00"),
        "after the moment asked about");
    Run past = Run.senim("case", "replay", file, "--past", "--at", "2019-03-01T00:00:00+06:00");
    assertThat(past.code()).as(past.err()).isZero();
  }

  private Run replay(String acts) throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(file, "{\"procedure\": \"incident\", \"acts\": [" + acts + "]}");
    return Run.senim(
        "case",
        "replay",
        file.toString(),
        "--at",
        "2024-07-01T00:00:00+05:00",
        "--lang",
        "en",
        "--format",
        "json");
  }

  private static String replay(String example, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "case",
                "replay",
                EXAMPLES.resolve(example + ".json").toString(),
                "--at",
                MOMENTS.getOrDefault(example, "")));
    arguments.addAll(List.of(more));
    Run run = Run.senim(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static void refused(Run run, String message) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private static void compare(String name, String text) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
