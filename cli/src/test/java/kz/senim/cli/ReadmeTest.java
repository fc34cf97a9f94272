package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what a reader gets. */
class ReadmeTest {

  private static final String PROMPT = "$ ./senim ";
  private static final String CUT = "…";

  /** Lines that hold only an ellipsis stand for any number of lines. */
  @Test
  void the_transcript_is_what_its_command_prints() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("../README.md"));
    int start = 0;
    while (!readme.get(start).startsWith(PROMPT)) {
      start++;
    }
    List<String> shown = readme.subList(start + 1, readme.size());
    shown = shown.subList(0, shown.indexOf("```"));
    String command =
        readme.get(start).substring(PROMPT.length()).replace("examples/", "../examples/");
    List<String> printed = Run.senim(command.split(" ", -1)).out().lines().toList();
    int at = 0;
    boolean cut = false;
    for (String line : shown) {
      if (line.strip().equals(CUT)) {
        cut = true;
        continue;
      }
      int found = at + printed.subList(at, printed.size()).indexOf(line);
      assertThat(found).as("printed after line %d: %s", at, line).isGreaterThanOrEqualTo(at);
      assertThat(cut || found == at).as("an ellipsis is wanted before: %s", line).isTrue();
      at = found + 1;
      cut = false;
    }
    assertThat(shown).hasSizeGreaterThan(20);
  }
}
