package kz.senim.server.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much each caller may ask: a bucket that empties by a request and fills evenly, by token, and
 * by address for whoever comes with none that works. Counted by each server for itself.
 */
@Component
class RateLimits {

  /** In which the bucket fills. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();
  private final Settings settings;
  private final Clock clock;

  RateLimits(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param requestsPerMinute by a token
   * @param failuresPerMinute by an address without a token that works
   */
  @ConfigurationProperties("senim.api")
  record Settings(
      @DefaultValue("600") int requestsPerMinute, @DefaultValue("60") int failuresPerMinute) {}

  private record Bucket(double left, Instant at) {}

  /**
   * What is left.
   *
   * @param seconds until one more is let through; 0 when this one is
   * @param reset seconds until the bucket is full
   */
  record Left(int limit, int remaining, long seconds, long reset) {

    boolean exceeded() {
      return seconds > 0;
    }
  }

  Left ask(Object token) {
    return take(token, settings.requestsPerMinute(), 1);
  }

  /** Whether the address may try. */
  Left mayFail(String address) {
    return take(address, settings.failuresPerMinute(), 0);
  }

  void failed(String address) {
    take(address, settings.failuresPerMinute(), 1);
  }

  private Left take(Object who, int limit, int cost) {
    Instant now = clock.instant();
    double perSecond = (double) limit / WINDOW.toSeconds();
    double[] before = {0};
    buckets.compute(
        who,
        (_, bucket) -> {
          double left = limit;
          if (bucket != null) {
            double seconds = Duration.between(bucket.at(), now).toMillis() / 1000.0;
            left = Math.min(limit, bucket.left() + Math.max(0, seconds) * perSecond);
          }
          before[0] = left;
          return new Bucket(left >= 1 ? left - cost : left, now);
        });
    boolean over = before[0] < 1;
    double after = over ? before[0] : before[0] - cost;
    return new Left(
        limit,
        (int) after,
        over ? (long) Math.max(1, Math.ceil((1 - before[0]) / perSecond)) : 0,
        (long) Math.ceil((limit - after) / perSecond));
  }

  /** Those that are full again need not be remembered. */
  @Scheduled(fixedDelay = 300_000)
  void forget() {
    Instant full = clock.instant().minus(WINDOW);
    buckets.values().removeIf(bucket -> bucket.at().isBefore(full));
  }
}
