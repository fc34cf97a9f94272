package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tests' own PostgreSQL takes and the oldest that docs/operations.md allows does not. */
class SqlFencesTest {

  private static final Pattern SUBQUERY =
      Pattern.compile("(?i)\\b(?:from|join|lateral)\\s*\\(\\s*(?:select|values)\\b");
  private static final Pattern NAME =
      Pattern.compile(
          "(?is)\\s*(?:as\\s+)?(?!(?:where|group|order|limit|join|left|right|inner|cross|on|using|union|for"
              + "|having)\\b)[a-z_].*");

  @Test
  void every_subquery_has_a_name_as_postgresql_15_wants() throws IOException {
    List<String> nameless = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|sql)")).toList()) {
        // Texts that are put together from several lines, as one.
        String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        Matcher found = SUBQUERY.matcher(text);
        while (found.find()) {
          seen++;
          String after = text.substring(end(text, text.indexOf('(', found.start())));
          if (!NAME.matcher(after).matches()) {
            nameless.add(file.getFileName() + ": " + text.substring(found.start(), found.end()));
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(10);
    assertThat(nameless).isEmpty();
  }

  /** The place after the parenthesis that closes the one at the place. */
  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no end of " + text.substring(open));
  }
}
