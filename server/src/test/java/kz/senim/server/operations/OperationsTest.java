package kz.senim.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as it is run: watched, without its database, on a full disk, and stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsTest {

  @TempDir private static Path data;
  @TempDir private static Path database;
  private static boolean ownDisk;
  private static int databasePort;
  private static EmbeddedPostgres postgres;
  private static HttpServer collector;
  private static final Set<String> RECEIVED = ConcurrentHashMap.newKeySet();
  private static ServerProcess server;
  private static Visitor visitor;
  private static String evidence;

  @BeforeAll
  static void a_server() throws Exception {
    ownDisk =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", data.toString())
                .start()
                .waitFor()
            == 0;
    databasePort = ServerProcess.freePort();
    postgres = startPostgres();
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          RECEIVED.add(exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    server =
        ServerProcess.start(
            asInTheUnit(),
            data,
            Map.of(
                "SENIM_DB_URL", "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                "SENIM_DB_USER", "postgres",
                "SENIM_DB_PASSWORD", "trusted",
                "SENIM_DATA_MIN_FREE", "8MB",
                "SENIM_LOG_FORMAT", "ecs",
                "SENIM_OTLP_ENDPOINT", "http://localhost:" + collector.getAddress().getPort(),
                "SENIM_OTLP_SAMPLING", "1.0",
                "SENIM_SHUTDOWN_DELAY", "2s",
                "SENIM_SHUTDOWN_WAIT", "30s"));
    visitor = new Visitor(server::address);
    visitor.setUp(server.logged("(http://[^\\s\"]+/setup#[\\w-]+)"));
    String organization =
        Visitor.id(
            visitor.submit(
                "/organizations/new",
                "/organizations",
                Map.of("name", "Watched", "bin", "050940005091")));
    evidence = "/organizations/" + organization + "/evidence";
  }

  /**
   * The unit's ProcSubset=pid: of /proc only the processes; nothing where mounting is forbidden.
   */
  private static List<String> asInTheUnit() throws Exception {
    List<String> within =
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount -t proc -o subset=pid proc /proc && exec \"$@\"",
            "sh");
    List<String> trial = new ArrayList<>(within);
    trial.add("true");
    return new ProcessBuilder(trial).start().waitFor() == 0 ? within : List.of();
  }

  private static EmbeddedPostgres startPostgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(databasePort)
        .setDataDirectory(database.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  @AfterAll
  static void nothing_stays() throws Exception {
    server.close();
    collector.stop(0);
    postgres.close();
    if (ownDisk) {
      new ProcessBuilder("umount", data.toString()).start().waitFor();
    }
  }

  private static void await(String what, Callable<Boolean> met) throws Exception {
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (!met.call()) {
      assertThat(Instant.now()).as(what).isBefore(until);
      Thread.sleep(100);
    }
  }

  private static HttpResponse<String> upload(int size) throws Exception {
    return visitor.upload(
        evidence,
        evidence,
        Map.of("kind", "approval-act", "title", "A file of " + size),
        BodyPublishers.ofByteArray(new byte[size]));
  }

  @Test
  @Order(1)
  void the_dashboard_and_the_alerts_ask_only_for_measures_that_there_are() throws Exception {
    visitor.get("/");
    String measures = server.measures();
    Set<String> names = ConcurrentHashMap.newKeySet();
    measures
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.replaceAll("[{ ].*", "")));
    List<String> asked = new ArrayList<>();
    JsonNode dashboard =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Path.of("../ops/grafana/senim.json")));
    dashboard.findValuesAsString("expr").forEach(asked::add);
    assertThat(asked).hasSizeGreaterThan(10);
    Files.readAllLines(Path.of("../ops/prometheus/alerts.yml")).stream()
        .filter(line -> line.strip().startsWith("expr:"))
        .forEach(asked::add);
    for (String expression : asked) {
      Pattern.compile("\\b(?:senim|http|hikaricp|jvm|process|system|logback)_\\w+")
          .matcher(expression)
          .results()
          .forEach(name -> assertThat(names).as(expression).contains(name.group()));
    }
  }

  @Test
  @Order(2)
  void an_older_prometheus_reads_the_measures_too() throws Exception {
    visitor.get("/");
    List<String> exemplars =
        server.openMetrics().lines().filter(line -> line.contains("# {")).toList();
    assertThat(exemplars).isNotEmpty();
    // Those of 2023 refuse all measures for an exemplar elsewhere.
    assertThat(exemplars).allMatch(line -> line.matches("\\w+_(bucket\\{|total[{ ]).*"));
  }

  @Test
  @Order(2)
  void plain_http_is_heard_on_this_machine_alone() throws Exception {
    try (Socket there = new Socket("127.0.0.1", server.address().getPort())) {
      assertThat(there.isConnected()).isTrue();
    }
    // Answers to it, too, when a server listens on every address.
    assertThatThrownBy(() -> new Socket("127.0.0.2", server.address().getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  @Order(2)
  void measures_are_not_among_the_pages() throws Exception {
    assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void every_line_of_the_log_is_json_of_ecs() throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    List<String> lines = server.log().lines().filter(line -> line.startsWith("{")).toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode event = json.readTree(line);
      assertThat(event.path("@timestamp").asString()).isNotEmpty();
      assertThat(event.path("log").path("level").asString()).isNotEmpty();
      assertThat(event.path("ecs").path("version").asString()).isNotEmpty();
    }
  }

  @Test
  @Order(2)
  void traces_go_to_the_collector_that_was_named() throws Exception {
    visitor.get("/");
    await("a trace", () -> RECEIVED.contains("/v1/traces"));
  }

  @Test
  @Order(3)
  void a_request_is_found_in_the_log_by_what_the_page_of_its_error_says() throws Exception {
    HttpResponse<String> answer = visitor.get("/no-such-page");
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(answer.body()).contains("<code>" + id + "</code>");
  }

  @Test
  @Order(4)
  void a_full_disk_refuses_files_clearly_and_recovers_by_itself() throws Exception {
    assumeTrue(ownDisk, "no right to mount a small disk");
    assertThat(upload(100_000).statusCode()).isEqualTo(302);
    Path filler = data.resolve("filler");
    Files.write(filler, new byte[30 << 20]);
    HttpResponse<String> refused = upload(15 << 20);
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(refused.body())
        .contains("There is no room left for files")
        .contains("Для файлов не осталось места")
        .contains("Файлдарға орын қалмады");
    Files.write(data.resolve("filler2"), new byte[10 << 20]);
    assertThat(server.status("readiness")).isEqualTo(503);
    assertThat(server.health("readiness")).contains("senim.data-min-free");
    assertThat(server.status("liveness")).isEqualTo(200);
    assertThat(visitor.get(evidence).statusCode()).isEqualTo(200);
    Files.delete(filler);
    Files.delete(data.resolve("filler2"));
    await("ready again", server::isReady);
    assertThat(upload(15 << 20).statusCode()).isEqualTo(302);
    try (var left = Files.list(data.resolve("evidence/incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  @Order(5)
  void without_its_database_the_server_says_so_and_goes_on_when_it_is_back() throws Exception {
    assertThat(visitor.get(evidence).statusCode()).isEqualTo(200);
    postgres.close();
    HttpResponse<String> page = visitor.get(evidence);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("15");
    assertThat(page.body())
        .contains("The database does not answer")
        .contains("База данных не отвечает")
        .contains("Дерекқор жауап бермейді")
        .contains(page.headers().firstValue("X-Request-Id").orElseThrow());
    assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(503);
    assertThat(server.status("readiness")).isEqualTo(503);
    assertThat(server.status("liveness")).isEqualTo(200);
    assertThat(server.measures()).contains("senim_objects NaN");
    ServerProcess.Ended start =
        ServerProcess.run(
            "kz.senim.server.Serve",
            Map.of(
                "SENIM_DB_URL", "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                "SENIM_DB_USER", "postgres",
                "SENIM_DB_PASSWORD", "trusted"),
            "--port",
            "0",
            "--data",
            data.toString());
    // The unit tries such a start again, and no other.
    assertThat(start.code()).as(start.output()).isEqualTo(3);
    assertThat(start.output()).contains("the database does not answer").doesNotContain("\tat ");
    postgres = startPostgres();
    await("ready again", server::isReady);
    // Nobody signs in anew: the session was in the database all the time.
    assertThat(visitor.get(evidence).statusCode()).isEqualTo(200);
    assertThat(server.log()).doesNotContain("\"error\":{\"type\":\"jakarta.servlet");
  }

  @Test
  @Order(6)
  void a_server_that_stops_says_so_first_and_finishes_what_runs() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch rest = new CountDownLatch(1);
    CompletableFuture<HttpResponse<String>> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return visitor.upload(
                    evidence,
                    evidence,
                    Map.of("kind", "approval-act", "title", "A slow file"),
                    BodyPublishers.ofInputStream(() -> new Slow(half, rest)));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(half.await(30, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(500);
    server.process().destroy(); // SIGTERM
    await("not ready", () -> server.status("readiness") == 503);
    assertThat(new Visitor(server::address).get("/sign-in").statusCode()).isEqualTo(200);
    Thread.sleep(3000);
    rest.countDown();
    assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(302);
    assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    try (var db = postgres.getPostgresDatabase().getConnection();
        var rows =
            db.createStatement()
                .executeQuery("select count(*) from evidence where title = 'A slow file'")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  /** Gives its second half when it is let. */
  private static final class Slow extends InputStream {

    private static final int SIZE = 400_000;
    private final CountDownLatch half;
    private final CountDownLatch rest;
    private int given;

    Slow(CountDownLatch half, CountDownLatch rest) {
      this.half = half;
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      if (given == SIZE / 2) {
        half.countDown();
        try {
          rest.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return given++ < SIZE ? 'a' : -1;
    }
  }
}
