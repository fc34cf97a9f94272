package kz.senim.server.hooks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.ServerSettings;
import kz.senim.server.notices.NoticeRequested;
import kz.senim.server.notices.NoticeSource;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.FactsRecorded;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Standing;
import kz.senim.server.objects.Standings;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out what subscribers are to be told of. */
@Component
class HookNews {

  private static final Logger LOG = LoggerFactory.getLogger(HookNews.class);
  private static final Set<UUID> ANYBODY = Set.of(new UUID(0, 0));
  private static final int AT_ONCE = 50;

  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final Objects objects;
  private final Standings standings;
  private final List<NoticeSource> sources;
  private final LawBook book;
  private final ServerSettings settings;
  private final TransactionTemplate transactions;
  private final JdbcClient db;
  private final Clock clock;

  HookNews(
      Subscriptions subscriptions,
      Outbox outbox,
      Objects objects,
      Standings standings,
      List<NoticeSource> sources,
      LawBook book,
      ServerSettings settings,
      TransactionTemplate transactions,
      JdbcClient db,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.objects = objects;
    this.standings = standings;
    this.sources = sources;
    this.book = book;
    this.settings = settings;
    this.transactions = transactions;
    this.db = db;
    this.clock = clock;
  }

  /** In the transaction that changes the fact: both are there, or neither. */
  @EventListener
  void on(FactsRecorded recorded) {
    boolean ofObject =
        recorded.facts().stream()
            .allMatch(
                id -> {
                  int index = book.factIndex(id);
                  return index >= 0 && FactStore.isOfObject(book.facts().get(index));
                });
    standings(recorded.organization(), ofObject ? recorded.object() : null);
  }

  /** After the round that counts how objects stand on the new day. */
  void everyMorning() {
    Scope.system(this::goRound);
  }

  private void goRound() {
    List<UUID> some = subscriptions.organizations(null, AT_ONCE);
    while (!some.isEmpty()) {
      for (UUID organization : some) {
        try {
          LocalDate today = LocalDate.now(clock);
          transactions.executeWithoutResult(_ -> round(organization, today));
        } catch (BeforeTheLaw e) {
          LOG.warn("nobody is told of {}: {}", organization, e.getMessage());
        }
      }
      some = subscriptions.organizations(some.getLast(), AT_ONCE);
    }
  }

  /** What the day brings an organisation, in a transaction; telling it twice tells it once. */
  void round(UUID organization, LocalDate day) {
    standings(organization, null);
    for (NoticeSource source : sources) {
      for (NoticeRequested news : source.on(day, List.of(organization), _ -> ANYBODY)) {
        HookEvent.of(news.kind())
            .ifPresent(
                event ->
                    outbox.tell(
                        organization,
                        subscriptions.wanting(organization, event),
                        event,
                        event.word() + ":" + news.key(),
                        data(organization, news)));
      }
    }
  }

  private Map<String, Object> data(UUID organization, NoticeRequested news) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization", organization.toString());
    List<String> names = List.of("what", "where", "day");
    for (int i = 0; i < Math.min(names.size(), news.args().size()); i++) {
      data.put(names.get(i), news.args().get(i).value());
    }
    data.put("page", settings.baseUrl() + news.link());
    return data;
  }

  /**
   * Tells of objects that stand otherwise than when it was last told.
   *
   * @param only the object that may; null for all of the organisation's
   */
  private void standings(UUID organization, @Nullable UUID only) {
    List<UUID> subscribers = subscriptions.wanting(organization, HookEvent.ASSESSMENT_CHANGED);
    if (subscribers.isEmpty()) {
      return;
    }
    Map<UUID, InformatizationObject> all = new LinkedHashMap<>();
    objects.list(organization).stream()
        .filter(object -> only == null || object.id().equals(only))
        .forEach(object -> all.put(object.id(), object));
    LocalDate today = LocalDate.now(clock);
    Map<UUID, Counts> before = before(all.keySet());
    standings
        .latest(all.keySet(), today)
        .forEach(
            (id, standing) -> {
              Counts now = Counts.of(standing);
              Counts then = before.get(id);
              InformatizationObject object = all.get(id);
              if (object != null && !now.equals(then)) {
                remember(id, now);
                outbox.tell(
                    organization,
                    subscribers,
                    HookEvent.ASSESSMENT_CHANGED,
                    null,
                    changed(object, today, then, now));
              }
            });
  }

  private record Counts(int met, int notMet, int undecided, int notApplicable) {

    static Counts of(Standing of) {
      return new Counts(of.met(), of.notMet(), of.undecided(), of.notApplicable());
    }

    Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("met", met);
      data.put("not-met", notMet);
      data.put("undecided", undecided);
      data.put("not-applicable", notApplicable);
      return data;
    }
  }

  /** Locked, so that two changes at once are told one after the other. */
  private Map<UUID, Counts> before(Collection<UUID> objects) {
    Map<UUID, Counts> found = new LinkedHashMap<>();
    if (objects.isEmpty()) {
      return found;
    }
    db.sql("select * from hook_standings where object_id in (:ids) order by object_id for update")
        .param("ids", objects)
        .query(
            (row, _) ->
                Map.entry(
                    row.getObject("object_id", UUID.class),
                    new Counts(
                        row.getInt("met"),
                        row.getInt("not_met"),
                        row.getInt("undecided"),
                        row.getInt("not_applicable"))))
        .list()
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  private void remember(UUID object, Counts now) {
    db.sql(
            """
            insert into hook_standings values (?, ?, ?, ?, ?)
            on conflict (object_id) do update set met = excluded.met, not_met = excluded.not_met,
              undecided = excluded.undecided, not_applicable = excluded.not_applicable
            """)
        .params(object, now.met(), now.notMet(), now.undecided(), now.notApplicable())
        .update();
  }

  private Map<String, Object> changed(
      InformatizationObject object, LocalDate day, @Nullable Counts before, Counts now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization", object.organization().toString());
    data.put("object", object.id().toString());
    data.put("name", object.name());
    data.put("day", day.toString());
    if (before != null) {
      data.put("before", before.data());
    }
    data.put("after", now.data());
    data.put("page", settings.baseUrl() + "/objects/" + object.id());
    return data;
  }
}
