package kz.senim.server.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Notices when the computer's clock was set, by a timer that only counts. */
@Component
public class ClockJumps {

  private static final Logger LOG = LoggerFactory.getLogger(ClockJumps.class);

  /** What a time service corrects without anybody's noticing. */
  private static final Duration SMALL = Duration.ofSeconds(5);

  private final Clock clock;
  private final LongSupplier counter;
  private Instant lastTime;
  private long lastCount;
  private Duration last = Duration.ZERO;
  private int jumps;

  @Autowired
  ClockJumps(Clock clock) {
    this(clock, System::nanoTime);
  }

  ClockJumps(Clock clock, LongSupplier counter) {
    this.clock = clock;
    this.counter = counter;
    lastTime = clock.instant();
    lastCount = counter.getAsLong();
  }

  /** Compares the clock with the counter; called every half a minute. */
  synchronized void look() {
    Instant time = clock.instant();
    long count = counter.getAsLong();
    Duration jump = Duration.between(lastTime, time).minus(Duration.ofNanos(count - lastCount));
    lastTime = time;
    lastCount = count;
    if (jump.abs().compareTo(SMALL) > 0) {
      jumps++;
      last = jump;
      LOG.warn(
          "the clock jumped {} by {}: sessions and codes are judged by the new time; see to the"
              + " time service of this computer",
          jump.isNegative() ? "back" : "ahead",
          jump.abs());
    }
  }

  /** How often the clock jumped since the start. */
  public synchronized int jumps() {
    return jumps;
  }

  /** The last jump; positive when it went ahead. */
  public synchronized Duration last() {
    return last;
  }
}
