package kz.senim.server.notices;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The notices of the person who looks, and what they want by mail. */
@Controller
class NoticeController {

  private static final int PAGE = 50;
  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final Notices notices;
  private final NoticeText texts;
  private final Mailer mailer;
  private final Audit audit;

  NoticeController(Notices notices, NoticeText texts, Mailer mailer, Audit audit) {
    this.notices = notices;
    this.texts = texts;
    this.mailer = mailer;
    this.audit = audit;
  }

  /** A notice in words. */
  public record Row(long id, String kind, String text, boolean read) {}

  @GetMapping("/notices")
  String list(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "1") int page,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    int at = Math.clamp(page, 1, 10_000);
    List<Notices.Notice> found = notices.list(viewer.account(), unread, (at - 1) * PAGE, PAGE + 1);
    Map<LocalDate, List<Row>> byDay =
        found.stream()
            .limit(PAGE)
            .collect(
                Collectors.groupingBy(
                    notice -> LocalDate.ofInstant(notice.createdAt(), ZONE),
                    LinkedHashMap::new,
                    Collectors.mapping(notice -> row(notice, ui), Collectors.toList())));
    model.addAttribute("byDay", byDay);
    model.addAttribute("unread", unread);
    model.addAttribute("page", at);
    model.addAttribute("more", found.size() > PAGE);
    return "notices/notices";
  }

  private Row row(Notices.Notice notice, Ui ui) {
    return new Row(
        notice.id(),
        notice.kind().word(),
        texts.of(notice.kind(), notice.args(), ui.lang()),
        notice.readAt() != null);
  }

  /** Opens what the notice tells of, which is how it is read. */
  @PostMapping("/notices/{id}")
  String open(@PathVariable long id, @ModelAttribute Viewer viewer) {
    return "redirect:" + notices.read(viewer.account(), id).orElseThrow(NotFound::new);
  }

  @PostMapping("/notices/read")
  String readAll(@ModelAttribute Viewer viewer) {
    notices.readAll(viewer.account());
    return "redirect:/notices";
  }

  @GetMapping("/notices/settings")
  String settings(@ModelAttribute Viewer viewer, Model model) {
    model.addAttribute("kinds", NoticeKind.values());
    model.addAttribute("byMail", notices.byMail(viewer.account()));
    model.addAttribute("mails", mailer.isSetUp());
    return "notices/settings";
  }

  @PostMapping("/notices/settings")
  String change(
      @RequestParam(required = false) @Nullable List<NoticeKind> kind,
      @ModelAttribute Viewer viewer) {
    Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
    if (kind != null) {
      kinds.addAll(kind);
    }
    notices.setByMail(viewer.account(), kinds);
    audit.record(
        null,
        "notices.settings",
        "account " + viewer.email(),
        kinds.stream().map(NoticeKind::word).collect(Collectors.joining(", ")));
    return "redirect:/notices/settings?saved";
  }
}
