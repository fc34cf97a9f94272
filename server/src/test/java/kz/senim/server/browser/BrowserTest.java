package kz.senim.server.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import kz.senim.server.ServerTest;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a real browser against the application on its real port, by people who sign in as
 * people do: through the pages, with a password and a code.
 */
@ExtendWith(Chromium.class)
abstract class BrowserTest extends ServerTest {

  static final String PASSWORD = "correct horse battery";
  static final int DESK = 1280;
  static final int PHONE = 390;

  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  @LocalServerPort private int port;

  String base() {
    return "http://localhost:" + port;
  }

  /** What a window is like; nothing moves in it, so that pictures and colours are settled. */
  Browser.NewContextOptions window(String lang) {
    return new Browser.NewContextOptions()
        .setBaseURL(base())
        .setLocale(lang)
        .setViewportSize(DESK, 900)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  static BrowserContext open(Browser.NewContextOptions window) {
    return Chromium.browser().newContext(window);
  }

  /** Gives the account a password, with which its person signs in. */
  String email(UUID account) {
    accounts.setPassword(account, PASSWORD);
    return accounts.find(account).orElseThrow().email();
  }

  /** Types address and password. */
  void password(Page page, String email) {
    page.navigate("/sign-in");
    page.fill("main [name=email]", email);
    page.fill("main [name=password]", PASSWORD);
    page.click("main .btn");
  }

  /** Signs in for the first time: the second factor is set up on the way. */
  void signIn(Page page, String email) {
    signIn(page, email, true);
  }

  /**
   * @param scripts whether the page's scripts run, one of which sends a code that is complete
   */
  void signIn(Page page, String email, boolean scripts) {
    password(page, email);
    if (page.url().endsWith("/sign-in/enrol")) {
      page.fill("input.code", code(page.textContent(".secret")));
      if (!scripts) {
        page.press("input.code", "Enter");
      }
      page.waitForURL(url -> !url.contains("/sign-in"));
    }
  }

  /** The code that an authenticator application shows now for the secret as a page spells it. */
  static String code(String secret) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(
              new Base32().decode(secret.replaceAll("\\s", "")), CODES.getAlgorithm()),
          Instant.now(),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
