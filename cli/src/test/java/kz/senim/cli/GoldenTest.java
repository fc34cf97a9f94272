package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read, kept as files to be reviewed. {@code -Dgolden.update} writes them anew: read
 * the difference before it is committed.
 */
class GoldenTest {

  private static final Path EXAMPLES = Path.of("../examples");
  private static final Path BAD = Path.of("src/test/resources/bad");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static List<Path> examples() throws IOException {
    return yaml(EXAMPLES);
  }

  static List<Path> badPassports() throws IOException {
    return yaml(BAD);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_report_of_each_example_reads_as_reviewed(Path example) throws IOException {
    for (String lang : List.of("en", "ru", "kk")) {
      Run run =
          Run.senim("assess", example.toString(), "--as-of", "2026-11-23", "--lang", lang, "--all");
      assertThat(run.code()).as(run.err()).isZero();
      compare(GOLDEN.resolve(name(example) + "." + lang + ".txt"), run.out());
    }
  }

  @ParameterizedTest
  @MethodSource("badPassports")
  void each_bad_passport_gets_one_clear_report_and_exit_2(Path passport) throws IOException {
    for (String lang : List.of("en", "ru", "kk")) {
      Run run = Run.senim("assess", passport.toString(), "--as-of", "2026-11-23", "--lang", lang);
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
      compare(BAD.resolve(name(passport) + "." + lang + ".expected"), run.err());
    }
  }

  private static void compare(Path golden, String text) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
