package kz.senim.server.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed for an object between two days. */
@ApiController
class ChangesApi {

  private static final int USUAL_DAYS = 30;

  private final Assessments assessments;
  private final Changes changes;
  private final LawBook book;
  private final IcuMessages messages;

  ChangesApi(Assessments assessments, Changes changes, LawBook book, IcuMessages messages) {
    this.assessments = assessments;
    this.changes = changes;
    this.book = book;
    this.messages = messages;
  }

  /**
   * What changed: in the law, in what is known, and so in how the object stands.
   *
   * @param before how many requirements came out how on the first day, with what was known by then
   * @param after the same of the last day
   */
  public record ObjectChanges(
      LocalDate from,
      LocalDate to,
      Map<String, Integer> before,
      Map<String, Integer> after,
      List<LawChange> law,
      List<FactChange> facts,
      List<OutcomeChange> outcomes) {}

  /**
   * A change in the law.
   *
   * @param kind what happened, as a word
   * @param by the number of the act that made it
   * @param before of a figure
   */
  public record LawChange(
      String kind,
      LocalDate on,
      @Nullable String act,
      @Nullable String citation,
      String text,
      @Nullable String by,
      @Nullable String before,
      @Nullable String after) {

    static LawChange of(Changes.InLaw of) {
      return new LawChange(
          of.kind(),
          of.on(),
          some(of.act()),
          some(of.cite()),
          of.text(),
          some(of.by()),
          some(of.before()),
          some(of.after()));
    }
  }

  /**
   * Something that was told.
   *
   * @param value in words; absent when an earlier telling was taken back
   */
  public record FactChange(
      String fact, String ask, @Nullable String value, Instant recordedAt, String recordedBy) {}

  /**
   * A requirement that stands otherwise.
   *
   * @param before the outcome; absent when it was not in force
   * @param after the outcome; absent when it is not in force any more
   * @param cause law, time or facts
   * @param because the reasons, a line each
   */
  public record OutcomeChange(
      String requirement,
      String citation,
      String statement,
      @Nullable String before,
      @Nullable String after,
      String cause,
      List<String> because) {

    static OutcomeChange of(Changes.InOutcome of) {
      return new OutcomeChange(
          of.requirement(),
          of.cite(),
          of.statement(),
          some(of.before()),
          some(of.after()),
          of.cause().word(),
          of.because().stream().map(Print.Line::text).toList());
    }
  }

  /**
   * What changed for the object since a day, up to the day asOf.
   *
   * @param from the earlier day; 30 days before the later when absent
   */
  @GetMapping("/objects/{object}/changes")
  @Needs(Scope.OBJECTS_READ)
  ObjectChanges changes(
      @PathVariable UUID object,
      @RequestParam(required = false) @Nullable LocalDate from,
      Caller caller) {
    LocalDate to = caller.day();
    LocalDate start = from == null ? to.minusDays(USUAL_DAYS) : from;
    if (!start.isBefore(to)) {
      throw new Mistakes().add("from", "reports.changes.order", "api.fix").refusal();
    }
    Assessed assessed = assessments.assess(caller.viewer(), object, to);
    try {
      Changes.Since since =
          changes.between(
              assessed,
              start,
              caller.lang(),
              new PrintItems(book, messages, assessed, caller.lang()));
      return new ObjectChanges(
          start,
          to,
          since.before(),
          since.after(),
          since.law().stream().map(LawChange::of).toList(),
          since.facts().stream()
              .map(
                  told ->
                      new FactChange(
                          told.fact(),
                          told.ask(),
                          told.retracted() ? null : told.value(),
                          told.at(),
                          told.by()))
              .toList(),
          since.outcomes().stream().map(OutcomeChange::of).toList());
    } catch (BeforeTheLaw e) {
      throw new Mistakes().add("from", "api.before-the-law", "api.before-the-law.fix").refusal();
    }
  }

  private static @Nullable String some(String text) {
    return text.isEmpty() ? null : text;
  }
}
