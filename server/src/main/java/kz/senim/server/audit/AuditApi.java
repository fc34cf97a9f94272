package kz.senim.server.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log. */
@ApiController
class AuditApi {

  private final AuditLog log;

  AuditApi(AuditLog log) {
    this.log = log;
  }

  /**
   * One entry.
   *
   * @param withheld whether subject and detail are not the caller's to see
   */
  public record AuditEntry(
      long id,
      Instant at,
      String person,
      @Nullable String organization,
      String action,
      String subject,
      String detail,
      String address,
      boolean allowed,
      boolean withheld) {

    static AuditEntry of(AuditLog.Entry of) {
      return new AuditEntry(
          of.id(),
          of.at(),
          of.person(),
          of.organization(),
          of.action(),
          of.subject(),
          of.detail(),
          of.address(),
          of.allowed(),
          of.withheld());
    }
  }

  /**
   * The whole log, newest first: for administrators.
   *
   * @param person part of an e-mail address
   * @param allowed whether only what was allowed, or only what was refused
   */
  @GetMapping("/audit")
  @Needs(Scope.AUDIT_READ)
  Part<AuditEntry> all(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable Boolean allowed,
      Caller caller,
      Paging paging) {
    AuditController.mustAdminister(caller.viewer());
    return part(filter(null, from, until, person, action, allowed), caller, paging);
  }

  /**
   * An organisation's own log, newest first: for its security officers and auditors.
   *
   * @param person part of an e-mail address
   * @param allowed whether only what was allowed, or only what was refused
   */
  @GetMapping("/organizations/{organization}/audit")
  @Needs(Scope.AUDIT_READ)
  Part<AuditEntry> own(
      @PathVariable UUID organization,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable Boolean allowed,
      Caller caller,
      Paging paging) {
    AuditController.mustReadLog(caller.viewer(), organization);
    return part(filter(organization, from, until, person, action, allowed), caller, paging);
  }

  private Part<AuditEntry> part(AuditLog.Filter filter, Caller caller, Paging paging) {
    return paging.part(
        log.list(caller.viewer(), filter, paging.number(Long.MAX_VALUE), paging.oneMore()),
        entry -> Long.toString(entry.id()),
        AuditEntry::of);
  }

  private static AuditLog.Filter filter(
      @Nullable UUID organization,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String person,
      @Nullable String action,
      @Nullable Boolean allowed) {
    return new AuditLog.Filter(
        organization,
        from,
        until,
        person == null ? "" : person.strip(),
        action == null ? "" : action,
        allowed == null ? "" : allowed ? "yes" : "no");
  }
}
