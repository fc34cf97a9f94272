package kz.senim.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.source.SourceFile;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people come for, from the first page to the answer. */
class JourneyTest extends BrowserTest {

  private static final int MOST_QUESTIONS = 600;

  private BrowserContext window;

  private Page enter(String lang) {
    window = open(window(lang));
    return window.newPage();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void from_an_empty_installation_to_an_assessed_system_of_ones_own() throws IOException {
    Page page = enter("ru");
    administrator(page, "first@example.kz", "Первый Администратор (пример)");
    registerObject(page, "Акимат области (пример)", "Портал обращений граждан (пример)");
    int asked = interview(page, facts("regional-internet-resource"), MOST_QUESTIONS);
    assertThat(asked).isBetween(20, MOST_QUESTIONS - 1);
    assertThat(page.locator("h1")).hasText("Вопросов больше нет");
    page.click("main a.btn");
    assertThat(page.locator(".key .met")).hasText("выполнено");
    assertThat(number(page, "a[href$='outcome=met'] b")).isGreaterThan(100);
    assertThat(number(page, "a[href$='outcome=not-met'] b")).isGreaterThan(20);
    String object = page.url();

    // A requirement that is not met, why, and the fact that mends it.
    int before = number(page, "a[href$='outcome=not-met'] b");
    page.click("a[href$='outcome=not-met']");
    page.click("a[href$='/ur-38-4-retention']");
    assertThat(page.locator(".facts .o")).hasText("не выполнено");
    page.click("a[href$='/facts/logs.retention']");
    page.fill("[name=value]", "3");
    page.selectOption("[name=unit]", "Y");
    page.click("main .more summary");
    page.selectOption("[name=source]", "measured");
    page.fill("[name=by]", "SIEM");
    page.click("main .form .btn >> nth=0");
    assertThat(page.locator(".history li").first()).containsText("3 года");

    // Now the rest matters too: the page names what is missing, and answers settle it.
    String requirement = object + "/requirements/ur-38-4-retention";
    page.navigate(requirement);
    assertThat(page.locator(".facts .o")).hasText("не определено");
    for (String missing : List.of("logs.documentedRetention", "logs.online")) {
      page.click("a[href$='/facts/" + missing + "'] >> nth=0");
      answer(page, Period.ofYears(3));
      page.click("main .form .btn >> nth=0");
      page.navigate(requirement);
    }
    assertThat(page.locator(".facts .o")).hasText("выполнено");
    page.navigate(object);
    assertThat(number(page, "a[href$='outcome=not-met'] b")).isLessThan(before);
  }

  @ParameterizedTest
  @CsvSource({"kk, Облыс әкімдігі (мысал), орындалған", "en, Region's akimat (example), met"})
  void a_system_is_described_in_other_languages_too(String lang, String name, String met)
      throws IOException {
    Page page = enter(lang);
    administrator(page, "first-" + lang + "@example.kz", "Admin (example)");
    registerObject(page, name, name + ": portal");
    assertThat(interview(page, facts("regional-internet-resource"), 15)).isEqualTo(15);
    page.click(".crumb a");
    assertThat(page.locator("html")).hasAttribute("lang", lang);
    assertThat(page.locator(".key .o.met")).hasText(met);
    assertThat(number(page, "a[href$='outcome=not-applicable'] b")).isGreaterThan(0);
    page.click("a[href$='outcome=undecided']");
    page.click("#found td a >> nth=0");
    assertThat(page.locator(".facts .o.undecided")).isVisible();
  }

  @Test
  void the_keyboard_alone_reaches_everything_from_signing_in_to_an_answer() throws IOException {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object = example(owner, organization, "clinic-chain");
    Page page = enter("ru");
    page.navigate("/sign-in");
    page.keyboard().type(email(owner));
    tabTo(page, "[name=password]");
    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    String secret = page.textContent(".secret");
    tabTo(page, "main input.code");
    page.keyboard().type(code(secret));
    page.waitForURL("**/organizations/*");

    // The first stop is the way past the frame.
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    tabTo(page, "a[href='/objects/" + object + "']");
    page.keyboard().press("Enter");
    page.waitForURL("**/objects/" + object);

    tabTo(page, "summary.asof");
    page.keyboard().press("Space");
    assertThat(page.locator(".menu[open] [name=day]")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("summary.asof")).isFocused();

    tabTo(page, "a[href$='/interview']");
    page.keyboard().press("Enter");
    page.waitForURL("**/interview");
    String fact = page.inputValue("[name=fact]");
    if (page.locator("form.ask input[type=radio], form.ask input[type=checkbox]").count() > 0) {
      tabTo(page, "main form [name=value]");
      page.keyboard().press("Space");
      tabTo(page, "form.ask .btn:not(.quiet)");
    } else {
      tabTo(page, "form.ask .btn.quiet");
    }
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !fact.equals(page.inputValue("[name=fact]")));
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (page.locator(selector + ":focus").count() > 0) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + selector + " on " + page.url());
  }

  /** Follows a first-start link where nobody is yet, else a new administrator's, and signs in. */
  private void administrator(Page page, String email, String name) {
    boolean first = accounts.isEmpty();
    page.navigate("/setup#" + accounts.newLink(first ? null : accounts.create(email, name, true)));
    if (first) {
      page.fill("[name=email]", email);
      page.fill("[name=name]", name);
    }
    page.fill("[name=password]", PASSWORD);
    page.fill("[name=again]", PASSWORD);
    page.click("main .btn");
    assertThat(page.locator("main .done")).isVisible();
    signIn(page, email);
  }

  private static void registerObject(Page page, String organization, String object) {
    page.navigate("/");
    page.locator("main a[href='/organizations/new']").click();
    page.fill("[name=name]", organization);
    page.fill("[name=bin]", "12");
    page.evaluate("document.querySelector('[name=bin]').removeAttribute('pattern')");
    page.click("main .btn");
    assertThat(page.locator(".mistakes")).isVisible();
    page.fill("[name=bin]", newBin());
    page.click("main .btn");
    page.waitForURL("**/organizations/*");
    assertThat(page.locator(".empty")).isVisible();
    page.click("main a[href$='/objects/new']");
    page.fill("[name=name]", object);
    page.click("main .btn");
    page.waitForURL("**/interview");
  }

  /** Answers as the passport does, and says "I do not know" where it is silent. */
  private int interview(Page page, Facts facts, int most) {
    int asked = 0;
    while (asked < most && page.locator("form.ask").count() > 0) {
      String fact = page.inputValue("form.ask [name=fact]");
      FactValue known = facts.find(book.factIndex(fact));
      if (known == null) {
        page.click("form.ask [name=decline]");
      } else {
        answer(page, known.value());
        page.click("form.ask .btn:not(.quiet)");
      }
      asked++;
    }
    return asked;
  }

  private static void answer(Page page, Object value) {
    String field = "main form [name=value]";
    switch (value) {
      case Boolean yes -> page.check(field + "[value='" + yes + "']");
      case List<?> chosen when chosen.isEmpty() -> page.check(field + "[value='']");
      case List<?> chosen -> chosen.forEach(one -> page.check(field + "[value='" + one + "']"));
      case Period period -> {
        boolean days = period.getDays() != 0;
        page.fill(field, "" + (days ? period.getDays() : period.toTotalMonths()));
        page.selectOption("main form [name=unit]", days ? "D" : "M");
      }
      case String word when page.locator(field + "[type=radio]").count() > 0 ->
          page.check(field + "[value='" + word + "']");
      default -> page.fill(field, value.toString());
    }
  }

  private Facts facts(String example) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("../examples", example + ".yaml"));
    return PassportReader.read(book, new SourceFile(example + ".yaml", bytes)).facts();
  }

  private static int number(Page page, String selector) {
    return Integer.parseInt(page.textContent(selector).replaceAll("\\D", ""));
  }

  private static String newBin() {
    while (true) {
      String bin =
          Long.toString(ThreadLocalRandom.current().nextLong(900_000_000_000L, 999_999_999_999L));
      if (IdentificationNumber.isValid(bin)) {
        return bin;
      }
    }
  }
}
