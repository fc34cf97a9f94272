package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions in which an account is signed in; they are kept in the database. */
@Component
class Sessions {

  private static final String DEVICE = "senim.device";
  private static final String ADDRESS = "senim.address";

  /** The first that matches tells; those that pretend to be another come before it. */
  private static final Map<String, Pattern> BROWSERS =
      Map.of(
          "1 Edge", Pattern.compile("Edg/"),
          "2 Opera", Pattern.compile("OPR/"),
          "3 Yandex", Pattern.compile("YaBrowser/"),
          "4 Firefox", Pattern.compile("Firefox/"),
          "5 Chrome", Pattern.compile("Chrome/"),
          "6 Safari", Pattern.compile("Safari/"));

  private static final Map<String, Pattern> SYSTEMS =
      Map.of(
          "1 Android", Pattern.compile("Android"),
          "2 iOS", Pattern.compile("iPhone|iPad"),
          "3 Windows", Pattern.compile("Windows"),
          "4 macOS", Pattern.compile("Macintosh"),
          "5 Linux", Pattern.compile("Linux"));

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * A session, as its person sees it.
   *
   * @param handle stands for it in forms; its identifier is a secret
   * @param device browser and system, such as {@code Firefox, Linux}; empty when it did not say
   * @param here whether it is the one that asks
   */
  public record Open(
      String handle,
      String device,
      String address,
      Instant since,
      Instant lastUsed,
      boolean here) {}

  /** Notes from where the session of the request was begun. */
  static void begin(HttpServletRequest request) {
    request.getSession().setAttribute(DEVICE, device(request.getHeader("User-Agent")));
    request.getSession().setAttribute(ADDRESS, request.getRemoteAddr());
  }

  static String device(@Nullable String agent) {
    if (agent == null) {
      return "";
    }
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(Map<String, Pattern> patterns, String agent) {
    return patterns.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> entry.getValue().matcher(agent).find())
        .map(entry -> entry.getKey().substring(2))
        .findFirst()
        .orElse("");
  }

  /** The account's sessions, the one used last first. */
  List<Open> list(String email, @Nullable String current) {
    return sessions.findByPrincipalName(email).values().stream()
        .filter(session -> !session.isExpired())
        .map(
            session ->
                new Open(
                    handle(session.getId()),
                    session.<String>getAttributeOrDefault(DEVICE, ""),
                    session.<String>getAttributeOrDefault(ADDRESS, ""),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    session.getId().equals(current)))
        .sorted(Comparator.comparing(Open::lastUsed).reversed())
        .toList();
  }

  /** Ends one of the account's sessions; false when there is none with the handle. */
  boolean end(String email, String handle) {
    for (String id : sessions.findByPrincipalName(email).keySet()) {
      if (handle(id).equals(handle)) {
        sessions.deleteById(id);
        return true;
      }
    }
    return false;
  }

  /**
   * Ends the account's sessions.
   *
   * @param but the one that goes on; null to end all
   * @return how many ended
   */
  int endAll(String email, @Nullable String but) {
    List<String> ids =
        sessions.findByPrincipalName(email).keySet().stream()
            .filter(id -> !id.equals(but))
            .toList();
    ids.forEach(sessions::deleteById);
    return ids.size();
  }

  private static String handle(String id) {
    return HexFormat.of().formatHex(Accounts.hash(id), 0, 8);
  }
}
