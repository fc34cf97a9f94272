package kz.senim.server.remedies;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Judgements;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The judgements of people. */
@ApiController
class AttestationApi {

  private final Attestations attestations;
  private final Assessments assessments;
  private final Objects objects;
  private final Judgements judgements;
  private final LawBook book;
  private final Once once;

  AttestationApi(
      Attestations attestations,
      Assessments assessments,
      Objects objects,
      Judgements judgements,
      LawBook book,
      Once once) {
    this.attestations = attestations;
    this.assessments = assessments;
    this.objects = objects;
    this.judgements = judgements;
    this.book = book;
    this.once = once;
  }

  /** What a person judged; it counts from today until the last day, or without end. */
  @Body
  public record NewAttestation(
      boolean conforms,
      @Longest(300) String by,
      @Nullable LocalDate until,
      @Nullable String remark) {}

  /**
   * What a person judged.
   *
   * @param conforms false too while nobody judged
   * @param outcome of the requirement; absent when it is not in force on the day
   * @param waits whether a judgement waits for a second person, and so does not count yet
   */
  public record AttestationView(
      String requirement,
      boolean conforms,
      boolean waits,
      @Nullable String outcome,
      @Nullable String by,
      @Nullable LocalDate observed,
      @Nullable LocalDate until,
      @Nullable String remark) {}

  /** Records whether a person found that the requirement is met. */
  @PostMapping("/objects/{object}/requirements/{requirement}/attestations")
  @Needs(Scope.ATTESTATIONS_WRITE)
  ResponseEntity<AttestationView> attest(
      @PathVariable UUID object,
      @PathVariable String requirement,
      @RequestBody NewAttestation body,
      Caller caller,
      Once.Request request) {
    Refusal.whenArchived(objects.objectToChange(caller.viewer(), object).archived());
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
                          body.remark() == null ? "" : body.remark())),
                  Map.of(
                      "remedies.attest.choose", "conforms",
                      "remedies.attest.no-name", "by",
                      "remedies.attest.past", "until",
                      "remedies.bad-day", "until"))
              .refuse();
          return new Once.Made<>(
              ApiController.PATH
                  + "/objects/"
                  + object
                  + "/requirements/"
                  + requirement
                  + "/attestation",
              get(object, requirement, caller));
        });
  }

  /** The judgement that counts on the day; of a requirement that a person judges. */
  @GetMapping("/objects/{object}/requirements/{requirement}/attestation")
  @Needs(Scope.OBJECTS_READ)
  AttestationView get(@PathVariable UUID object, @PathVariable String requirement, Caller caller) {
    Assessed assessed = assessments.assess(caller.viewer(), object, caller.day());
    Requirement about =
        book.findRequirement(requirement)
            .filter(one -> one.attestedBy() != null)
            .orElseThrow(NotFound::new);
    FactValue told = assessed.facts().find(book.factIndex(attestations.fact(about).id()));
    FactValue known = told != null && told.holdsOn(caller.day()) ? told : null;
    String outcome =
        assessed.assessment().decisions().stream()
            .filter(decision -> decision.requirement().id().equals(requirement))
            .map(decision -> decision.outcome().word())
            .findFirst()
            .orElse(null);
    return new AttestationView(
        requirement,
        known != null && Boolean.TRUE.equals(known.value()),
        judgements.waits(assessed.object(), requirement),
        outcome,
        known == null ? null : known.by(),
        known == null ? null : known.observed(),
        known == null ? null : known.until(),
        known == null ? null : known.reference());
  }
}
