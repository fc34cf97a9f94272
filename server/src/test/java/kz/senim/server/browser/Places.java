package kz.senim.server.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page there is. Pages come by themselves from what the controllers map; what stands for a
 * variable part of a path is told here, or else found by the first link on the page above it;
 * states that a path alone does not show are told here too.
 */
final class Places {

  /**
   * A page to look at.
   *
   * @param name of its pictures
   * @param who looks
   * @param status with which it answers
   */
  record Place(String name, Who who, String path, int status) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** In whose session a page is looked at. */
  enum Who {
    /** Has every role, and objects. */
    OWNER,
    AUDITOR,
    /** Signed in, member of nothing. */
    NEWCOMER,
    STRANGER,
    /** Has shown the password and not the code. */
    HALF,
    /** Has shown the password and has no second factor yet. */
    UNENROLLED,
    /** Looks at a day of the past. */
    HISTORIAN
  }

  /** States of pages; add yours. Words in braces are replaced as in {@link #PARTS}. */
  private static final List<Place> STATES =
      List.of(
          new Place("overview-empty", Who.NEWCOMER, "/", 200),
          new Place("organization-empty", Who.OWNER, "/organizations/{empty}", 200),
          new Place("object-in-the-past", Who.HISTORIAN, "/objects/{object}", 200),
          new Place("requirement-met", Who.OWNER, "/objects/{object}/requirements/ur-30", 200),
          new Place("duties-by-month", Who.OWNER, "/duties?view=month&month=2027-01", 200),
          new Place("facts-none", Who.OWNER, "/objects/{object}/facts?q=zzzz", 200),
          new Place("sign-in-mistake", Who.STRANGER, "/sign-in?error", 200),
          new Place("sign-in-second", Who.HALF, "/sign-in/second", 200),
          new Place("sign-in-enrol", Who.UNENROLLED, "/sign-in/enrol", 200),
          new Place("error-missing", Who.OWNER, "/no-such-page", 404),
          new Place(
              "error-forbidden", Who.AUDITOR, "/organizations/{organization}/objects/new", 403),
          new Place("error-bad", Who.OWNER, "/preferences/as-of", 405),
          new Place("error-broken", Who.OWNER, "/error", 200));

  /** What stands for a variable part of a path, whichever controller names it so. */
  private static final Map<String, String> PARTS =
      Map.of(
          "{requirement}", "ur-38-4-retention",
          "{fact}", "logs.retention",
          "{act}", "P1600000832",
          "{*citation}", "38/4");

  /** Mapped and no pages of their own: files to download, parts of a page, states told above. */
  private static final Pattern NOT_PAGES =
      Pattern.compile(
          "/sign-in/(second|enrol)|/setup/.*|/api/v1/.*|.*(\\.\\w+|\\.\\{.*|/print|/template|/progress|/result|/versions/.*)");

  /** Only the longest lists are looked at in part, to keep the tests quick. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/objects/{id}/requirements", "?outcome=not-met",
          "/objects/{id}/facts", "?q=logs");

  private static final Set<String> OPEN = Set.of("/sign-in", "/setup");

  private Places() {}

  /**
   * All pages of the application.
   *
   * @param things what stands for {@code {organization}}, {@code {object}}, {@code {empty}} and
   *     {@code {token}}
   */
  static List<Place> all(RequestMappingHandlerMapping mapping, Map<String, String> things) {
    Map<String, Place> places = new TreeMap<>();
    for (var info : mapping.getHandlerMethods().keySet()) {
      if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
        continue;
      }
      for (String pattern : info.getPatternValues()) {
        if (!NOT_PAGES.matcher(pattern).matches()) {
          String path = pattern + QUERIES.getOrDefault(pattern, "");
          Who who = OPEN.contains(pattern) ? Who.STRANGER : Who.OWNER;
          places.put(pattern, new Place(name(pattern), who, filled(path, things), 200));
        }
      }
    }
    List<Place> all = new ArrayList<>(places.values());
    STATES.forEach(
        state ->
            all.add(new Place(state.name, state.who, filled(state.path, things), state.status)));
    return all;
  }

  private static String name(String pattern) {
    return pattern.equals("/")
        ? "overview"
        : pattern.substring(1).replaceAll("[{}*]", "").replaceAll("[^a-z]+", "-");
  }

  private static String filled(String pattern, Map<String, String> things) {
    String path =
        pattern
            .replace("/organizations/{id}", "/organizations/{organization}")
            .replace("/objects/{id}", "/objects/{object}")
            .replace("/{*citation}", "/" + PARTS.get("{*citation}"));
    for (var part : PARTS.entrySet()) {
      path = path.replace(part.getKey(), part.getValue());
    }
    for (var thing : things.entrySet()) {
      path = path.replace(thing.getKey(), thing.getValue());
    }
    return path;
  }
}
