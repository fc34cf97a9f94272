package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The register of staff. */
@ApiController(ApiController.PATH + "/organizations/{organization}/staff")
class StaffApi {

  private final Staff staff;
  private final KnownDocuments documents;
  private final Once once;
  private final Locks locks;

  StaffApi(Staff staff, KnownDocuments documents, Once once, Locks locks) {
    this.staff = staff;
    this.documents = documents;
    this.once = once;
    this.locks = locks;
  }

  /**
   * Somebody who works, or worked, in the organisation.
   *
   * @param duty security, administrator, personnel or other
   * @param left the last day of work; absent while they work there
   * @param revoked when the last right of access was taken away
   * @param course when the last security course with a certificate ended, up to the day
   */
  public record StaffView(
      UUID id,
      String name,
      String post,
      String duty,
      @Nullable LocalDate joined,
      @Nullable LocalDate left,
      @Nullable LocalDate revoked,
      @Nullable LocalDate course,
      int trainings,
      boolean archived) {

    static StaffView of(StaffMember of) {
      return new StaffView(
          of.id(),
          of.name(),
          of.post(),
          of.duty(),
          of.joinedOn(),
          of.leftOn(),
          of.accessRevokedOn(),
          of.courseOn(),
          of.trainings(),
          of.archived());
    }
  }

  /** Somebody as they shall stand in the register. */
  @Body
  public record StaffFields(
      @Longest(300) String name,
      @Longest(300) String post,
      String duty,
      @Nullable LocalDate joined,
      @Nullable LocalDate left,
      @Nullable LocalDate revoked) {}

  /** A document that somebody was made acquainted with. */
  public record KnownDocument(UUID document, String title, LocalDate acquainted) {}

  /** Whether everybody who works there is listed, so that what is counted holds. */
  @Body
  public record StaffRegister(boolean complete) {}

  /** The organisation's people, those too who left. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<StaffView> list(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.part(
        staff.after(organization, paging.id(), paging.oneMore(), caller.day()),
        one -> one.id().toString(),
        StaffView::of);
  }

  /** One of them. */
  @GetMapping("/{member}")
  @Needs(Scope.OFFICE_READ)
  StaffView get(@PathVariable UUID organization, @PathVariable("member") UUID id, Caller caller) {
    return StaffView.of(find(organization, id, caller));
  }

  /** The documents that they were made acquainted with. */
  @GetMapping("/{member}/documents")
  @Needs(Scope.OFFICE_READ)
  Part<KnownDocument> documents(
      @PathVariable UUID organization,
      @PathVariable("member") UUID id,
      Caller caller,
      Paging paging) {
    find(organization, id, caller);
    return paging.of(
        documents.of(id),
        known -> new KnownDocument(known.document(), known.title(), known.acquainted()));
  }

  /** Adds somebody. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<StaffView> add(
      @PathVariable UUID organization,
      @RequestBody StaffFields body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        StaffView.class,
        () -> {
          UUID id = staff.add(caller.viewer(), organization, read(body));
          return new Once.Made<>(path(organization, id), get(organization, id, caller));
        });
  }

  /** Changes what stands of somebody: what is absent is emptied. */
  @PutMapping("/{member}")
  @Needs(Scope.OFFICE_WRITE)
  StaffView change(
      @PathVariable UUID organization,
      @PathVariable("member") UUID id,
      @RequestBody StaffFields body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          staff.change(caller.viewer(), toChange(organization, id, caller, match), read(body));
          return get(organization, id, caller);
        });
  }

  /** Puts away who was entered by mistake. */
  @PostMapping("/{member}/archive")
  @Needs(Scope.OFFICE_WRITE)
  StaffView archive(
      @PathVariable UUID organization,
      @PathVariable("member") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          staff.archive(caller.viewer(), toChange(organization, id, caller, match), body.given());
          return get(organization, id, caller);
        });
  }

  /** Whether the register is complete. */
  @GetMapping("/register")
  @Needs(Scope.OFFICE_READ)
  StaffRegister register(@PathVariable UUID organization, Caller caller) {
    caller.viewer().mustRead(organization);
    return new StaffRegister(staff.isComplete(organization));
  }

  /** Says whether the register is complete. */
  @PutMapping("/register")
  @Needs(Scope.OFFICE_WRITE)
  StaffRegister complete(
      @PathVariable UUID organization,
      @RequestBody StaffRegister body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        organization,
        () -> {
          match.must(register(organization, caller));
          staff.setComplete(caller.viewer(), organization, body.complete());
          return register(organization, caller);
        });
  }

  private StaffMember toChange(UUID organization, UUID id, Caller caller, Match match) {
    StaffMember found = find(organization, id, caller);
    match.must(StaffView.of(found));
    Refusal.whenArchived(found.archived());
    return found;
  }

  private StaffMember find(UUID organization, UUID id, Caller caller) {
    return staff.member(caller.viewer(), organization, id, caller.day());
  }

  private static Staff.Entry read(StaffFields body) {
    Form form = new Form("staff", Fields.of(body));
    Staff.Entry entry = StaffForm.entry(form);
    new Mistakes().form(form.mistakes(), Map.of("staff.bad-interval", "left")).refuse();
    return entry;
  }

  static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/staff/" + id;
  }
}
