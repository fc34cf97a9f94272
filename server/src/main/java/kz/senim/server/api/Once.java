package kz.senim.server.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a caller repeat a POST whose answer was lost: with the same Idempotency-Key it is done once,
 * and answered alike for a day. What is done and what is remembered are one transaction.
 */
@Component
public class Once {

  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final int LONGEST_KEY = 200;

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  Once(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The request as far as it is compared with the one before.
   *
   * @param key the header's value; null when the caller does not ask for it
   * @param target method and path with parameters
   */
  public record Request(@Nullable String key, String target) {}

  /** What was made, and where it is found. */
  public record Made<T>(String location, T body) {}

  private record Before(String fingerprint, String location, String body) {}

  /**
   * Does it, unless it was done.
   *
   * @param sent what the body held
   * @param type of the answer
   * @throws Refusal when the key came with another request before
   */
  @Transactional
  public <T> ResponseEntity<T> make(
      Request request, Caller caller, Object sent, Class<T> type, Supplier<Made<T>> work) {
    String key = request.key();
    if (key == null) {
      return answer(work.get());
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Mistakes()
          .add("Idempotency-Key", "api.too-long", "api.too-long.fix", LONGEST_KEY)
          .refusal();
    }
    String fingerprint = Etags.hex(request.target() + "\n" + json.writeValueAsString(sent));
    Instant now = clock.instant();
    db.sql("delete from api_requests where account_id = ? and key = ? and at < ?")
        .params(caller.viewer().account(), key, Timestamp.from(now.minus(REMEMBERED)))
        .update();
    // Who comes second with the key waits here until the first is through.
    boolean first =
        db.sql(
                    """
                    insert into api_requests (account_id, key, fingerprint, at)
                    values (?, ?, ?, ?) on conflict do nothing
                    """)
                .params(caller.viewer().account(), key, fingerprint, Timestamp.from(now))
                .update()
            == 1;
    if (first) {
      Made<T> made = work.get();
      db.sql("update api_requests set location = ?, body = ? where account_id = ? and key = ?")
          .params(
              made.location(), json.writeValueAsBytes(made.body()), caller.viewer().account(), key)
          .update();
      return answer(made);
    }
    Before before =
        db.sql(
                "select fingerprint, location, body from api_requests where account_id = ? and key"
                    + " = ?")
            .params(caller.viewer().account(), key)
            .query(
                (row, _) ->
                    new Before(
                        row.getString("fingerprint"),
                        row.getString("location"),
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
            .single();
    if (!before.fingerprint().equals(fingerprint)) {
      throw new Refusal(Problem.KEY_REUSED);
    }
    return ResponseEntity.created(URI.create(before.location()))
        .header("Idempotency-Replayed", "true")
        .body(json.readValue(before.body(), type));
  }

  private static <T> ResponseEntity<T> answer(Made<T> made) {
    return ResponseEntity.created(URI.create(made.location())).body(made.body());
  }

  void forget() {
    kz.senim.server.walls.Scope.system(
        () ->
            db.sql("delete from api_requests where at < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update());
  }
}
