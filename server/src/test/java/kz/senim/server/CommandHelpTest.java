package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
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

/** The commands that work with a server's data explain themselves in each of the languages. */
class CommandHelpTest {

  private static final List<String> COMMANDS =
      List.of(
          "Serve",
          "vault.KeysCommand",
          "audit.AuditCommand",
          "backup.BackupCommand",
          "backup.RestoreCommand");

  @ParameterizedTest
  @EnumSource
  void every_command_option_and_argument_is_explained(Lang lang) throws Exception {
    Set<String> silent = new TreeSet<>();
    for (CommandLine line : lines()) {
      Commands.translate(line, lang, ServerCommands.class);
      texts(line, silent);
    }
    assertThat(silent).filteredOn(text -> text.endsWith(": ")).isEmpty();
    assertThat(silent)
        .filteredOn(text -> text.matches("(?s).*\\p{IsCyrillic}.*") == (lang == Lang.EN))
        .as("in another language")
        .isEmpty();
  }

  @Test
  void the_texts_are_the_same_ones_in_each_language_and_each_is_shown() throws Exception {
    Set<String> shown = new TreeSet<>();
    for (CommandLine line : lines()) {
      Commands.translate(line, Lang.EN, ServerCommands.class);
      texts(line, shown);
    }
    PropertyResourceBundle english = bundle(Lang.EN);
    for (Lang lang : Lang.values()) {
      PropertyResourceBundle texts = bundle(lang);
      assertThat(new TreeSet<>(Collections.list(texts.getKeys())))
          .as(lang.code())
          .isEqualTo(new TreeSet<>(Collections.list(english.getKeys())));
      for (String key : Collections.list(texts.getKeys())) {
        assertThat(places(texts.getString(key)))
            .as(key + " in " + lang.code())
            .isEqualTo(places(english.getString(key)));
        assertThat(shown).as(key).anyMatch(text -> text.endsWith(english.getString(key)));
      }
    }
  }

  private static List<CommandLine> lines() throws Exception {
    List<CommandLine> lines = new ArrayList<>();
    for (String name : COMMANDS) {
      Constructor<?> made = Class.forName("kz.senim.server." + name).getDeclaredConstructors()[0];
      made.setAccessible(true);
      Object[] environment =
          made.getParameterCount() == 0 ? new Object[0] : new Object[] {java.util.Map.of()};
      lines.add(new CommandLine(made.newInstance(environment)));
    }
    return lines;
  }

  /** Each text with what it is of. */
  private static void texts(CommandLine line, Set<String> texts) {
    CommandLine.Model.CommandSpec spec = line.getCommandSpec();
    String[] description = spec.usageMessage().description();
    if (description.length == 0) {
      texts.add(spec.qualifiedName() + ": ");
    }
    for (String part : description) {
      texts.add(spec.qualifiedName() + ": " + part);
    }
    for (CommandLine.Model.ArgSpec arg : spec.args()) {
      if (!arg.hidden()) {
        texts.add(spec.qualifiedName() + " " + arg + ": " + String.join(" ", arg.description()));
      }
    }
    line.getSubcommands().values().forEach(command -> texts(command, texts));
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("--[a-z-]+|[A-Z]+_[A-Z_0-9]+|SHA-256|Base64")
        .matcher(text)
        .results()
        .forEach(result -> places.add(result.group()));
    return places;
  }

  private static PropertyResourceBundle bundle(Lang lang) throws Exception {
    try (var in = ServerCommands.class.getResourceAsStream("Help_" + lang.code() + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }
}
