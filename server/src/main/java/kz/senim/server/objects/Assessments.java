package kz.senim.server.objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assesses objects, asks what is open, and takes what people answer. */
@Component
@Transactional
public class Assessments {

  private final Objects objects;
  private final FactStore facts;
  private final Standings standings;
  private final Assessor assessor;
  private final LawBook book;
  private final Interview interview;
  private final JdbcClient db;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Timer assessing;
  private final Clock clock;

  Assessments(
      Objects objects,
      FactStore facts,
      Standings standings,
      Assessor assessor,
      Interview interview,
      JdbcClient db,
      Audit audit,
      ApplicationEventPublisher events,
      MeterRegistry meters,
      Clock clock) {
    this.objects = objects;
    this.facts = facts;
    this.standings = standings;
    this.assessor = assessor;
    this.book = assessor.book();
    this.interview = interview;
    this.db = db;
    this.audit = audit;
    this.events = events;
    this.assessing =
        Timer.builder("senim.assessments")
            .description("Objects decided for a page or an answer")
            .register(meters);
    this.clock = clock;
  }

  /** The object before the law on the day. Three statements, whatever its size. */
  public Assessed assess(Viewer viewer, UUID object, LocalDate day) {
    InformatizationObject found = objects.object(viewer, object);
    Organization organization = objects.organization(viewer, found.organization());
    Facts known = facts.load(found, day);
    return new Assessed(
        found, organization, known, assessing.record(() -> assessor.assess(known, day)));
  }

  /**
   * Objects of the organisation before the law on the day, for work that nobody asked for: who may
   * see it is not checked. One statement.
   */
  public Map<UUID, Assessment> assessAll(
      UUID organization, Collection<UUID> objects, LocalDate day) {
    Map<UUID, Assessment> all = new HashMap<>();
    facts
        .loadAll(organization, objects, day)
        .forEach((object, known) -> all.put(object, assessor.assess(known, day)));
    return all;
  }

  /**
   * Each object of the organisations before the law on the day, one after another, so that no more
   * than one assessment is held. Three statements, whatever their number. Whoever calls it has
   * checked who may look.
   *
   * @param most how many objects, the first by name
   */
  public <T> List<T> assessEach(
      Collection<UUID> organizations, int most, LocalDate day, Function<Assessed, T> each) {
    List<InformatizationObject> found = objects.list(organizations, most);
    Map<UUID, Organization> owners = new HashMap<>();
    objects
        .organizations(found.stream().map(InformatizationObject::organization).distinct().toList())
        .forEach(owner -> owners.put(owner.id(), owner));
    Map<UUID, Facts> known = facts.loadEach(found, day);
    List<T> all = new ArrayList<>();
    for (InformatizationObject object : found) {
      Organization owner = owners.get(object.organization());
      Facts told = known.get(object.id());
      if (owner != null && told != null) {
        all.add(each.apply(new Assessed(object, owner, told, assessor.assess(told, day))));
      }
    }
    return all;
  }

  /** The next question that still matters, of those not declined. */
  public Optional<Interview.Question> question(Assessed assessed) {
    BitSet declined = new BitSet();
    declined(assessed.object().id()).forEach(id -> declined.set(book.factIndex(id)));
    return interview.next(assessed.facts(), assessed.assessment().asOf(), declined);
  }

  /** Facts whose question somebody put aside, as not known. */
  public List<String> declined(UUID object) {
    return db
        .sql("select fact from declined_questions where object_id = ? order by declined_at")
        .param(object)
        .query((row, _) -> row.getString("fact"))
        .list()
        .stream()
        .filter(id -> book.factIndex(id) >= 0)
        .toList();
  }

  public void decline(Viewer viewer, UUID object, Fact fact) {
    objects.objectToChange(viewer, object);
    db.sql("insert into declined_questions values (?, ?, now(), ?) on conflict do nothing")
        .params(object, fact.id(), viewer.account())
        .update();
  }

  /** Asks again what was put aside. */
  public void askAgain(Viewer viewer, UUID object) {
    objects.objectToChange(viewer, object);
    db.sql("delete from declined_questions where object_id = ?").param(object).update();
  }

  /**
   * Records facts of the object and, in the same transaction, how it now stands; of a fact of the
   * organisation, how all its objects do.
   *
   * @param values null takes the fact back
   */
  public void record(Viewer viewer, UUID object, Map<Fact, @Nullable FactValue> values) {
    InformatizationObject found = objects.objectToChange(viewer, object);
    if (values.isEmpty()) {
      return;
    }
    facts.record(viewer.account(), found, values);
    List<String> names = values.keySet().stream().map(Fact::id).toList();
    db.sql("delete from declined_questions where object_id = :object and fact in (:facts)")
        .param("object", object)
        .param("facts", names)
        .update();
    boolean shared = values.keySet().stream().anyMatch(fact -> !FactStore.isOfObject(fact));
    List<UUID> touched =
        shared
            ? objects.list(found.organization()).stream().map(InformatizationObject::id).toList()
            : List.of(object);
    standings.refresh(found.organization(), touched, LocalDate.now(clock));
    audit.record(found.organization(), "fact.record", "object " + object, String.join(", ", names));
    events.publishEvent(new FactsRecorded(found.organization(), object, names));
  }

  /** Registers an object with all that a passport tells of it. */
  public UUID register(Viewer viewer, UUID organization, Passport passport) {
    UUID object = objects.add(viewer, organization, passport.name(), passport.id());
    record(viewer, object, told(passport.facts()));
    standings.refresh(organization, List.of(object), LocalDate.now(clock));
    return object;
  }

  /** Takes over what a passport tells of an object that is registered already. */
  public void complete(Viewer viewer, UUID object, Passport passport) {
    record(viewer, object, told(passport.facts()));
  }

  private Map<Fact, @Nullable FactValue> told(Facts facts) {
    Map<Fact, @Nullable FactValue> values = new LinkedHashMap<>();
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue value = facts.find(i);
      if (value != null) {
        values.put(book.facts().get(i), value);
      }
    }
    return values;
  }
}
