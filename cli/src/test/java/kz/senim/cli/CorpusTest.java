package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.senim.book.Books;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.Localized;
import org.junit.jupiter.api.Test;

/** What must be true of every provision of the law that ships. */
class CorpusTest {

  private static final LawBook BOOK = Books.shipped();
  private static final Path LAW = Path.of("../law");
  private static final Map<String, String> SEEDS =
      Map.of(
          "V1800016750", "000-trusted-software-registry-overview.txt",
          "P1600000298", "001-certification-rules-decree-298.txt",
          "V1900018805", "002-checklists-joint-order-114-52.txt",
          "P1600000832", "003-uniform-requirements-decree-832.txt",
          "KZ-DDC-2025", "004-draft-digital-code-issue-brief.txt");

  @Test
  void every_law_file_and_example_is_valid_by_its_published_schema() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    List<String> mistakes = new ArrayList<>();
    int files = 0;
    for (Path file : yaml(LAW, Path.of("../examples"))) {
      String text = Files.readString(file);
      Schema schema =
          registry.getSchema(Files.readString(LAW.resolve("schema/" + schema(file, text))));
      for (Error error : schema.validate(text, InputFormat.YAML)) {
        mistakes.add(file + ": " + error);
      }
      files++;
    }
    assertThat(mistakes).isEmpty();
    assertThat(files).isGreaterThan(50);
  }

  @Test
  void the_languages_of_every_text_differ() {
    List<String> same = new ArrayList<>();
    for (Provision provision : BOOK.provisions()) {
      differ(provision.id(), provision.summary(), same);
    }
    for (Requirement requirement : BOOK.requirements()) {
      differ(requirement.id(), requirement.statement(), same);
    }
    BOOK.facts().forEach(fact -> differ(fact.id(), fact.ask(), same));
    assertThat(same).isEmpty();
  }

  @Test
  void kazakh_is_written_in_kazakh_and_russian_in_russian() {
    List<String> odd = new ArrayList<>();
    for (Provision provision : BOOK.provisions()) {
      if (provision.summary().kk().matches("(?U)[^әғқңөұүһіӘҒҚҢӨҰҮҺІ]{60,}")) {
        odd.add(provision.id() + " kk");
      }
      if (provision.summary().ru().matches(".*[әғқңөұүһӘҒҚҢӨҰҮҺ].*")
          && !provision.summary().ru().matches(".*([«\"(№]|мем\\.қаз|\\.ҚАЗ).*")) {
        odd.add(provision.id() + " ru");
      }
      if (provision.summary().en().matches(".*\\b\\p{IsCyrillic}{4,}\\b.*")
          && !provision.summary().en().matches(".*[\"(№].*")) {
        odd.add(provision.id() + " en");
      }
    }
    assertThat(odd).isEmpty();
  }

  @Test
  void no_text_repeats_eight_words_of_the_act() throws IOException {
    List<String> copied = new ArrayList<>();
    Set<String> all = new HashSet<>();
    for (Map.Entry<String, String> seed : SEEDS.entrySet()) {
      Path file = Path.of("../../shared/seeds", seed.getValue());
      assumeTrue(Files.exists(file), "the texts of the acts are not here: ../shared/seeds");
      // A sentence never runs over a line's end in these texts.
      Set<String> official = new HashSet<>();
      Files.readString(file).lines().forEach(line -> official.addAll(runs(line)));
      all.addAll(official);
      for (Provision provision : BOOK.provisionsOf(seed.getKey())) {
        copied(provision.id(), provision.summary().en(), official, copied);
        if (provision.note() != null) {
          copied(provision.id() + " note", provision.note().en(), official, copied);
        }
        for (String id : provision.requirements()) {
          BOOK.findRequirement(id).ifPresent(r -> copied(id, r.statement().en(), official, copied));
        }
      }
    }
    BOOK.facts().stream()
        .filter(fact -> fact.attestation() == null)
        .forEach(fact -> copied(fact.id(), fact.ask().en(), all, copied));
    BOOK.parameters().forEach(figure -> copied(figure.id(), figure.name().en(), all, copied));
    assertThat(copied).isEmpty();
  }

  @Test
  void every_figure_stands_in_a_parameter_and_none_in_a_rule() {
    // None at all, and the three classes of the classifier, are not figures.
    Pattern figure =
        Pattern.compile(
            "(?<![\\w.'-])(?!0\\b)\\d[\\d.]*(?![\\w.'-])|\\b(years|months|days|date)\\(");
    List<String> literal = new ArrayList<>();
    for (Requirement requirement : BOOK.requirements()) {
      String rules =
          (requirement.appliesText() + " ; " + requirement.metText())
              .replaceAll("'[^']*'", "")
              .replaceAll("object\\.class [!<>=]=? [123]", "");
      Matcher matcher = figure.matcher(rules);
      if (matcher.find()) {
        literal.add(requirement.id() + ": " + matcher.group());
      }
    }
    assertThat(literal).isEmpty();
    assertThat(BOOK.parameters())
        .allSatisfy(p -> assertThat(p.values().getFirst().from()).isNotNull());
  }

  @Test
  void every_contested_figure_belongs_to_a_draft_and_decides_something() {
    List<Parameter> contested =
        BOOK.parameters().stream().filter(p -> !p.alternatives().isEmpty()).toList();
    assertThat(contested).isNotEmpty();
    for (Parameter figure : contested) {
      assertThat(BOOK.getAct(figure.act()).draft()).as(figure.id()).isTrue();
      String used = "Limit[parameter=" + BOOK.parameterIndex(figure.id()) + "]";
      assertThat(BOOK.requirements().stream().anyMatch(r -> r.toString().contains(used)))
          .as(figure.id())
          .isTrue();
    }
  }

  @Test
  void every_requirement_can_be_proved_and_weighs_something() {
    assertThat(BOOK.requirements())
        .allSatisfy(
            r -> {
              assertThat(r.evidence()).as(r.id()).isNotEmpty();
              assertThat(BOOK.getSeverity(r.severity())).as(r.id()).isNotNull();
              assertThat(r.addressees()).as(r.id()).isNotEmpty();
            });
  }

  private static void differ(String id, Localized text, List<String> same) {
    if (text.ru().equals(text.kk()) || text.en().equals(text.ru()) || text.en().equals(text.kk())) {
      same.add(id);
    }
  }

  private static void copied(String id, String text, Set<String> official, List<String> copied) {
    runs(text).stream()
        .filter(official::contains)
        .findFirst()
        .ifPresent(run -> copied.add(id + ": " + run));
  }

  /** All runs of eight consecutive words. */
  private static List<String> runs(String text) {
    List<String> words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
            .filter(w -> !w.isEmpty())
            .toList();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + 8 <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + 8)));
    }
    return runs;
  }

  private static String schema(Path file, String text) {
    String kind = "vocabulary";
    for (String key :
        new String[] {
          "framework",
          "passport",
          "calendar",
          "procedure",
          "stories-of",
          "checklists",
          "provisions",
          "cases",
          "act"
        }) {
      if (has(text, key)) {
        kind = key.equals("stories-of") ? "stories" : key;
        break;
      }
    }
    assertThat(kind.equals("vocabulary") && !file.toString().contains("vocabulary"))
        .as(file + " is of no known kind")
        .isFalse();
    return kind + ".schema.json";
  }

  private static boolean has(String text, String key) {
    return text.startsWith(key + ":") || text.contains("\n" + key + ":");
  }

  private static List<Path> yaml(Path... folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(f -> f.toString().endsWith(".yaml") && !f.startsWith(folder.resolve("target")))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }
}
