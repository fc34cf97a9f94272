package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/asvs.md claims can be looked up: each item once, each test and file there. */
class AsvsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path DOCUMENT = ROOT.resolve("docs/asvs.md");
  private static final Path ITEMS = Path.of("src/test/resources/asvs-5.0-levels-1-2.csv");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

  /** A line of a table: the item, its level, how it stands and what shows it. */
  private record Row(String item, String level, String state, String evidence, String shown) {

    boolean met() {
      return state.equals("met");
    }

    boolean notApplicable() {
      return state.startsWith("not applicable: ");
    }

    boolean notYet() {
      return state.startsWith("not met yet: ");
    }
  }

  @Test
  void each_item_of_levels_one_and_two_stands_once_with_its_level() throws IOException {
    List<String> items =
        Files.readAllLines(ITEMS).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(items).hasSize(253).doesNotHaveDuplicates();
    assertThat(rows().stream().map(row -> row.item() + "," + row.level()).toList())
        .containsExactlyElementsOf(items);
  }

  @Test
  void what_is_met_is_shown_and_what_is_not_says_why() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.met() || row.notApplicable() || row.notYet())
                  .as("%s: '%s'", row.item(), row.state())
                  .isTrue();
              assertThat(row.met() && row.shown().equals("–"))
                  .as("%s is met and nothing shows it", row.item())
                  .isFalse();
              assertThat(row.state()).as(row.item()).doesNotEndWith(": ");
            });
  }

  @Test
  void each_test_that_is_named_is_there_and_each_file_too() throws IOException {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      Matcher named = CODE.matcher(row.shown());
      while (named.find()) {
        String[] name = named.group(1).split("\\.", 2);
        boolean there =
            name[0].endsWith("Test") && name.length == 2
                ? Pattern.compile("void " + Pattern.quote(name[1]) + "\\(")
                    .matcher(tests.getOrDefault(name[0], ""))
                    .find()
                : Files.isRegularFile(ROOT.resolve(named.group(1)));
        if (!there) {
          missing.add(row.item() + ": " + named.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void each_part_of_a_document_that_is_named_is_there() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      Matcher link = LINK.matcher(row.evidence());
      while (link.find()) {
        Path file = DOCUMENT.resolveSibling(link.group(1));
        if (!Files.isRegularFile(file)
            || (link.group(2) != null && !headings(file).contains(link.group(2)))) {
          missing.add(row.item() + ": " + link.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_sums_at_the_head_are_right() throws IOException {
    List<Row> rows = rows();
    String text = Files.readString(DOCUMENT);
    assertThat(text)
        .contains(
            "**253 items: %d met, %d not applicable, %d not met yet.**"
                .formatted(
                    rows.stream().filter(Row::met).count(),
                    rows.stream().filter(Row::notApplicable).count(),
                    rows.stream().filter(Row::notYet).count()));
    for (String level : List.of("1", "2")) {
      List<Row> of = rows.stream().filter(row -> row.level().equals(level)).toList();
      assertThat(text)
          .contains(
              "| %s | %d | %d | %d |"
                  .formatted(
                      level,
                      of.stream().filter(Row::met).count(),
                      of.stream().filter(Row::notApplicable).count(),
                      of.stream().filter(Row::notYet).count()));
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.startsWith("| V")) {
        String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
        assertThat(cells).as(line).hasSize(6);
        rows.add(new Row(cells[0], cells[1], cells[3], cells[4], cells[5]));
      }
    }
    return rows;
  }

  /** The source text of each test class of all modules, by its simple name. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (String module : List.of("server", "core", "book", "exchange", "cli")) {
      Path folder = ROOT.resolve(module).resolve("src/test/java");
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return tests;
  }

  /** Headings as addresses name them. */
  private static List<String> headings(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .collect(Collectors.toList());
  }
}
