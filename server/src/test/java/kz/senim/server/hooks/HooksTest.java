package kz.senim.server.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks against a real receiver: one that fails, hangs, answers late, or sends us elsewhere. */
class HooksTest extends ServerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private Subscriptions subscriptions;
  @Autowired private Outbox outbox;
  @Autowired private HookNews news;
  @Autowired private JdbcClient db;
  @Autowired private TransactionTemplate transactions;

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer receiver;
  private volatile Answers answers = exchange -> exchange.sendResponseHeaders(204, -1);

  private UUID owner;
  private UUID organization;
  private UUID object;
  private Subscriptions.Made made;

  private record Received(
      String id, String timestamp, String signature, String body, @Nullable String type) {}

  private interface Answers {
    void answer(HttpExchange exchange) throws Exception;
  }

  @BeforeEach
  void listen() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          // The answer as it stands before the test knows of the message, and may change its mind.
          Answers answer = answers;
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  body,
                  headers.getFirst("Content-Type")));
          try {
            answer.answer(exchange);
          } catch (Exception e) {
            throw new IOException(e);
          } finally {
            exchange.close();
          }
        });
    receiver.start();
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "clinic-chain");
    made =
        subscriptions.add(
            viewer(owner, organization, Role.OWNER), organization, url("/hook"), HookEvent.CHOICE);
  }

  @AfterEach
  void stop() {
    db.sql("update hook_deliveries set state = 'failed' where organization_id = ?")
        .param(organization)
        .update();
    receiver.stop(0);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
  }

  private void tell(String fact, boolean value) {
    Fact found = book.facts().get(book.factIndex(fact));
    assessments.record(
        viewer(owner, organization, Role.OWNER), object, Map.of(found, FactValue.declared(value)));
  }

  /** A fact of the organisation on which requirements of the object hang. */
  private String aFact() {
    return book.facts().stream()
        .filter(fact -> fact.type() == kz.senim.core.rule.Type.BOOLEAN)
        .filter(fact -> fact.attestation() == null)
        .map(Fact::id)
        .filter(
            id -> {
              // One whose answer changes how the object stands.
              var assessed =
                  assessments.assess(
                      viewer(owner, organization, Role.OWNER), object, LocalDate.now());
              return assessed.assessment().decisions().stream()
                  .anyMatch(decision -> decision.missing().equals(List.of(book.factIndex(id))));
            })
        .findFirst()
        .orElseThrow();
  }

  private void ping() {
    outbox.tell(
        organization, List.of(made.id()), HookEvent.TEST_PING, null, Map.of("hello", "сәлем"));
  }

  private Received next() throws Exception {
    Received got = received.poll(60, TimeUnit.SECONDS);
    assertThat(got).as("a message within a minute").isNotNull();
    return got;
  }

  private Delivery delivery() {
    return outbox.list(made.id()).getFirst();
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    for (int i = 0; i < 1200; i++) {
      if (holds.call()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it never came to that: " + holds);
  }

  /** Its time has come, whatever the wait. */
  private void now() {
    db.sql("update hook_deliveries set next_at = ? where organization_id = ?")
        .params(Timestamp.from(Instant.now().minusSeconds(1)), organization)
        .update();
  }

  @Test
  void a_changed_assessment_is_told_signed_as_standard_webhooks_say() throws Exception {
    tell(aFact(), true);
    Received got = next();
    JsonNode message = JSON.readTree(got.body());
    assertThat(message.get("type").asString()).isEqualTo("assessment.changed");
    assertThat(message.get("data").get("object").asString()).isEqualTo(object.toString());
    assertThat(message.get("data").get("after").has("not-met")).isTrue();
    assertThat(got.type()).isEqualTo("application/json");
    // As the specification's reference implementation checks it.
    byte[] key = Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected =
        mac.doFinal((got.id() + "." + got.timestamp() + "." + got.body()).getBytes(UTF_8));
    assertThat(got.signature()).startsWith("v1,");
    assertThat(
            MessageDigest.isEqual(
                expected, Base64.getDecoder().decode(got.signature().substring(3))))
        .isTrue();
    assertThat(Math.abs(Instant.now().getEpochSecond() - Long.parseLong(got.timestamp())))
        .isLessThan(60);
    until(() -> delivery().state().equals("delivered"));
    assertThat(got.id()).isEqualTo("msg_" + delivery().id());
  }

  /** The specification's own example. */
  @Test
  void the_signature_is_that_of_the_specification() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void a_receiver_that_fails_gets_it_again_until_it_has_it_and_then_no_more() throws Exception {
    answers = exchange -> exchange.sendResponseHeaders(500, -1);
    ping();
    Received first = next();
    until(() -> Integer.valueOf(500).equals(delivery().status()));
    assertThat(delivery().state()).isEqualTo("waiting");
    assertThat(delivery().nextAt())
        .isAfter(Objects.requireNonNull(delivery().answeredAt()).plusSeconds(4));
    now();
    assertThat(next().id()).isEqualTo(first.id());
    answers = exchange -> exchange.sendResponseHeaders(200, -1);
    until(() -> delivery().attempts() == 2 && delivery().answeredAt() != null);
    until(
        () -> {
          now();
          return delivery().state().equals("delivered");
        });
    assertThat(received.poll(3, TimeUnit.SECONDS)).isNotNull();
    assertThat(received.poll(3, TimeUnit.SECONDS)).as("once it has it").isNull();
  }

  @Test
  void after_the_last_wait_it_is_given_up_and_can_be_sent_again_by_hand() throws Exception {
    answers = exchange -> exchange.sendResponseHeaders(503, -1);
    ping();
    next();
    until(() -> delivery().status() != null);
    db.sql("update hook_deliveries set attempts = ? where organization_id = ?")
        .params(Outbox.WAITS.size(), organization)
        .update();
    now();
    next();
    until(() -> delivery().state().equals("failed"));
    answers = exchange -> exchange.sendResponseHeaders(200, -1);
    web.perform(
            post(
                    "/organizations/{o}/hooks/{h}/deliveries/{d}/again",
                    organization,
                    made.id(),
                    delivery().id())
                .with(as(owner))
                .with(form()))
        .andExpect(status().is3xxRedirection());
    next();
    until(() -> delivery().state().equals("delivered"));
  }

  @Test
  void a_receiver_that_hangs_keeps_nobody_else_waiting() throws Exception {
    answers =
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/hook")) {
            Thread.sleep(60_000);
          }
          exchange.sendResponseHeaders(200, -1);
        };
    var other =
        subscriptions.add(
            viewer(owner, organization, Role.OWNER), organization, url("/other"), HookEvent.CHOICE);
    ping();
    outbox.tell(organization, List.of(other.id()), HookEvent.TEST_PING, null, Map.of());
    until(() -> outbox.list(other.id()).getFirst().state().equals("delivered"));
    until(() -> "hooks.no-answer".equals(delivery().error()));
    assertThat(delivery().state()).isEqualTo("waiting");
    assertThat(outbox.list(other.id()).getFirst().answeredAt()).isBefore(delivery().answeredAt());
  }

  @Test
  void an_answer_that_comes_too_late_does_not_count_and_the_next_does() throws Exception {
    answers =
        exchange -> {
          Thread.sleep(3000);
          exchange.sendResponseHeaders(200, -1);
        };
    ping();
    Received first = next();
    until(() -> "hooks.no-answer".equals(delivery().error()));
    answers = exchange -> exchange.sendResponseHeaders(200, -1);
    now();
    assertThat(next().id()).isEqualTo(first.id());
    until(() -> delivery().state().equals("delivered"));
    Instant when = delivery().answeredAt();
    Thread.sleep(2000);
    assertThat(delivery().answeredAt()).isEqualTo(when);
  }

  @Test
  void redirects_are_not_followed() throws Exception {
    answers =
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("/elsewhere").toString());
          exchange.sendResponseHeaders(302, -1);
        };
    ping();
    next();
    until(() -> Integer.valueOf(302).equals(delivery().status()));
    assertThat(received.poll(2, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void what_a_server_claimed_before_it_died_is_sent_by_another() throws Exception {
    transactions.executeWithoutResult(
        _ -> {
          ping();
          // As a server does that is killed before it sends.
          db.sql(
                  "update hook_deliveries set claimed_until = ?, attempts = 1 where organization_id"
                      + " = ?")
              .params(Timestamp.from(Instant.now().plusSeconds(6)), organization)
              .update();
        });
    assertThat(received.poll(2, TimeUnit.SECONDS)).as("while it is claimed").isNull();
    next();
    until(() -> delivery().state().equals("delivered"));
  }

  @Test
  void no_two_servers_take_the_same_message() throws Exception {
    List<UUID> none = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      none.add(made.id());
    }
    outbox.tell(organization, none, HookEvent.TEST_PING, null, Map.of());
    List<UUID> taken = java.util.Collections.synchronizedList(new ArrayList<>());
    try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        servers.submit(
            () -> {
              for (int n = 0; n < 20; n++) {
                outbox.claim(3).forEach(message -> taken.add(message.id()));
              }
            });
      }
    }
    assertThat(new HashSet<>(taken)).hasSameSizeAs(taken);
  }

  @Test
  void what_is_rolled_back_is_not_told() throws Exception {
    String fact = aFact();
    transactions.executeWithoutResult(
        status -> {
          tell(fact, true);
          status.setRollbackOnly();
        });
    assertThat(outbox.list(made.id())).isEmpty();
  }

  @Test
  void the_same_occasion_is_told_once() throws Exception {
    db.sql(
            """
            insert into remedies
              (id, organization_id, object_id, requirement, task, owner_id, due, status, created_at)
            values (?, ?, ?, 'ur-38-4-retention', 'Keep', ?, '2020-01-01', 'open', now())
            """)
        .params(UUID.randomUUID(), organization, object, owner)
        .update();
    for (int i = 0; i < 2; i++) {
      transactions.executeWithoutResult(_ -> news.round(organization, LocalDate.now()));
    }
    assertThat(outbox.list(made.id()).stream().map(Delivery::type))
        .containsOnlyOnce("remedy.overdue");
    // The first round tells how the object stands, the second has nothing new.
    assertThat(outbox.list(made.id()).stream().map(Delivery::type))
        .containsOnlyOnce("assessment.changed");
  }

  @Test
  void an_address_behind_our_walls_cannot_be_subscribed() throws Exception {
    for (String url :
        List.of(
            "https://10.0.0.1/",
            "https://127.0.0.2/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://2130706434/",
            "http://93.184.215.14/",
            "https://somebody:secret@93.184.215.14/",
            "ftp://93.184.215.14/",
            "file:///etc/passwd",
            "https:///nothing")) {
      web.perform(
              post("/organizations/{o}/hooks", organization)
                  .param("url", url)
                  .param("event", "duty.due")
                  .with(as(owner))
                  .with(form()))
          .andExpect(status().isOk())
          .andExpect(
              content()
                  .string(
                      org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("whsec_"))));
    }
    assertThat(subscriptions.list(organization)).hasSize(1);
    web.perform(
            post("/organizations/{o}/hooks", organization)
                .param("url", url("/shown").toString())
                .param("event", "duty.due")
                .with(as(owner))
                .with(form()))
        .andExpect(content().string(org.hamcrest.Matchers.containsString("whsec_")));
  }
}
