package kz.senim.server.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what the outbox holds. Each message by itself, so that a receiver that hangs keeps up
 * nobody but its own; redirects are not followed, since they could lead anywhere.
 */
@Component
class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private static final int AT_ONCE = 50;

  private final Outbox outbox;
  private final Targets targets;
  private final Duration patience;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Sender(Outbox outbox, Targets targets, Targets.Settings settings, Clock clock) {
    this.outbox = outbox;
    this.targets = targets;
    this.patience = settings.patience();
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void send() {
    for (Outbox.Claimed message : outbox.claim(AT_ONCE)) {
      Thread.ofVirtual().name("hook-" + message.id()).start(() -> send(message));
    }
  }

  private void send(Outbox.Claimed message) {
    try {
      targets.check(message.url());
      int status = post(message);
      if (status >= 200 && status < 300) {
        outbox.delivered(message, status);
      } else {
        outbox.refused(message, status, "hooks.answered");
      }
    } catch (Targets.Refused e) {
      outbox.refused(message, null, String.valueOf(e.getMessage()));
    } catch (HttpTimeoutException e) {
      outbox.refused(message, null, "hooks.no-answer");
    } catch (IOException e) {
      LOG.debug("{} is not reached", message.url(), e);
      outbox.refused(message, null, "hooks.not-reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the claim ends by itself
    }
  }

  private int post(Outbox.Claimed message) throws IOException, InterruptedException {
    Instant now = clock.instant();
    String id = "msg_" + message.id();
    HttpRequest request =
        HttpRequest.newBuilder(message.url())
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Senim")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", Signature.of(message.secret(), id, now, message.payload()))
            .POST(HttpRequest.BodyPublishers.ofString(message.payload()))
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    response.body().close(); // what it says beside the status is not of interest, however much
    return response.statusCode();
  }
}
