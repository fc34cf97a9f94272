package kz.senim.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

/** The interface speaks three languages, each of them wholly. */
class MessagesTest {

  private final IcuMessages messages = load();

  @Test
  void every_text_stands_in_all_three_languages_and_none_is_a_copy() {
    Set<Object> keys = new TreeSet<>(texts(Lang.EN).keySet());
    for (Lang lang : Lang.values()) {
      assertThat(new TreeSet<>(texts(lang).keySet())).as(lang.code()).isEqualTo(keys);
    }
    Pattern letters = Pattern.compile("\\p{IsCyrillic}");
    assertThat(keys)
        .allSatisfy(
            key -> {
              String name = key.toString();
              assertThat(texts(Lang.EN).getProperty(name))
                  .as(name + " in English")
                  .doesNotContainPattern(letters);
            });
  }

  @Test
  void every_text_is_a_message_that_icu_reads() {
    for (Lang lang : Lang.values()) {
      texts(lang)
          .forEach(
              (key, text) ->
                  assertThat(new MessageFormat(text.toString(), new ULocale(lang.code())))
                      .as(key.toString())
                      .isNotNull());
    }
  }

  @Test
  void every_text_that_a_template_names_is_there() throws IOException {
    Pattern named =
        Pattern.compile("#\\{([a-z][a-z0-9.-]*[a-z0-9])[}(]|messages\\.msg\\('([a-z0-9.-]+)'");
    Set<String> lacking = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        Matcher matcher = named.matcher(Files.readString(file));
        while (matcher.find()) {
          String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          if (!texts(Lang.EN).containsKey(key)) {
            lacking.add(file.getFileName() + ": " + key);
          }
        }
      }
    }
    assertThat(lacking).isEmpty();
  }

  private Properties texts(Lang lang) {
    return java.util.Objects.requireNonNull(messages.all(lang));
  }

  private static IcuMessages load() {
    try {
      return new IcuMessages();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
