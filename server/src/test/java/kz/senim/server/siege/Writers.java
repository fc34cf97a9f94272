package kz.senim.server.siege;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People who tell facts and hand in evidence all the time, but while they rest, and remember what
 * was acknowledged.
 */
final class Writers {

  private static final int FACT_WRITERS = 4;
  private static final int EVIDENCE_WRITERS = 2;
  private static final int MOST_TELLINGS = 30;
  private static final int LARGEST = 300_000;

  /** An acknowledged telling, known by its reference. */
  record Told(String object, String reference) {}

  /** An acknowledged piece of evidence. */
  record Handed(String piece, String sha256) {}

  private final SiegeWorld world;
  private final String fact;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Queue<Handed> handed = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean resting;
  private volatile boolean stopped;

  Writers(SiegeWorld world) throws IOException, InterruptedException {
    this.world = world;
    this.fact = fact();
    for (int i = 0; i < FACT_WRITERS; i++) {
      int number = i;
      threads.execute(() -> tell(number));
    }
    for (int i = 0; i < EVIDENCE_WRITERS; i++) {
      Random random = new Random(i);
      threads.execute(() -> hand(random));
    }
  }

  /** A yes-or-no of an object that nobody judges. */
  private String fact() throws IOException, InterruptedException {
    for (JsonNode kind : world.get("/facts?limit=200").get("items")) {
      if (kind.get("type").asString().equals("boolean")
          && kind.get("ofObject").asBoolean()
          && !kind.get("judged").asBoolean()) {
        return kind.get("id").asString();
      }
    }
    throw new IllegalStateException("no such fact");
  }

  /** What was acknowledged up to now. */
  List<Told> told() {
    return new ArrayList<>(told);
  }

  List<Handed> handed() {
    return new ArrayList<>(handed);
  }

  /** Answers that neither acknowledge nor say that the server is in trouble. */
  List<String> surprises() {
    return new ArrayList<>(surprises);
  }

  /** How often there was no answer, or 5xx. */
  int refused() {
    return refused.get();
  }

  String fact(String object) {
    return "/objects/" + object + "/facts/" + fact;
  }

  private void tell(int number) {
    int count = 0;
    String object = null;
    String tag = null;
    while (awake()) {
      try {
        if (object == null || count % MOST_TELLINGS == 0) {
          object = object();
          tag = null;
        }
        if (tag == null) {
          tag = world.send(world.to(fact(object))).headers().firstValue("ETag").orElse(null);
        }
        if (tag == null || object == null) {
          refused.incrementAndGet();
          pause();
          continue;
        }
        count++;
        String reference = "writer " + number + ", telling " + count;
        HttpResponse<String> answer =
            world.send(
                world
                    .to(fact(object))
                    .header("Content-Type", "application/json")
                    .header("If-Match", tag)
                    .PUT(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"value\": %s, \"reference\": \"%s\"}"
                                .formatted(count % 2 == 0, reference))));
        tag = answer.headers().firstValue("ETag").orElse(null);
        if (answer.statusCode() == 200) {
          told.add(new Told(object, reference));
        } else {
          trouble(answer);
          tag = null;
        }
      } catch (IOException e) {
        refused.incrementAndGet();
        tag = null;
        pause();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        surprises.add(e.toString());
        pause();
      }
    }
  }

  private @Nullable String object() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        world.send(
            world
                .to("/organizations/" + world.organization() + "/objects")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"Object " + UUID.randomUUID() + "\"}")));
    if (answer.statusCode() != 201) {
      trouble(answer);
      return null;
    }
    return SiegeWorld.json(answer).get("id").asString();
  }

  private void hand(Random random) {
    while (awake()) {
      byte[] content = new byte[1 + random.nextInt(LARGEST)];
      random.nextBytes(content);
      try {
        HttpResponse<String> answer =
            world.send(
                world
                    .to(
                        "/organizations/"
                            + world.organization()
                            + "/evidence?fileName=siege.bin&kind=configuration")
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
        if (answer.statusCode() == 201) {
          handed.add(
              new Handed(SiegeWorld.json(answer).get("id").asString(), SiegeWorld.hash(content)));
        } else {
          trouble(answer);
        }
      } catch (IOException e) {
        refused.incrementAndGet();
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void trouble(HttpResponse<String> answer) {
    // Whatever is refused was not acknowledged: too much at once, or without its database.
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      refused.incrementAndGet();
    } else {
      surprises.add(answer.statusCode() + " " + answer.body());
    }
    pause();
  }

  /** So that what is looked for is not hindered by what is written. */
  void rest() {
    resting = true;
  }

  void goOn() {
    resting = false;
  }

  /** Waits while they rest; false once they are stopped. */
  private boolean awake() {
    while (resting && !stopped) {
      pause();
    }
    return !stopped;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends them, when what they have begun is through. */
  void stop() throws InterruptedException {
    stopped = true;
    threads.shutdown();
    if (!threads.awaitTermination(90, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
