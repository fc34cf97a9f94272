package kz.senim.server.objects;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.explain.Explainer;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Raw;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objects before the law, as a whole and requirement by requirement. */
@ApiController
class AssessmentApi {

  private final Assessments assessments;
  private final Assessor assessor;
  private final LawBook book;
  private final PassportBodies passports;

  AssessmentApi(Assessments assessments, Assessor assessor, PassportBodies passports) {
    this.assessments = assessments;
    this.assessor = assessor;
    this.book = assessor.book();
    this.passports = passports;
  }

  /** A passport before the law: the answer, and every requirement that binds. */
  public record PassportAssessment(
      String name, AssessmentView assessment, List<AssessmentView.Outcome> requirements) {}

  /** How the object stands on the day. */
  @GetMapping("/objects/{object}/assessment")
  @Needs(Scope.OBJECTS_READ)
  AssessmentView assessment(@PathVariable UUID object, Caller caller) {
    return AssessmentView.of(
        book,
        assessments.assess(caller.viewer(), object, caller.day()).assessment(),
        caller.lang());
  }

  /**
   * How each requirement came out, in the order of the law.
   *
   * @param outcome only these: met, not-met, undecided or not-applicable; absent for all that bind
   * @param severity only those that weigh so: high, medium or low
   * @param act only those of the act
   */
  @GetMapping("/objects/{object}/assessment/requirements")
  @Needs(Scope.OBJECTS_READ)
  Part<AssessmentView.Outcome> requirements(
      @PathVariable UUID object,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String act,
      Caller caller,
      Paging paging) {
    new Mistakes()
        .choice("outcome", outcome, Stream.of(Outcome.values()).map(Outcome::word).toList())
        .choice(
            "severity",
            severity,
            Stream.of(Vocabulary.Level.values()).map(Vocabulary.Level::word).toList())
        .choice("act", act, book.acts().stream().map(Act::id).toList())
        .refuse();
    Assessment assessment = assessments.assess(caller.viewer(), object, caller.day()).assessment();
    return paging.of(
        assessment.decisions().stream()
            .filter(
                decision ->
                    outcome == null
                        ? decision.outcome() != Outcome.NOT_APPLICABLE
                        : decision.outcome().word().equals(outcome))
            .filter(decision -> severity == null || severity.equals(weight(decision)))
            .filter(
                decision ->
                    act == null || act.equals(book.provisionOf(decision.requirement()).act()))
            .toList(),
        decision -> AssessmentView.Outcome.of(book, decision, caller.lang()));
  }

  private String weight(Decision decision) {
    return book.getSeverity(decision.requirement().severity()).level().word();
  }

  /** How one requirement came out, and why. */
  @GetMapping("/objects/{object}/assessment/requirements/{requirement}")
  @Needs(Scope.OBJECTS_READ)
  AssessmentView.Explained requirement(
      @PathVariable UUID object, @PathVariable String requirement, Caller caller) {
    Assessed assessed = assessments.assess(caller.viewer(), object, caller.day());
    return AssessmentView.Explained.of(
        book,
        new Explainer(book, assessed.facts(), caller.day(), caller.lang()),
        assessed.decision(requirement),
        caller.lang());
  }

  /** Assesses a passport without keeping it. */
  @PostMapping(
      path = "/assessments",
      consumes = {"application/yaml", "application/json"})
  @Needs({})
  PassportAssessment assess(Raw raw, Caller caller) {
    Passport passport = passports.read(raw.bytes(PassportBodies.MOST_BYTES));
    Assessment assessment = assessor.assess(passport.facts(), caller.day());
    return new PassportAssessment(
        passport.name(),
        AssessmentView.of(book, assessment, caller.lang()),
        assessment.decisions().stream()
            .filter(decision -> decision.outcome() != Outcome.NOT_APPLICABLE)
            .map(decision -> AssessmentView.Outcome.of(book, decision, caller.lang()))
            .toList());
  }
}
