package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a real browser, with an authenticator that the browser pretends to have. */
class PasskeyTest extends ServerTest {

  private static final String PASSWORD = "correct horse battery";

  @LocalServerPort private int port;
  @Autowired private JdbcClient db;

  @Test
  void a_passkey_made_at_the_first_sign_in_opens_the_door_alone_from_then_on() {
    UUID owner = person();
    organization(owner, Role.OWNER);
    accounts.setPassword(owner, PASSWORD);
    String email = accounts.find(owner).orElseThrow().email();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(
                            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")))) {
      BrowserContext context = browser.newContext();
      Page page = context.newPage();
      pretendAuthenticator(context, page);
      page.navigate(address("/sign-in"));
      page.fill("[name=email]", email);
      page.fill("[name=password]", PASSWORD);
      page.click("main button.btn >> nth=0");
      page.waitForURL("**/sign-in/enrol");
      page.click("[data-passkey=enrol]");
      page.waitForURL("**/organizations/**");
      assertThat(accounts.find(owner).orElseThrow().passkeys()).isEqualTo(1);
      assertThat(audited("account.passkey-added", email)).isEqualTo(1);

      context.clearCookies();
      page.navigate(address("/sign-in"));
      page.click("[data-passkey=authenticate]");
      page.waitForURL("**/organizations/**");

      page.navigate(address("/account"));
      page.click("form[action$='/passkeys/remove'] button");
      assertThat(page.textContent(".mistakes")).isNotBlank();
      assertThat(accounts.find(owner).orElseThrow().passkeys()).isEqualTo(1);
    }
  }

  /** One with a fingerprint reader that always recognises its owner. */
  private static void pretendAuthenticator(BrowserContext context, Page page) {
    CDPSession cdp = context.newCDPSession(page);
    cdp.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject add = new JsonObject();
    add.add("options", options);
    cdp.send("WebAuthn.addVirtualAuthenticator", add);
  }

  private static Path chromium() {
    String named = System.getenv("SENIM_CHROMIUM");
    Path found =
        Stream.of(
                named == null ? "/usr/bin/chromium" : named,
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(found != null, "there is no chromium");
    return found;
  }

  private int audited(String action, String email) {
    return db.sql("select count(*) from audit_log where action = ? and account_name = ?")
        .params(action, email)
        .query(Integer.class)
        .single();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
