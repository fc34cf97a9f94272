package kz.senim.server.objects;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The interview: the question whose answer settles most, only while it still matters. It is
 * answered by telling its fact.
 */
@ApiController(ApiController.PATH + "/objects/{object}")
class QuestionApi {

  private final Objects objects;
  private final Assessments assessments;
  private final LawBook book;
  private final Once once;
  private final Locks locks;

  QuestionApi(Objects objects, Assessments assessments, LawBook book, Once once, Locks locks) {
    this.objects = objects;
    this.assessments = assessments;
    this.book = book;
    this.once = once;
    this.locks = locks;
  }

  /**
   * How far the interview is.
   *
   * @param open how many requirements wait for answers
   * @param putAside how many questions were put aside as not known
   * @param question the next; absent when there is none left to ask
   * @param concerns the requirements that wait for its answer
   */
  public record NextQuestion(
      int open, int putAside, FactApi.@Nullable FactKind question, List<Waiting> concerns) {}

  /** A requirement that waits for an answer. */
  public record Waiting(String requirement, String citation, String statement) {}

  /** Facts whose question was put aside as not known. */
  public record PutAside(List<String> facts) {}

  /** A fact whose question is put aside. */
  @Body
  public record NewPutAside(@Longest(300) String fact) {}

  /** The next question. */
  @GetMapping("/question")
  @Needs(Scope.OBJECTS_READ)
  NextQuestion next(@PathVariable UUID object, Caller caller) {
    Assessed assessed = assessments.assess(caller.viewer(), object, caller.day());
    Optional<Interview.Question> question = assessments.question(assessed);
    return new NextQuestion(
        assessed.assessment().summary().getOrDefault(Outcome.UNDECIDED, 0),
        assessments.declined(object).size(),
        question
            .map(one -> FactApi.FactKind.of(book.facts().get(one.fact()), caller.lang()))
            .orElse(null),
        question.stream()
            .flatMap(one -> one.concerns().stream())
            .map(
                requirement ->
                    new Waiting(
                        requirement.id(),
                        CitationText.in(book.provisionOf(requirement).citation(), caller.lang()),
                        requirement.statement().in(caller.lang())))
            .toList());
  }

  /** The questions that were put aside. */
  @GetMapping("/questions-put-aside")
  @Needs(Scope.OBJECTS_READ)
  PutAside putAside(@PathVariable UUID object, Caller caller) {
    objects.object(caller.viewer(), object);
    return new PutAside(assessments.declined(object));
  }

  /** Puts a question aside as not known: it is not asked again until all are. */
  @PostMapping("/questions-put-aside")
  @Needs(Scope.OBJECTS_WRITE)
  ResponseEntity<PutAside> decline(
      @PathVariable UUID object,
      @RequestBody NewPutAside body,
      Caller caller,
      Once.Request request) {
    Refusal.whenArchived(objects.objectToChange(caller.viewer(), object).archived());
    return once.make(
        request,
        caller,
        body,
        PutAside.class,
        () -> {
          int index = book.factIndex(body.fact());
          if (index < 0) {
            throw new Mistakes().add("/fact", "api.not-fact", "api.not-fact.fix").refusal();
          }
          Fact fact = book.facts().get(index);
          assessments.decline(caller.viewer(), object, fact);
          return new Once.Made<>(
              ApiController.PATH + "/objects/" + object + "/questions-put-aside",
              putAside(object, caller));
        });
  }

  /** Asks again what was put aside. */
  @DeleteMapping("/questions-put-aside")
  @Needs(Scope.OBJECTS_WRITE)
  PutAside askAgain(@PathVariable UUID object, Caller caller, Match match) {
    Refusal.whenArchived(objects.objectToChange(caller.viewer(), object).archived());
    return locks.with(
        object,
        () -> {
          match.must(putAside(object, caller));
          assessments.askAgain(caller.viewer(), object);
          return putAside(object, caller);
        });
  }
}
