package kz.senim.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.server.MatrixThings;
import kz.senim.server.ServerSettings;
import kz.senim.server.browser.Places.Place;
import kz.senim.server.browser.Places.Who;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page in each language, light and dark, on a phone and on a desk: axe finds nothing, nothing
 * sticks out sideways, nothing fails and nothing is asked of another host. Pictures are kept in
 * {@code target/screenshots}. Some of them alone: {@code -Dpages=} a pattern of their names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest extends BrowserTest {

  private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
  private static final List<String> LEVELS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int TALLEST_PICTURE = 2400;

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient db;
  @Autowired private ServerSettings settings;
  private final Map<Who, BrowserContext> windows = new EnumMap<>(Who.class);
  private final List<String> wrong = new ArrayList<>();
  private List<Place> places = List.of();

  @BeforeAll
  void people_with_something_to_see() throws IOException {
    UUID owner = accounts.create("pages@example.kz", "Әсел Құрманғалиқызы (example)", true);
    UUID organization = organization(owner, Role.OWNER);
    accounts.grant(owner, organization, Role.SECURITY_OFFICER);
    UUID object = example(owner, organization, "regional-internet-resource");
    // So that there is a page of each sort of thing.
    MatrixThings.in(db, settings.data(), organization, object, owner, 1);
    UUID empty = organization(owner, Role.OWNER);
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    UUID half = person();
    accounts.grant(half, organization, Role.OWNER);
    accounts.setTotpSecret(half, new byte[20]);
    UUID unenrolled = person();
    accounts.grant(unenrolled, organization, Role.OWNER);
    UUID newcomer = person();
    signIn(page(Who.OWNER), email(owner));
    signIn(page(Who.AUDITOR), email(auditor));
    signIn(page(Who.NEWCOMER), email(newcomer));
    password(page(Who.HALF), email(half));
    password(page(Who.UNENROLLED), email(unenrolled));
    page(Who.STRANGER);
    UUID historian = person();
    accounts.grant(historian, organization, Role.AUDITOR);
    Page past = page(Who.HISTORIAN);
    signIn(past, email(historian));
    past.click(".asof");
    past.fill("[name=day]", "2024-03-01");
    past.click(".menu .btn:visible");
    places =
        Places.all(
            requestMappingHandlerMapping,
            Map.of(
                "{organization}", organization.toString(),
                "{object}", object.toString(),
                "{empty}", empty.toString(),
                "{token}", accounts.newLink(newcomer)));
  }

  @AfterAll
  void close() {
    windows.values().forEach(BrowserContext::close);
  }

  private Page page(Who who) {
    BrowserContext window = open(window("ru"));
    windows.put(who, window);
    Page page = window.newPage();
    page.onConsoleMessage(message -> heard(page, message));
    page.onPageError(error -> wrong.add("script: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base()) && !request.url().startsWith("data:")) {
            wrong.add("asked of another host: " + request.url());
          }
        });
    return page;
  }

  /** A page that says that it is missing is an error to the browser, and not to us. */
  private void heard(Page page, ConsoleMessage message) {
    String what = message.text() + " " + message.location();
    boolean self = message.location().startsWith(page.url() + ":") && what.contains("status of 4");
    if ("error".equals(message.type()) && !self && !ofAnotherModule(what)) {
      wrong.add("console: " + what);
    }
  }

  /** The part of a requirement's page that the module of evidence fills, where there is one. */
  private boolean ofAnotherModule(String what) {
    return what.contains("/work")
        && requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(info -> info.getPatternValues().stream())
            .noneMatch(pattern -> pattern.endsWith("/work"));
  }

  List<Place> places() {
    Pattern some = Pattern.compile(System.getProperty("pages", ".*"));
    return places.stream().filter(place -> some.matcher(place.name()).matches()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void a_page_is_in_order_in_each_language_theme_and_width(Place place) {
    BrowserContext window = windows.get(place.who());
    String path = place.path().contains("{") ? linked(window, place.path()) : place.path();
    var answer = window.request().get(path);
    assertThat(answer.status()).as(path).isEqualTo(place.status());
    String type = answer.headers().getOrDefault("content-type", "");
    if (!type.startsWith("text/html") || !answer.text().contains("</html>")) {
      return; // A file, or a part that another page loads.
    }
    wrong.clear();
    Page page = window.pages().getFirst();
    for (String lang : LANGUAGES) {
      window.addCookies(
          List.of(new com.microsoft.playwright.options.Cookie("senim-lang", lang).setUrl(base())));
      page.navigate(path);
      assertThat(page.getAttribute("html", "lang")).isEqualTo(lang);
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        for (int width : new int[] {PHONE, DESK}) {
          look(page, place.name(), lang, theme, width);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The first link of this form on the page above it, such as the first of a list of risks. */
  private static String linked(BrowserContext window, String form) {
    String above = form.substring(0, form.indexOf("/{"));
    Pattern link =
        Pattern.compile(
            "href=\"(" + form.replaceAll("\\{[^}]*}", "[^\"/?#]*\\\\d[^\"/?#]*") + ")[\"?#]");
    Matcher found = link.matcher(window.request().get(above).text());
    assumeThat(found.find()).as("nothing on %s to open %s by", above, form).isTrue();
    return found.group(1);
  }

  private void look(Page page, String name, String lang, ColorScheme theme, int width) {
    String where = String.join("-", name, lang, theme.name().toLowerCase(), "" + width);
    page.setViewportSize(width, width == PHONE ? 844 : 900);
    Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (((Number) over).intValue() > 0) {
      wrong.add(where + " is " + over + " px too wide");
    }
    picture(page, where, width);
    // Dark differs in its colours alone, a phone in what it hides; languages in all texts.
    if (theme == ColorScheme.DARK && width == DESK) {
      axe(new AxeBuilder(page).withRules(List.of("color-contrast")), where);
    } else if (theme == ColorScheme.LIGHT && (width == DESK || lang.equals("kk"))) {
      axe(new AxeBuilder(page).withTags(LEVELS), where);
    }
  }

  private void axe(AxeBuilder axe, String where) {
    axe.setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                wrong.add(
                    where
                        + ": "
                        + rule.getHelp()
                        + " "
                        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList()));
  }

  private static void picture(Page page, String where, int width) {
    Page.ScreenshotOptions options =
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(where + ".png"))
            .setFullPage(true)
            .setClip(0, 0, width, height(page));
    try {
      page.screenshot(options);
    } catch (PlaywrightException e) {
      // A browser under load now and then fails to paint in time.
      page.screenshot(options);
    }
  }

  private static int height(Page page) {
    Object height = page.evaluate("document.documentElement.scrollHeight");
    return Math.min(TALLEST_PICTURE, ((Number) height).intValue());
  }
}
