package kz.senim.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kz.senim.core.text.Lang;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: a value or a report, never an exception, and soon. */
class YamlTest {

  @Test
  void positions_count_from_one_and_point_into_quotes() {
    Node.Mapping root = (Node.Mapping) read("a: 1\nb: \"xyz\"\n");
    Node.Scalar b = (Node.Scalar) root.entries().get(1).value();
    assertThat(b.at()).isEqualTo(new Position("f", 2, 4));
    assertThat(b.contentAt()).isEqualTo(new Position("f", 2, 5));
  }

  @Test
  void a_key_that_stands_twice_names_the_first_line() {
    assertThat(report("a: 1\nb: 2\na: 3\n"))
        .startsWith("f:3:1: 'a' stands here twice; first in line 1");
  }

  @Test
  void aliases_do_not_explode() {
    assertThat(report("a: &a [x]\nb: [*a, *a]\n"))
        .contains("f:1:4: anchors (&name) are not accepted")
        .contains("f:2:5: aliases (*name) are not accepted");
  }

  @Test
  void depth_is_bounded() {
    assertThat(report("[".repeat(5000))).contains("nested deeper than 40 levels");
  }

  @Test
  void binary_latin_and_huge_files_are_each_told_what_they_are() {
    assertThat(report(new byte[] {'a', 0, 'b'})).startsWith("f: a binary file, not a text");
    assertThat(report("имя: 1".getBytes(java.nio.charset.Charset.forName("windows-1251"))))
        .contains("not UTF-8");
    assertThat(report(new byte[Yaml.MOST_BYTES + 1])).contains("larger than 4 MiB");
    assertThat(report("")).startsWith("f: empty");
  }

  /** What the library says of it is in English, and for those who know YAML. */
  @Test
  void what_is_no_yaml_is_told_so_that_it_can_be_mended() {
    Map<String, SourceMistake> mistakes =
        Map.ofEntries(
            Map.entry("a: b: c\n", SourceMistake.YAML_COLON),
            Map.entry("a: 1\nb\nc: 2\n", SourceMistake.YAML_NO_COLON),
            Map.entry("a:\n\tb: 1\n", SourceMistake.YAML_TAB),
            Map.entry("a: @b\n", SourceMistake.YAML_CHARACTER),
            Map.entry("a:\n    b: 1\n  c: 2\n", SourceMistake.YAML_INDENT),
            Map.entry("a: [b, c\nd: 1\n", SourceMistake.YAML_LIST),
            Map.entry("a: {b: 1\nc: 2\n", SourceMistake.YAML_MAPPING),
            Map.entry("a: \"b\n", SourceMistake.YAML_QUOTE),
            Map.entry("a: \"C:\\disk\"\n", SourceMistake.YAML_ESCAPE),
            Map.entry("a: - b\n", SourceMistake.YAML_ITEM));
    mistakes.forEach(
        (text, mistake) -> {
          for (Lang lang : Lang.values()) {
            assertThat(report(text, lang)).as(text).contains(mistake.with().in(lang));
          }
        });
  }

  @Test
  void a_byte_order_mark_of_a_windows_editor_is_passed_over() {
    Problems problems = new Problems();
    Optional<Node> root =
        Yaml.read(new SourceFile("f", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8)), problems);
    assertThat(problems.render(Lang.EN)).isEmpty();
    assertThat(((Node.Mapping) root.orElseThrow()).entries().getFirst().key().text())
        .isEqualTo("a");
  }

  @Property(tries = 3000)
  void any_text_ends_in_a_value_or_a_report(@ForAll("yamlish") String text) {
    Problems problems = new Problems();
    Optional<Node> root =
        Yaml.read(new SourceFile("f", text.getBytes(StandardCharsets.UTF_8)), problems);
    assertThat(root.isPresent() || !problems.isEmpty()).isTrue();
  }

  @Property(tries = 3000)
  void any_bytes_end_in_a_value_or_a_report(@ForAll byte[] bytes) {
    Problems problems = new Problems();
    Optional<Node> root = Yaml.read(new SourceFile("f", bytes), problems);
    assertThat(root.isPresent() || !problems.isEmpty()).isTrue();
  }

  @Provide
  Arbitrary<String> yamlish() {
    return Arbitraries.of(
            "a", "b", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ",", "\"", "'", "&x ", "*x",
            "!t ", "|", ">", "#", "?", "---", "...", "%", "@", "`", "~", "0x1", "1e9", "\t", "қ",
            "\u0085", "\uFEFF")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static Node read(String text) {
    Problems problems = new Problems();
    return Yaml.read(new SourceFile("f", text.getBytes(StandardCharsets.UTF_8)), problems)
        .orElseThrow(() -> new AssertionError(problems.render(Lang.EN)));
  }

  private static String report(String text) {
    return report(text, Lang.EN);
  }

  private static String report(String text, Lang lang) {
    Problems problems = new Problems();
    Yaml.read(new SourceFile("f", text.getBytes(StandardCharsets.UTF_8)), problems);
    return problems.render(lang);
  }

  private static String report(byte[] bytes) {
    Problems problems = new Problems();
    Yaml.read(new SourceFile("f", bytes), problems);
    return problems.render(Lang.EN);
  }
}
