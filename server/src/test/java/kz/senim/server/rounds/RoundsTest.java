package kz.senim.server.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kz.senim.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoundsTest extends ServerTest {

  @Autowired private Rounds rounds;
  @Autowired private JdbcClient db;
  @Autowired private ApplicationContext application;

  @Test
  void a_clock_that_is_set_is_noticed_and_one_that_goes_is_not() {
    Instant start = Instant.parse("2026-11-29T12:00:00Z");
    AtomicReference<Instant> time = new AtomicReference<>(start);
    AtomicLong count = new AtomicLong();
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time.get();
          }
        };
    ClockJumps jumps = new ClockJumps(clock, count::get);
    for (int i = 1; i <= 3; i++) {
      time.set(start.plusSeconds(30L * i).plusMillis(400));
      count.set(Duration.ofSeconds(30L * i).toNanos());
      jumps.look();
    }
    assertThat(jumps.jumps()).isZero();
    time.set(start.plus(Duration.ofDays(40)));
    count.addAndGet(Duration.ofSeconds(30).toNanos());
    jumps.look();
    assertThat(jumps.jumps()).isEqualTo(1);
    assertThat(jumps.last()).isGreaterThan(Duration.ofDays(39));
    time.set(start.plus(Duration.ofMinutes(3)));
    count.addAndGet(Duration.ofSeconds(30).toNanos());
    jumps.look();
    assertThat(jumps.jumps()).isEqualTo(2);
    assertThat(jumps.last()).isLessThan(Duration.ofDays(-39));
  }

  @Test
  void a_round_that_a_clock_ahead_put_off_is_due_in_time_again() {
    db.sql(
            """
            update round_executions set execution_time = now() + interval '400 days'
            where task_name in ('mail', 'met-watch') and not picked
            """)
        .update();
    rounds.afterTheClock();
    assertThat(
            db.sql(
                    """
                    select count(*) from round_executions
                    where execution_time > now() + interval '25 hours'
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void nothing_is_sent_to_a_collector_unless_one_is_named() {
    for (String name : application.getBeanDefinitionNames()) {
      Class<?> type = application.getType(name);
      if (type != null) {
        assertThat(type.getSimpleName()).doesNotContain("SpanExporter", "OtlpMeterRegistry");
      }
    }
  }
}
