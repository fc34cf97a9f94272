package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.TestVault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads against the real clamd. */
class ScannerTest {

  @TempDir private static Path folder;
  private static Clamd clamd;

  @TempDir private Path data;

  @BeforeAll
  static void start() throws Exception {
    boolean there = Files.exists(Clamd.PROGRAM) && Files.exists(Clamd.FILES);
    if (!there) {
      System.err.println("senim: clamav-daemon is not installed: the scanner was not tried");
    }
    assumeTrue(there);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    clamd = new Clamd(folder, port);
  }

  @AfterAll
  static void stop() {
    if (clamd != null) {
      clamd.close();
    }
  }

  @Test
  void a_harmless_file_is_taken_and_what_scanned_it_is_noted() throws IOException {
    for (String address : List.of(clamd.socket(), clamd.port())) {
      Content content = contents(address).store(text("nothing"), "a.txt");
      assertThat(content.scan()).startsWith("ClamAV 1.");
    }
  }

  @Test
  void a_file_with_something_in_it_is_refused_and_nothing_is_kept() throws IOException {
    Contents contents = contents(clamd.socket());
    refused(contents, "log " + Clamd.BAD + " end", "evidence.infected", "Senim.Test.Text");
    // Far inside, past the first piece.
    refused(contents, "x".repeat(2_000_000) + Clamd.BAD, "evidence.infected", "Senim.Test.Text");
    for (String name : List.of("clam.exe", "clam.zip", "clam.7z", "clam.tar.gz")) {
      byte[] file = Files.readAllBytes(Clamd.FILES.resolve(name));
      assertThatThrownBy(() -> contents.store(new ByteArrayInputStream(file), name))
          .as(name)
          .isInstanceOf(Contents.Refused.class)
          .hasMessageContaining("Senim.Test.File");
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_file_that_is_too_long_for_the_scanner_is_refused() throws IOException {
    // Again and again: it hangs up while the file still comes, sooner or later in a write.
    for (int time = 0; time < 30; time++) {
      for (String address : List.of(clamd.socket(), clamd.port())) {
        refused(
            contents(address),
            "x".repeat(6 << 20),
            "evidence.scanner-too-large",
            "size limit exceeded");
      }
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void without_a_scanner_that_answers_nothing_is_taken() throws Exception {
    refused(contents("/nowhere/clamd.sock"), "x", "evidence.scanner-away", "");
    try (ServerSocket silent = new ServerSocket(0)) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  silent.accept().close(); // hangs up
                } catch (IOException e) {
                  // the test is over
                }
              });
      refused(contents(address), "x", "evidence.scanner-away", "");
    }
    assertThat(kept()).isEmpty();
  }

  private void refused(Contents contents, String text, String key, String why) {
    assertThatThrownBy(() -> contents.store(text(text), "a.txt"))
        .isInstanceOfSatisfying(
            Contents.Refused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo(key);
              assertThat(refused).hasMessageContaining(why);
            });
  }

  private static ByteArrayInputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private Contents contents(String address) throws IOException {
    return new Contents(
        new ServerSettings(data, "", null, null, null, null, false, ""),
        new TestVault().vault(),
        new Scanner(new ScanSettings(address)),
        Clock.systemUTC());
  }

  private List<Path> kept() throws IOException {
    try (var all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
