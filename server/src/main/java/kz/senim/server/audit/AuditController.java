package kz.senim.server.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Role;
import kz.senim.server.web.TypedDay;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log to read: the whole one, and an organisation's own. */
@Controller
class AuditController {

  private static final int PAGE = 100;
  private static final int PIECE = 1000;
  private static final Set<String> ALLOWED = Set.of("yes", "no");

  private final AuditLog log;
  private final Audit audit;
  private final ActionNames names;

  AuditController(AuditLog log, Audit audit, ActionNames names) {
    this.log = log;
    this.audit = audit;
    this.names = names;
  }

  /** What the form of the page sends. */
  record Asked(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
      @Nullable String person,
      @Nullable String action,
      @Nullable String allowed) {

    AuditLog.Filter of(@Nullable UUID organization) {
      return new AuditLog.Filter(
          organization,
          TypedDay.fits(from) ? from : null,
          TypedDay.fits(until) ? until : null,
          person == null ? "" : person.strip(),
          action == null ? "" : action,
          allowed != null && ALLOWED.contains(allowed) ? allowed : "");
    }
  }

  @GetMapping("/administration/audit")
  String all(
      @ModelAttribute Asked asked,
      @RequestParam(required = false) @Nullable Long before,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    mustAdminister(viewer);
    model.addAttribute("path", "/administration/audit");
    return show(viewer, asked.of(null), before, ui, model);
  }

  @GetMapping("/administration/audit.csv")
  void allCsv(
      @ModelAttribute Asked asked,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      HttpServletResponse response)
      throws IOException {
    mustAdminister(viewer);
    export(viewer, asked.of(null), ui, response);
  }

  /** For other systems: JSON Lines, CEF or OCSF. */
  @GetMapping("/administration/audit/export/{format}")
  void allAs(
      @PathVariable String format,
      @ModelAttribute Asked asked,
      @ModelAttribute Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    mustAdminister(viewer);
    export(viewer, asked.of(null), format, response);
  }

  @GetMapping("/organizations/{id}/audit/export/{format}")
  void ownAs(
      @PathVariable UUID id,
      @PathVariable String format,
      @ModelAttribute Asked asked,
      @ModelAttribute Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    mustReadLog(viewer, id);
    export(viewer, asked.of(id), format, response);
  }

  @GetMapping("/organizations/{id}/audit")
  String own(
      @PathVariable UUID id,
      @ModelAttribute Asked asked,
      @RequestParam(required = false) @Nullable Long before,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    mustReadLog(viewer, id);
    model.addAttribute("organization", id);
    model.addAttribute("name", log.organization(id));
    model.addAttribute("path", "/organizations/" + id + "/audit");
    return show(viewer, asked.of(id), before, ui, model);
  }

  @GetMapping("/organizations/{id}/audit.csv")
  void ownCsv(
      @PathVariable UUID id,
      @ModelAttribute Asked asked,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      HttpServletResponse response)
      throws IOException {
    mustReadLog(viewer, id);
    export(viewer, asked.of(id), ui, response);
  }

  static void mustAdminister(Viewer viewer) {
    if (!viewer.administrator()) {
      throw new AccessDeniedException("only for administrators");
    }
  }

  /**
   * The log is for those who watch over security, not for those who are watched.
   *
   * @throws NotFound when the organisation is not theirs
   */
  static void mustReadLog(Viewer viewer, UUID organization) {
    viewer.mustRead(organization);
    Set<Role> roles = viewer.roles().getOrDefault(organization, Set.of());
    if (!roles.contains(Role.SECURITY_OFFICER) && !roles.contains(Role.AUDITOR)) {
      throw new AccessDeniedException("only for security officers and auditors");
    }
  }

  private String show(
      Viewer viewer, AuditLog.Filter filter, @Nullable Long before, Ui ui, Model model) {
    List<AuditLog.Entry> found =
        log.list(viewer, filter, before == null ? Long.MAX_VALUE : before, PAGE + 1);
    List<AuditLog.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("filter", filter);
    model.addAttribute("entries", shown);
    model.addAttribute("names", names.in(ui.lang()));
    model.addAttribute("actions", log.actions());
    model.addAttribute("older", found.size() > PAGE ? shown.getLast().id() : null);
    return "audit/log";
  }

  private void export(
      Viewer viewer, AuditLog.Filter filter, String word, HttpServletResponse response)
      throws IOException {
    AuditFormat format = AuditFormat.of(word);
    if (format == null) {
      throw new NotFound();
    }
    audit.record(filter.organization(), "audit.export", "audit log", word);
    response.setContentType(format.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Downloads.headers("audit." + word, response::setHeader);
    Writer out = response.getWriter();
    each(
        viewer,
        filter,
        e -> {
          out.write(
              format.line(
                  new AuditFormat.Entry(
                      null,
                      e.id(),
                      e.at(),
                      e.account(),
                      e.person(),
                      e.organizationId(),
                      e.action(),
                      e.subject(),
                      e.detail(),
                      e.address(),
                      e.allowed())));
          out.write('\n');
        });
    out.flush();
  }

  /** What is done with each entry. */
  private interface Each {
    void entry(AuditLog.Entry entry) throws IOException;
  }

  /** Newest first, in pieces: none is whole in memory. */
  private void each(Viewer viewer, AuditLog.Filter filter, Each each) throws IOException {
    long before = Long.MAX_VALUE;
    List<AuditLog.Entry> piece;
    do {
      piece = log.list(viewer, filter, before, PIECE);
      for (AuditLog.Entry entry : piece) {
        each.entry(entry);
        before = entry.id();
      }
    } while (piece.size() == PIECE);
  }

  private void export(Viewer viewer, AuditLog.Filter filter, Ui ui, HttpServletResponse response)
      throws IOException {
    audit.record(filter.organization(), "audit.export", "audit log", "");
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Downloads.headers("audit.csv", response::setHeader);
    Writer out = response.getWriter();
    ActionNames.In in = names.in(ui.lang());
    AuditCsv.head(out, in);
    each(viewer, filter, entry -> AuditCsv.line(out, entry, in));
    out.flush();
  }
}
