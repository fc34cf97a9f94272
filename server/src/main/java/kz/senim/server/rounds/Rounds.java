package kz.senim.server.rounds;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.senim.server.walls.SystemSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that each {@link Round} is gone at its time by one server. Who does what stands in the
 * table {@code round_executions}; a server that says nothing for a minute is taken for dead.
 */
@Component
public class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** The name of this server among those on the database. */
  public static final SchedulerName SERVER =
      new SchedulerName.Fixed(
          new SchedulerName.Hostname().getName()
              + " "
              + ProcessHandle.current().pid()
              + " "
              + UUID.randomUUID().toString().substring(0, 8));

  /** A round that is due later than this after its time was put off by a clock that went back. */
  private static final Duration TOO_LATE = Duration.ofSeconds(30);

  private final Map<String, Round> rounds;
  private final Scheduler scheduler;
  private final Clock clock;
  private final ClockJumps jumps;

  Rounds(DataSource source, List<Round> rounds, Clock clock, ClockJumps jumps) {
    this.rounds = rounds.stream().collect(Collectors.toMap(Round::name, Function.identity()));
    this.clock = clock;
    this.jumps = jumps;
    List<RecurringTask<Void>> tasks =
        rounds.stream()
            .map(
                round ->
                    Tasks.recurring(round.name(), round.schedule())
                        .execute((_, _) -> round.work().run()))
            .toList();
    scheduler =
        Scheduler.create(new SystemSource(source))
            .startTasks(tasks)
            .tableName("round_executions")
            .schedulerName(SERVER)
            .threads(2)
            .pollingInterval(Duration.ofSeconds(5))
            .heartbeatInterval(Duration.ofSeconds(15))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .pollUsingLockAndFetch(0.5, 1.0)
            .build();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    scheduler.start();
  }

  /** Before anything that the rounds use is closed. */
  // The management port has a context of its own, which ends too.
  @EventListener(
      classes = ContextClosedEvent.class,
      condition = "event.applicationContext.parent == null")
  void stop() {
    scheduler.stop();
  }

  /** While a clock was ahead, rounds may have been put off to a time that is far away again. */
  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
  void afterTheClock() {
    jumps.look();
    Instant now = clock.instant();
    for (ScheduledExecution<Object> waiting : scheduler.getScheduledExecutions()) {
      Round round = rounds.get(waiting.getTaskInstance().getTaskName());
      Instant right = round == null ? null : next(round, now);
      if (right != null && waiting.getExecutionTime().isAfter(right.plus(TOO_LATE))) {
        LOG.warn(
            "the round {} was put off to {}, since a clock was ahead; it is due again at {}",
            waiting.getTaskInstance().getTaskName(),
            waiting.getExecutionTime(),
            right);
        scheduler.reschedule(
            TaskInstanceId.of(
                waiting.getTaskInstance().getTaskName(), waiting.getTaskInstance().getId()),
            right);
      }
    }
  }

  private static @Nullable Instant next(Round round, Instant now) {
    return round.schedule().getNextExecutionTime(ExecutionComplete.simulatedSuccess(now));
  }
}
