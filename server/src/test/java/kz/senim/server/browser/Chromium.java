package kz.senim.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/**
 * The one browser of all browser tests: the system's Chromium, never a downloaded one. Where it is
 * absent the tests are skipped, in continuous integration they fail.
 */
final class Chromium implements BeforeAllCallback {

  private static final Path PATH =
      Path.of(Optional.ofNullable(System.getenv("SENIM_CHROMIUM")).orElse("/usr/bin/chromium"));
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private static volatile Running running;

  static Browser browser() {
    return running.browser;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!Files.isExecutable(PATH)) {
      String message =
          "no browser at "
              + PATH
              + ": THE BROWSER TESTS ARE SKIPPED; install Debian's chromium,"
              + " or name another by SENIM_CHROMIUM";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(message);
      }
      System.err.println("senim: " + message);
      throw new TestAbortedException(message);
    }
    running =
        context
            .getRoot()
            .getStore(Namespace.create(Chromium.class))
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
  }

  /** Started with the first browser test, closed by JUnit after the last. */
  private static final class Running implements AutoCloseable {

    private final Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PATH).setArgs(ARGUMENTS));

    @Override
    public void close() {
      playwright.close();
    }
  }
}
