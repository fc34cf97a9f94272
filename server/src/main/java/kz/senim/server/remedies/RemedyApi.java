package kz.senim.server.remedies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.LawBook;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Remedies, and the judgements of people. */
@ApiController
class RemedyApi {

  private final Remedies remedies;
  private final Attestations attestations;
  private final Assessments assessments;
  private final Objects objects;
  private final LawBook book;
  private final Once once;
  private final Locks locks;

  RemedyApi(
      Remedies remedies,
      Attestations attestations,
      Assessments assessments,
      Objects objects,
      LawBook book,
      Once once,
      Locks locks) {
    this.remedies = remedies;
    this.attestations = attestations;
    this.assessments = assessments;
    this.objects = objects;
    this.book = book;
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

  /** What a person judged; it counts from today until the last day, or without end. */
  @Body
  public record NewAttestation(
      boolean conforms,
      @Longest(300) String by,
      @Nullable LocalDate until,
      @Nullable String remark) {}

  /** A judgement that is recorded; without an outcome, the requirement is not in force today. */
  public record AttestationView(
      String requirement,
      boolean conforms,
      @Nullable String outcome,
      @Nullable String by,
      @Nullable LocalDate observed,
      @Nullable LocalDate until,
      @Nullable String remark) {}

  /**
   * The remedies of the caller's organisations.
   *
   * @param status open or done; absent for both
   */
  @GetMapping("/remedies")
  @Needs(Scope.REMEDIES_READ)
  Part<RemedyView> list(
      @RequestParam(required = false) @Nullable UUID organization,
      @RequestParam(required = false) @Nullable UUID object,
      @RequestParam(required = false) @Nullable String status,
      Caller caller,
      Paging paging) {
    if (organization != null) {
      caller.viewer().mustRead(organization);
    }
    if (status != null && !status.matches("open|done")) {
      throw new Mistakes()
          .add("status", "api.bad-choice", "api.bad-choice.fix", "open, done")
          .refusal();
    }
    Collection<UUID> organizations =
        organization == null ? caller.viewer().roles().keySet() : List.of(organization);
    return paging.part(
        remedies.after(
            organizations, object, status == null ? "" : status, paging.id(), paging.oneMore()),
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
    return paging.of(
        remedies.history(remedies.remedy(caller.viewer(), remedy)),
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
    UUID organization = objects.objectToChange(caller.viewer(), object).organization();
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

  /** Records whether a person found that the requirement is met. */
  @PostMapping("/objects/{object}/requirements/{requirement}/attestations")
  @Needs(Scope.ATTESTATIONS_WRITE)
  ResponseEntity<AttestationView> attest(
      @PathVariable UUID object,
      @PathVariable String requirement,
      @RequestBody NewAttestation body,
      Caller caller,
      Once.Request request) {
    objects.objectToChange(caller.viewer(), object);
    return once.make(
        request,
        caller,
        body,
        AttestationView.class,
        () -> {
          new Mistakes()
              .form(
                  attestations.attest(
                      caller.viewer(),
                      object,
                      requirement,
                      new Attestations.Typed(
                          Boolean.toString(body.conforms()),
                          body.by(),
                          body.until() == null ? "" : body.until().toString(),
                          text(body.remark()))),
                  Map.of(
                      "remedies.attest.choose", "conforms",
                      "remedies.attest.no-name", "by",
                      "remedies.attest.past", "until",
                      "remedies.bad-day", "until"))
              .refuse();
          return new Once.Made<>(
              ApiController.PATH + "/objects/" + object + "/facts/attest." + requirement,
              attestation(object, requirement, caller));
        });
  }

  private AttestationView attestation(UUID object, String requirement, Caller caller) {
    Assessed assessed = assessments.assess(caller.viewer(), object, caller.today());
    FactValue known =
        assessed
            .facts()
            .find(
                book.factIndex(
                    attestations
                        .fact(book.findRequirement(requirement).orElseThrow(NotFound::new))
                        .id()));
    String outcome =
        assessed.assessment().decisions().stream()
            .filter(decision -> decision.requirement().id().equals(requirement))
            .map(decision -> decision.outcome().word())
            .findFirst()
            .orElse(null);
    return new AttestationView(
        requirement,
        known != null && Boolean.TRUE.equals(known.value()),
        outcome,
        known == null ? null : known.by(),
        known == null ? null : known.observed(),
        known == null ? null : known.until(),
        known == null ? null : known.reference());
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
