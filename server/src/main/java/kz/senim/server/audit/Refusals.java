package kz.senim.server.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.TooMuch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notes refusals that may come in floods: the first of its kind from an address at once, and how
 * many more came within a minute as one entry behind it. So a flood is in the log and does not fill
 * it. Counted by each server for itself.
 */
@Component
public class Refusals {

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** More kinds than this within a minute, as from very many addresses, are counted as one. */
  static final int MOST = 1000;

  private static final int LONGEST_SUBJECT = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Audit audit;
  private final Clock clock;
  private final Map<Kind, Count> counts = new HashMap<>();

  Refusals(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Whose requests they are; without an account and a name nobody is known yet. */
  public record Who(@Nullable UUID account, String name, @Nullable UUID organization) {

    public static final Who NOBODY = new Who(null, "", null);
  }

  /** What is counted together. */
  private record Kind(Who who, String action, String detail, String address) {}

  /**
   * @param subject of the first
   * @param more how many came after the first
   */
  private record Count(String subject, Instant since, int more) {}

  /**
   * Notes a refusal, unless the like of it was noted within the minute; then it is counted.
   *
   * @param action as in {@link Audit#record}
   * @param subject what was asked for
   * @param detail why not: a word that {@code audit.detail.<detail>} says in each language
   */
  public void note(Who who, String action, String subject, String detail) {
    Kind kind = new Kind(who, action, detail, Audit.address());
    String some = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    if (isFirst(kind, some)) {
      write(kind, some, detail);
    }
  }

  private synchronized boolean isFirst(Kind kind, String subject) {
    Kind counted =
        counts.containsKey(kind) || counts.size() < MOST
            ? kind
            : new Kind(Who.NOBODY, kind.action(), kind.detail(), "");
    Count before = counts.get(counted);
    if (before == null) {
      counts.put(counted, new Count(subject, clock.instant(), counted.equals(kind) ? 0 : 1));
      return counted.equals(kind);
    }
    counts.put(counted, new Count(before.subject(), before.since(), before.more() + 1));
    return false;
  }

  @EventListener
  void tooMuch(TooMuch event) {
    note(
        new Who(event.viewer().account(), event.viewer().email(), null),
        "request",
        event.request(),
        "too-many");
  }

  /** Notes how many more there were in the minutes that are over. */
  @Scheduled(fixedDelay = 10_000)
  void tell() {
    tell(clock.instant().minus(WINDOW));
  }

  @PreDestroy
  void tellAll() {
    tell(Instant.MAX);
  }

  private void tell(Instant until) {
    List<Map.Entry<Kind, Count>> over = new ArrayList<>();
    synchronized (this) {
      counts.entrySet().stream()
          .filter(one -> !one.getValue().since().isAfter(until))
          .forEach(one -> over.add(Map.entry(one.getKey(), one.getValue())));
      over.forEach(one -> counts.remove(one.getKey()));
    }
    for (Map.Entry<Kind, Count> one : over) {
      int more = one.getValue().more();
      if (more > 0) {
        write(
            one.getKey(),
            one.getValue().subject(),
            one.getKey().detail() + ActionNames.TIMES + more);
      }
    }
  }

  /** What was refused stays refused when the log cannot be written; then the messages tell it. */
  private void write(Kind kind, String subject, String detail) {
    try {
      // In nobody's name: whoever was refused need not be signed in.
      Scope.system(
          () ->
              audit.record(
                  new Audit.Actor(kind.who().account(), kind.who().name(), kind.address()),
                  kind.who().organization(),
                  kind.action(),
                  subject,
                  detail,
                  false));
    } catch (DataAccessException e) {
      LOG.warn("not in the audit log: {} {} {} {}", kind.address(), kind.action(), subject, detail);
    }
  }
}
