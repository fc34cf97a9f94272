package kz.senim.server.remedies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Remedies. */
@ApiController
class RemedyApi {

  private final Remedies remedies;
  private final RemedyLists lists;
  private final Assessments assessments;
  private final Objects objects;
  private final Once once;
  private final Locks locks;

  RemedyApi(
      Remedies remedies,
      RemedyLists lists,
      Assessments assessments,
      Objects objects,
      Once once,
      Locks locks) {
    this.remedies = remedies;
    this.lists = lists;
    this.assessments = assessments;
    this.objects = objects;
    this.once = once;
    this.locks = locks;
  }

  /**
   * Something to be done so that a requirement is met.
   *
   * @param met whether the requirement was met when its object was last decided
   */
  public record RemedyView(
      UUID id,
      UUID organization,
      UUID object,
      String requirement,
      String task,
      UUID owner,
      String ownerName,
      LocalDate due,
      boolean done,
      boolean met) {

    static RemedyView of(Remedy of) {
      return new RemedyView(
          of.id(),
          of.organization(),
          of.object(),
          of.requirement(),
          of.task(),
          of.owner(),
          of.ownerName(),
          of.due(),
          of.done(),
          of.met());
    }
  }

  /** What happened to a remedy: assigned, changed, done or reopened. */
  public record RemedyChange(
      String event,
      String task,
      String ownerName,
      LocalDate due,
      String note,
      Instant at,
      String by) {}

  /** Somebody who can answer for a remedy. */
  public record MemberView(UUID id, String name) {}

  /** A remedy to be assigned. */
  @Body
  public record NewRemedy(String task, UUID owner, LocalDate due) {}

  /** A remedy as it shall be. */
  @Body
  public record ChangedRemedy(String task, UUID owner, LocalDate due, @Nullable String note) {}

  /** What a person says to it. */
  @Body
  public record Note(@Nullable String note) {}

  /**
   * The remedies of the caller's organisations; each parameter leaves out others.
   *
   * @param status open, met (open, though the requirement is met) or done
   * @param owner who answers for it
   * @param overdue whether only what is open after its day
   */
  @GetMapping("/remedies")
  @Needs(Scope.REMEDIES_READ)
  Part<RemedyView> list(
      @RequestParam(required = false) @Nullable UUID organization,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(required = false) @Nullable String requirement,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable UUID owner,
      @RequestParam(defaultValue = "false") boolean overdue,
      Caller caller,
      Paging paging) {
    if (organization != null) {
      caller.viewer().mustRead(organization);
    }
    new Mistakes().choice("status", status, List.of("open", "met", "done")).refuse();
    Collection<UUID> organizations =
        organization == null ? caller.viewer().roles().keySet() : List.of(organization);
    return paging.part(
        lists.after(
            organizations,
            new RemedyLists.Asked(
                object, requirement, status, owner, overdue ? caller.day() : null),
            paging.id(),
            paging.oneMore()),
        remedy -> remedy.id().toString(),
        RemedyView::of);
  }

  /** One remedy. */
  @GetMapping("/remedies/{remedy}")
  @Needs(Scope.REMEDIES_READ)
  RemedyView remedy(@PathVariable UUID remedy, Caller caller) {
    return RemedyView.of(remedies.remedy(caller.viewer(), remedy));
  }

  /** All that happened to a remedy, newest first. */
  @GetMapping("/remedies/{remedy}/history")
  @Needs(Scope.REMEDIES_READ)
  Part<RemedyChange> history(@PathVariable UUID remedy, Caller caller, Paging paging) {
    return paging.part(
        remedies.historyBefore(
            remedies.remedy(caller.viewer(), remedy),
            paging.number(Long.MAX_VALUE),
            paging.oneMore()),
        change -> Long.toString(change.id()),
        change ->
            new RemedyChange(
                change.event(),
                change.task(),
                change.ownerName(),
                change.due(),
                change.note(),
                change.at(),
                change.by()));
  }

  /** Who can answer for remedies in the organisation. */
  @GetMapping("/organizations/{organization}/members")
  @Needs(Scope.REMEDIES_READ)
  Part<MemberView> members(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.of(
        remedies.members(organization), member -> new MemberView(member.id(), member.name()));
  }

  /** Assigns a remedy for a requirement of an object. */
  @PostMapping("/objects/{object}/requirements/{requirement}/remedies")
  @Needs(Scope.REMEDIES_WRITE)
  ResponseEntity<RemedyView> assign(
      @PathVariable UUID object,
      @PathVariable String requirement,
      @RequestBody NewRemedy body,
      Caller caller,
      Once.Request request) {
    InformatizationObject about = objects.objectToChange(caller.viewer(), object);
    Refusal.whenArchived(about.archived());
    UUID organization = about.organization();
    return once.make(
        request,
        caller,
        body,
        RemedyView.class,
        () -> {
          Plan plan = plan(body.task(), body.owner(), body.due(), organization, caller.today());
          Assessed assessed = assessments.assess(caller.viewer(), object, caller.today());
          UUID id = remedies.assign(caller.viewer(), assessed, requirement, plan);
          return new Once.Made<>(ApiController.PATH + "/remedies/" + id, remedy(id, caller));
        });
  }

  /** Changes what shall be done, by whom and by when. */
  @PutMapping("/remedies/{remedy}")
  @Needs(Scope.REMEDIES_WRITE)
  RemedyView change(
      @PathVariable UUID remedy, @RequestBody ChangedRemedy body, Caller caller, Match match) {
    Remedy found = toChange(remedy, caller);
    Plan plan =
        plan(
            body.task(),
            body.owner(),
            body.due(),
            found.organization(),
            RemedyForm.earliest(found, caller.today()));
    return locks.with(
        remedy,
        () -> {
          match.must(remedy(remedy, caller));
          remedies.change(caller.viewer(), found, plan, text(body.note()));
          return remedy(remedy, caller);
        });
  }

  /** Marks a remedy as done. */
  @PostMapping("/remedies/{remedy}/done")
  @Needs(Scope.REMEDIES_WRITE)
  RemedyView done(@PathVariable UUID remedy, @RequestBody Note body, Caller caller, Match match) {
    return settle(remedy, true, body, caller, match);
  }

  /** Opens a remedy again; the note says why. */
  @PostMapping("/remedies/{remedy}/reopen")
  @Needs(Scope.REMEDIES_WRITE)
  RemedyView reopen(@PathVariable UUID remedy, @RequestBody Note body, Caller caller, Match match) {
    Remedy found = toChange(remedy, caller);
    if (text(body.note()).isBlank()) {
      new Mistakes().form(List.of("remedies.no-note"), Map.of()).refuse();
    }
    return settle(found.id(), false, body, caller, match);
  }

  private RemedyView settle(UUID id, boolean done, Note body, Caller caller, Match match) {
    Remedy found = toChange(id, caller);
    return locks.with(
        id,
        () -> {
          match.must(remedy(id, caller));
          remedies.settle(caller.viewer(), found, done, text(body.note()));
          return remedy(id, caller);
        });
  }

  private Remedy toChange(UUID id, Caller caller) {
    Remedy found = remedies.remedy(caller.viewer(), id);
    caller.viewer().mustWrite(found.organization());
    return found;
  }

  /** As the form of the page says it, so that the same rules judge it. */
  private Plan plan(String task, UUID owner, LocalDate due, UUID organization, LocalDate earliest) {
    Map<String, String> form = new HashMap<>();
    form.put("task", task);
    form.put("owner", owner.toString());
    form.put("due", due.toString());
    RemedyForm.Read read = RemedyForm.read(form, remedies.members(organization), earliest);
    Plan plan = read.plan();
    if (plan == null) {
      throw new Mistakes()
          .form(
              new ArrayList<>(read.mistakes()),
              Map.of("remedies.past-day", "due", "remedies.bad-day", "due"))
          .refusal();
    }
    return plan;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
