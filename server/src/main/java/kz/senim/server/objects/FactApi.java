package kz.senim.server.objects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Lang;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What is known of objects, in two times: on which day it is true, and what was told by when. */
@ApiController
class FactApi {

  private static final Pattern PERIOD = Pattern.compile("P(\\d{1,4})([DMY])");

  private final Objects objects;
  private final FactStore facts;
  private final Judgements judgements;
  private final LawBook book;
  private final Locks locks;

  FactApi(Objects objects, FactStore facts, Judgements judgements, LawBook book, Locks locks) {
    this.objects = objects;
    this.facts = facts;
    this.judgements = judgements;
    this.book = book;
    this.locks = locks;
  }

  /** Something that can be known: its question, and what an answer looks like. */
  public record FactKind(
      String id,
      String subject,
      String type,
      String ask,
      String knownBy,
      boolean ofObject,
      boolean judged,
      @Nullable String unit,
      @Nullable Double min,
      @Nullable Double max,
      List<Option> options) {

    static FactKind of(Fact fact, Lang lang) {
      QuestionView view = QuestionView.of(fact, lang);
      return new FactKind(
          fact.id(),
          fact.subject(),
          view.type(),
          view.ask(),
          view.whom(),
          view.ofObject(),
          view.judged(),
          view.unit(),
          view.min(),
          view.max(),
          view.choices().stream().map(c -> new Option(c.id(), c.label())).toList());
    }
  }

  /** What a choice can be. */
  public record Option(String id, String label) {}

  /**
   * What is known of one fact.
   *
   * @param value a boolean, a number, a text (also for a day, as 2026-11-29, and a period, as P2Y),
   *     or a list of options; absent when nothing is known
   * @param until the last day on which it may be relied on
   */
  public record FactView(
      String fact,
      @Nullable Object value,
      @Nullable String source,
      @Nullable String by,
      @Nullable String signedBy,
      @Nullable LocalDate observed,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String reference) {}

  /** One telling of a fact; without a value, an earlier telling was taken back. */
  public record Telling(Instant recordedAt, String recordedBy, boolean ofObject, FactView told) {}

  /** A fact and all its tellings, newest first. */
  public record FactHistory(FactView known, List<Telling> history) {}

  /** What is told of a fact: the value in the shape of its type, and how it is known. */
  @Body
  public record NewFact(
      JsonNode value,
      @Nullable String source,
      @Nullable String by,
      @Nullable LocalDate observed,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String reference) {}

  /** All facts that the law book asks for. */
  @GetMapping("/facts")
  @Needs({})
  Part<FactKind> kinds(Caller caller, Paging paging) {
    return paging.of(book.facts(), fact -> FactKind.of(fact, caller.lang()));
  }

  /**
   * What is known of the object on the day.
   *
   * @param knownAt leaves out what was recorded at or after that moment; absent for all
   */
  @GetMapping("/objects/{object}/facts")
  @Needs(Scope.OBJECTS_READ)
  Part<FactView> list(
      @PathVariable UUID object,
      @RequestParam(required = false) @Nullable String knownAt,
      Caller caller,
      Paging paging) {
    InformatizationObject found = objects.object(caller.viewer(), object);
    Facts known =
        knownAt == null
            ? facts.load(found, caller.day())
            : facts.loadAsKnown(found, caller.day(), moment(knownAt));
    List<FactView> views = new ArrayList<>();
    for (int i = 0; i < book.facts().size(); i++) {
      if (known.find(i) != null) {
        views.add(view(book.facts().get(i), known.find(i)));
      }
    }
    return paging.of(views, view -> view);
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Mistakes().add("knownAt", "api.bad-value", "api.bad-value.fix").refusal();
    }
  }

  /** One fact of the object: what is known on the day, and all that was ever told. */
  @GetMapping("/objects/{object}/facts/{fact}")
  @Needs(Scope.OBJECTS_READ)
  FactHistory fact(@PathVariable UUID object, @PathVariable String fact, Caller caller) {
    InformatizationObject found = objects.object(caller.viewer(), object);
    Fact kind = find(fact);
    return new FactHistory(
        known(found, kind, caller),
        facts.history(found, kind).stream()
            .map(
                told ->
                    new Telling(
                        told.recordedAt(),
                        told.recordedBy(),
                        told.object() != null,
                        view(kind, told.value())))
            .toList());
  }

  /**
   * Tells a fact; what was told before stays in its history. A judgement of the highest severity
   * waits for a second person, and so does not show yet.
   */
  @PutMapping("/objects/{object}/facts/{fact}")
  @Needs(Scope.OBJECTS_WRITE)
  FactHistory tell(
      @PathVariable UUID object,
      @PathVariable String fact,
      @RequestBody NewFact body,
      Caller caller,
      Match match) {
    Fact kind = find(fact);
    FactForm.Read read = FactForm.read(kind, form(kind, body));
    return record(object, kind, caller, match, read);
  }

  /** Takes back what was told of a fact. */
  @DeleteMapping("/objects/{object}/facts/{fact}")
  @Needs(Scope.OBJECTS_WRITE)
  FactHistory takeBack(
      @PathVariable UUID object, @PathVariable String fact, Caller caller, Match match) {
    return record(object, find(fact), caller, match, null);
  }

  /**
   * @param read null takes it back
   */
  private FactHistory record(
      UUID object, Fact kind, Caller caller, Match match, FactForm.@Nullable Read read) {
    Refusal.whenArchived(objects.objectToChange(caller.viewer(), object).archived());
    if (read != null && read.value() == null) {
      new Mistakes()
          .form(
              read.mistakes(),
              Map.of(
                  "facts.bad-interval", "until",
                  "facts.choose", "value",
                  "facts.empty", "value",
                  "facts.bad-period", "value",
                  "facts.out-of-range", "value",
                  "facts.bad-number", "value",
                  "facts.bad-day", "value"))
          .refuse();
    }
    return locks.with(
        object,
        () -> {
          match.must(fact(object, kind.id(), caller));
          judgements.record(caller.viewer(), object, kind, read == null ? null : read.value());
          return fact(object, kind.id(), caller);
        });
  }

  private FactView known(InformatizationObject object, Fact fact, Caller caller) {
    return view(fact, facts.load(object, caller.day()).find(book.factIndex(fact.id())));
  }

  static FactView view(Fact fact, @Nullable FactValue known) {
    if (known == null) {
      return new FactView(fact.id(), null, null, null, null, null, null, null, null);
    }
    Object value =
        switch (known.value()) {
          case Boolean answer -> answer;
          case Double number -> number;
          case List<?> options -> options;
          default -> FactText.write(known.value());
        };
    return new FactView(
        fact.id(),
        value,
        known.source().word(),
        known.by(),
        known.signedBy(),
        known.observed(),
        known.from(),
        known.until(),
        known.reference());
  }

  /** As the form of the page sends it, so that the same rules judge it. */
  private static MultiValueMap<String, String> form(Fact kind, NewFact body) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    if (body.value().isArray()) {
      body.value().forEach(one -> form.add("value", one.asString("")));
    } else {
      String text = body.value().asString("");
      Matcher period = PERIOD.matcher(text);
      if (kind.type() == Type.PERIOD && period.matches()) {
        form.add("value", period.group(1));
        form.add("unit", period.group(2));
      } else {
        form.add("value", text);
      }
    }
    add(form, "source", body.source());
    add(form, "by", body.by());
    add(form, "observed", body.observed());
    add(form, "from", body.from());
    add(form, "until", body.until());
    add(form, "reference", body.reference());
    return form;
  }

  private static void add(MultiValueMap<String, String> form, String name, @Nullable Object value) {
    if (value != null) {
      form.add(name, value.toString());
    }
  }

  private Fact find(String id) {
    int index = book.factIndex(id);
    if (index < 0) {
      throw new NotFound();
    }
    return book.facts().get(index);
  }
}
