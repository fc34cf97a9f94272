package kz.senim.server.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kz.senim.server.walls.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords or codes: after a few wrong tries each further one doubles
 * the wait. Counted by account and by address, in the database, so that a restart forgives nothing.
 */
@Component
@Transactional
class SignInLimits {

  static final int FREE_BY_ACCOUNT = 5;
  static final int FREE_BY_ADDRESS = 30;
  private static final int FORGIVEN = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final JdbcClient db;
  private final Clock clock;

  SignInLimits(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** How long the account or the address must wait before it may try again; zero when it may. */
  Duration wait(String email, String address) {
    Instant now = clock.instant();
    return Scope.system(
        () ->
            db
                .sql(
                    "select subject, failures, last_at from sign_in_failures where subject in"
                        + " (:subjects)")
                .param("subjects", List.of(account(email), address(address)))
                .query(
                    (row, _) -> {
                      boolean account = row.getString("subject").startsWith("account ");
                      Instant last = row.getTimestamp("last_at").toInstant();
                      Duration wait =
                          wait(row.getInt("failures"), account ? FREE_BY_ACCOUNT : FREE_BY_ADDRESS);
                      Duration left = Duration.between(now, last.plus(wait));
                      // A try of the future was noted by a clock that was ahead: it would wait
                      // for days.
                      return left.isNegative() || last.isAfter(now.plus(AHEAD))
                          ? Duration.ZERO
                          : left;
                    })
                .list()
                .stream()
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
  }

  /** What the last of so many wrong tries costs. */
  static Duration wait(int failures, int free) {
    if (failures < free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, 20));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Somebody typed a wrong password or code. */
  void failed(String email, String address) {
    Scope.system(
        () -> {
          for (String subject : List.of(account(email), address(address))) {
            db.sql(
                    """
                    insert into sign_in_failures (subject, failures, last_at) values (:subject, 1, :now)
                    on conflict (subject) do update set
                      failures = case when sign_in_failures.last_at < :old then 1
                                      else sign_in_failures.failures + 1 end,
                      last_at = :now
                    """)
                .param("subject", subject)
                .param("now", Timestamp.from(clock.instant()))
                .param("old", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
          }
        });
  }

  /**
   * Somebody is in, with all that it takes. The address is forgiven a few tries only: an office
   * behind one address mistypes often, and whoever guesses may have an account of their own.
   */
  void succeeded(String email, String address) {
    Scope.system(
        () -> {
          db.sql("delete from sign_in_failures where subject = ?").param(account(email)).update();
          db.sql(
                  "update sign_in_failures set failures = greatest(0, failures - ?) where subject ="
                      + " ?")
              .params(FORGIVEN, address(address))
              .update();
        });
  }

  private static String account(String email) {
    String name = email.strip().toLowerCase(Locale.ROOT);
    return "account " + (name.length() > 320 ? name.substring(0, 320) : name);
  }

  private static String address(String address) {
    return "address " + address;
  }
}
