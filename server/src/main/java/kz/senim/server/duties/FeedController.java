package kz.senim.server.duties;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives calendar programs a person's deadlines under a secret link, and makes such links. */
@Controller
class FeedController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Feeds feeds;
  private final DutyList duties;
  private final Viewers viewers;
  private final Accounts accounts;
  private final IcuMessages messages;
  private final LawBook book;
  private final ServerSettings settings;
  private final Clock clock;

  FeedController(
      Feeds feeds,
      DutyList duties,
      Viewers viewers,
      Accounts accounts,
      IcuMessages messages,
      LawBook book,
      ServerSettings settings,
      Clock clock) {
    this.feeds = feeds;
    this.duties = duties;
    this.viewers = viewers;
    this.accounts = accounts;
    this.messages = messages;
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the person may see at this moment, in their language, as of today. */
  @GetMapping("/feeds/duties/{token}.ics")
  ResponseEntity<String> feed(@PathVariable String token) {
    UUID account = feeds.use(token).orElseThrow(NotFound::new);
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
      once.addFlashAttribute(
          "feedLink",
          settings.baseUrl() + "/feeds/duties/" + feeds.make(viewer.account()) + ".ics");
    }
    return "redirect:/duties#feed";
  }
}
