package kz.senim.server.rounds;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Work that comes back. One bean for each: at its time one of the servers on the database does it,
 * and another one does it over when that one dies over it. So doing it twice must do no harm.
 *
 * @param name the word that names it in the database
 * @param schedule when it is due
 */
public record Round(String name, Schedule schedule, Runnable work) {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  /** Every day at that time in Asia/Almaty. */
  public static Round daily(String name, int hour, int minute, Runnable work) {
    return new Round(name, Schedules.daily(ALMATY, LocalTime.of(hour, minute)), work);
  }

  /** So long after it was done last. */
  public static Round every(String name, Duration pause, Runnable work) {
    return new Round(name, Schedules.fixedDelay(pause), work);
  }
}
