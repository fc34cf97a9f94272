package kz.senim.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day, the language and the theme that a person sets, and pages without JavaScript. */
class PreferencesTest extends BrowserTest {

  private String email = "";
  private String object = "";
  private BrowserContext window;

  @BeforeEach
  void an_auditor_with_an_object() throws IOException {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    object = "/objects/" + example(owner, organization, "clinic-chain");
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    email = email(auditor);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Page enter(boolean scripts) {
    window = open(window("ru").setJavaScriptEnabled(scripts));
    Page page = window.newPage();
    signIn(page, email, scripts);
    return page;
  }

  @Test
  void another_day_is_unmistakable_until_one_returns_to_today() {
    Page page = enter(true);
    page.navigate(object);
    assertThat(page.locator(".band")).hasCount(0);
    for (String[] day :
        new String[][] {
          {"2023-01-15", "Вы смотрите в прошлое: 15 января 2023"},
          {"2031-06-01", "Вы смотрите в будущее: 1 июня 2031"}
        }) {
      page.navigate(object);
      page.click(".asof");
      page.fill("[name=day]", day[0]);
      page.click(".menu[open] .btn");
      assertThat(page).hasURL(base() + object);
      assertThat(page.locator(".band")).containsText(day[1]);
      page.navigate(object + "/requirements");
      assertThat(page.locator(".band")).containsText(day[1]);
    }
    page.click(".band button");
    assertThat(page.locator(".band")).hasCount(0);
  }

  @Test
  void language_and_theme_are_remembered_after_signing_out() {
    Page page = enter(true);
    page.navigate(object);
    page.click(".tools > .lang [value=kk]");
    assertThat(page).hasURL(base() + object);
    assertThat(page.locator("html")).hasAttribute("lang", "kk");
    page.click(".who");
    page.click("[name=theme][value=dark]");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(15, 23, 32)");
    page.click(".who");
    page.click("form[action='/sign-out'] button");
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    assertThat(page.locator("h1")).hasText("Кіру");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.navigate(object);
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
  }

  @Test
  void everything_is_read_without_javascript() {
    Page page = enter(false);
    for (String path :
        new String[] {"", "/requirements", "/requirements/ur-38-4-retention", "/facts"}) {
      page.navigate(object + path);
      assertThat(page.locator("h1")).not().isEmpty();
    }
    page.navigate(object + "/requirements");
    page.selectOption("[name=outcome]", "not-met");
    page.click(".filter noscript button");
    assertThat(page).hasURL(Pattern.compile("outcome=not-met"));
    assertThat(page.locator("#found .o.not-met").first()).isVisible();
    assertThat(page.locator("#found .o.met")).hasCount(0);
    page.click(".asof");
    page.fill("[name=day]", "2023-01-15");
    page.click(".menu[open] .btn");
    assertThat(page.locator(".band")).containsText("15 января 2023");
  }

  @Test
  void a_filter_answers_without_a_click() {
    Page page = enter(true);
    page.navigate(object + "/requirements");
    page.selectOption("[name=outcome]", "undecided");
    assertThat(page).hasURL(Pattern.compile("outcome=undecided"));
    assertThat(page.locator("#found .o.undecided").first()).isVisible();
    assertThat(page.locator("#found .o.met")).hasCount(0);
  }
}
