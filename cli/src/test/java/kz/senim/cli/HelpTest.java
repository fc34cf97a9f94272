package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.senim.core.text.Lang;
import kz.senim.terminal.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The commands explain themselves, and what is wrong with a call, in each of the languages. */
class HelpTest {

  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @ParameterizedTest
  @EnumSource
  void every_command_option_and_argument_is_explained(Lang lang) {
    CommandLine root = Main.commandLine();
    Commands.translate(root, lang, Main.class);
    List<String> silent = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    check(root, lang, silent, foreign);
    assertThat(silent).as("without a text").isEmpty();
    assertThat(foreign).as("in another language").isEmpty();
  }

  private static void check(
      CommandLine line, Lang lang, List<String> silent, List<String> foreign) {
    CommandLine.Model.CommandSpec spec = line.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    note(spec.qualifiedName(), spec.usageMessage().description(), lang, silent, foreign);
    spec.args()
        .forEach(
            arg -> {
              if (!arg.hidden()) {
                String name = spec.qualifiedName() + " " + arg.paramLabel() + " " + arg;
                note(name, arg.description(), lang, silent, foreign);
              }
            });
    line.getSubcommands().values().forEach(command -> check(command, lang, silent, foreign));
  }

  private static void note(
      String name, String[] text, Lang lang, List<String> silent, List<String> foreign) {
    String all = String.join(" ", text);
    if (all.isBlank()) {
      silent.add(name);
    } else if (CYRILLIC.matcher(all).find() == (lang == Lang.EN)
        && !all.matches("[\\w-]+( or | или | немесе |, ).*")) {
      foreign.add(name + ": " + all);
    }
  }

  @Test
  void the_texts_are_the_same_ones_in_each_language_about_the_same_things() throws Exception {
    PropertyResourceBundle english = texts(Lang.EN);
    for (Lang lang : Lang.values()) {
      PropertyResourceBundle texts = texts(lang);
      assertThat(new TreeSet<>(Collections.list(texts.getKeys())))
          .as(lang.code())
          .isEqualTo(new TreeSet<>(Collections.list(english.getKeys())));
      for (String key : Collections.list(texts.getKeys())) {
        assertThat(places(texts.getString(key)))
            .as(key + " in " + lang.code())
            .isEqualTo(places(english.getString(key)));
      }
    }
  }

  /** A text that no command shows would be kept true by nobody. */
  @Test
  void every_text_is_shown_somewhere() throws Exception {
    CommandLine root = Main.commandLine();
    Commands.translate(root, Lang.EN, Main.class);
    Set<String> shown = new TreeSet<>();
    shown(root, shown);
    PropertyResourceBundle texts = texts(Lang.EN);
    assertThat(Collections.list(texts.getKeys()))
        .filteredOn(key -> !shown.contains(texts.getString(key).replaceFirst("^\\d:", "")))
        .isEmpty();
  }

  private static void shown(CommandLine line, Set<String> texts) {
    CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    texts.addAll(List.of(usage.description()));
    texts.addAll(List.of(usage.header()));
    texts.addAll(usage.exitCodeList().values());
    texts.add(usage.exitCodeListHeading());
    line.getCommandSpec().args().forEach(arg -> texts.addAll(raw(arg)));
    line.getSubcommands().values().forEach(command -> shown(command, texts));
  }

  /** With what is filled in put back as it stands in the text. */
  private static List<String> raw(CommandLine.Model.ArgSpec arg) {
    return List.of(arg.description()).stream()
        .map(text -> text.replace("not-met, undecided", "${COMPLETION-CANDIDATES}"))
        .toList();
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("\\$\\{[^}]*}|%n|--[a-z-]+|[A-Z]+_[A-Z_]+|https?://[a-z./]+")
        .matcher(text)
        .results()
        .forEach(result -> places.add(result.group()));
    return places;
  }

  private static PropertyResourceBundle texts(Lang lang) throws Exception {
    try (var in = Main.class.getResourceAsStream("Help_" + lang.code() + ".properties")) {
      return new PropertyResourceBundle(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  @Test
  void help_speaks_the_language_that_is_asked_for() {
    Run kazakh = Run.senim("assess", "--help", "--lang", "kk");
    assertThat(kazakh.code()).isZero();
    assertThat(kazakh.out())
        .startsWith("Шақыру: senim assess")
        .contains("Жүйенің көрсетілген күні заңнамаға")
        .contains("Мысалдар:")
        .contains("Осы анықтаманы көрсетіп, шығу.");
    assertThat(Run.senim("law", "text", "import", "--lang=ru", "--help").out())
        .contains("Загружает официальный текст акта")
        .doesNotContain("Примеры:");
    assertThat(Run.senim("--help").out()).contains("Exit codes:").contains("Examples:");
  }

  @Test
  void what_is_wrong_with_a_call_is_told_with_what_would_be_right() {
    assertThat(ru("assess", "x.yaml", "--as-of", "завтра"))
        .startsWith("senim: --as-of: «завтра» — не день; день пишется так: 2024-05-13")
        .endsWith("Справка: senim assess --help\n");
    assertThat(ru("assess", "x.yaml", "--format", "xml"))
        .contains("--format: можно указать text, json, html, oscal, csv, но не «xml»");
    assertThat(ru("assess", "x.yaml", "--asof", "2026-01-01", "y.yaml"))
        .contains("нет параметра --asof; возможно, имелось в виду «--as-of»");
    assertThat(ru("assess")).contains("нужно указать: PASSPORT.yaml");
    assertThat(ru("law", "diff")).contains("нужно указать: --from DATE, --to DATE");
    assertThat(ru("law", "diff", "--from")).contains("после --from нужно значение: --from DATE");
    assertThat(ru("assess", "x.yaml", "--all", "--all")).contains("--all указан несколько раз");
    assertThat(ru("law")).contains("укажите, что сделать: text, acts");
    assertThat(ru("law", "chek")).contains("нет команды «chek»; возможно, имелось в виду «check»");
    assertThat(ru("ask", "x.yaml", "--most", "много")).contains("--most: нужно целое число");
    assertThat(ru("evidence", "push", "x.pdf", "--object", "1", "--kind", "k"))
        .contains("--object: нужен идентификатор вида");
    assertThat(Run.senim("assess", "x.yaml", "--lang", "de").err())
        .contains("--lang takes en, ru, kk; not 'de'");
  }

  /** As somebody calls it whose {@code --lang} stands at the end. */
  private static String ru(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--lang=ru");
    Run run = Run.senim(all.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    return run.err();
  }
}
