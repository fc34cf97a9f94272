package kz.senim.server.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachedPasswordsTest {

  @TempDir private Path folder;

  @Test
  void every_line_is_found_and_nothing_else() throws Exception {
    for (String end : List.of("\n", "\r\n")) {
      for (int size : new int[] {0, 1, 2, 3, 500}) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          byte[] hash = MessageDigest.getInstance("SHA-1").digest(("known " + i).getBytes(UTF_8));
          lines.add(HexFormat.of().withUpperCase().formatHex(hash) + ":" + i * 31);
        }
        lines.sort(null);
        Path file = Files.writeString(folder.resolve("list"), String.join(end, lines));
        BreachedPasswords breached = new BreachedPasswords(file.toString());
        for (int i = 0; i < size; i++) {
          assertThat(breached.contains("known " + i)).as("%d of %d", i, size).isTrue();
        }
        for (int i = 0; i < 100; i++) {
          assertThat(breached.contains("unknown " + i)).isFalse();
        }
      }
    }
  }

  @Test
  void without_a_list_nothing_is_in_it_and_one_that_is_missing_is_told_at_the_start() {
    assertThat(new BreachedPasswords("").contains("password")).isFalse();
    String missing = folder.resolve("missing").toString();
    assertThatThrownBy(() -> new BreachedPasswords(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SENIM_BREACHED_PASSWORDS");
  }
}
