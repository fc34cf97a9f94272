package kz.senim.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of a demonstration: it can be put back while what is invented is filled in, so that
 * there is a past to look at. There is no such clock unless the server was started as one.
 */
@Component
@Primary
@ConditionalOnProperty(name = "senim.demo", havingValue = "true")
final class DemoClock extends Clock {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final ScopedValue<Instant> BACK = ScopedValue.newInstance();

  private final Clock real;

  DemoClock() {
    this(Clock.system(ALMATY));
  }

  private DemoClock(Clock real) {
    this.real = real;
  }

  /** Does something as if it were that moment; only this thread's clock is put back. */
  static void at(Instant moment, Runnable something) {
    ScopedValue.where(BACK, moment).run(something);
  }

  @Override
  public Instant instant() {
    return BACK.isBound() ? BACK.get() : real.instant();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new DemoClock(real.withZone(zone));
  }
}
