package kz.senim.server.duties;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.audit.Refusals;
import kz.senim.server.objects.Within;
import kz.senim.server.people.Accounts;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Languages;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Gives calendar programs a person's deadlines for the person's e-mail and a password of the feed's
 * own (RFC 7617), and makes such passwords.
 */
@Controller
class FeedController {

  /** Where the feed is, from the base address on. */
  static final String PATH = "/feeds/duties.ics";

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Feeds feeds;
  private final DutyList duties;
  private final Viewers viewers;
  private final Accounts accounts;
  private final IcuMessages messages;
  private final LawBook book;
  private final ServerSettings settings;
  private final FeedSettings feedSettings;
  private final Refusals refusals;
  private final Clock clock;

  FeedController(
      Feeds feeds,
      DutyList duties,
      Viewers viewers,
      Accounts accounts,
      IcuMessages messages,
      LawBook book,
      ServerSettings settings,
      FeedSettings feedSettings,
      Refusals refusals,
      Clock clock) {
    this.feeds = feeds;
    this.duties = duties;
    this.viewers = viewers;
    this.accounts = accounts;
    this.messages = messages;
    this.book = book;
    this.settings = settings;
    this.feedSettings = feedSettings;
    this.refusals = refusals;
    this.clock = clock;
  }

  /** What the person may see at this moment, in their language, as of today. */
  @GetMapping(PATH)
  ResponseEntity<String> feed(HttpServletRequest request) {
    Optional<Authentication> given = given(request);
    UUID account =
        given
            .flatMap(one -> feeds.use(String.valueOf(one.getCredentials()), one.getName()))
            .orElse(null);
    if (account != null) {
      return Scope.as(account, () -> feed(account));
    }
    if (given.isPresent()) { // programs ask once without, to hear that a password is wanted
      refusals.note(Refusals.Who.NOBODY, "token.refused", "GET " + PATH, "token-unknown");
    }
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Senim\", charset=\"UTF-8\"")
        .cacheControl(CacheControl.noStore())
        .build();
  }

  private static Optional<Authentication> given(HttpServletRequest request) {
    try {
      return Optional.ofNullable(new BasicAuthenticationConverter().convert(request));
    } catch (BadCredentialsException e) {
      return Optional.empty(); // not as RFC 7617 writes it
    }
  }

  /** The same under an address that holds the secret, where the operator lets that be. */
  @GetMapping("/feeds/duties/{secret}.ics")
  ResponseEntity<String> feed(@PathVariable String secret) {
    if (!feedSettings.secretAddresses()) {
      throw new NotFound();
    }
    UUID account = feeds.use(secret, null).orElseThrow(NotFound::new);
    return Scope.as(account, () -> feed(account));
  }

  private ResponseEntity<String> feed(UUID account) {
    Viewer owner = viewers.find(account).orElseThrow(NotFound::new);
    Lang lang = Languages.of(Locale.of(accounts.find(account).orElseThrow(NotFound::new).lang()));
    LocalDate today = LocalDate.now(clock);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"senim.ics\"")
        .header("X-Robots-Tag", "noindex")
        .body(
            new DutyFeed(messages, book, settings.baseUrl(), lang)
                .write(duties.next(Within.all(owner), today), today));
  }

  @PostMapping("/duties/feed")
  String change(@RequestParam String act, @ModelAttribute Viewer viewer, RedirectAttributes once) {
    if ("revoke".equals(act)) {
      feeds.revoke(viewer.account());
    } else {
      String secret = feeds.make(viewer.account());
      once.addFlashAttribute("feedPassword", secret);
      if (feedSettings.secretAddresses()) {
        once.addFlashAttribute("feedLink", settings.baseUrl() + "/feeds/duties/" + secret + ".ics");
      }
    }
    return "redirect:/duties#feed";
  }
}
