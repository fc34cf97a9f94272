package kz.senim.server.load;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The platform under load: 2,000 organisations with 10,000 objects, and one person who sees them
 * all. Starts the real server as a process of its own, twice, and asks for pages at a steady rate
 * over loopback; prints a table. Arguments: the command that starts the server with {@code --data
 * DIR --port N} to be added; run by {@code bench/run platform}.
 */
public final class PlatformLoad {

  private static final int ORGANIZATIONS = 2_000;
  private static final int OBJECTS_EACH = 5;
  private static final int RATE = 20;
  private static final int SECONDS = 60;
  private static final int PORT = 18_080;
  private static final String BASE = "http://localhost:" + PORT;
  private static final String EMAIL = "load@example.kz";
  private static final String PASSWORD = "a password for the load";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, ConcurrentLinkedQueue<Double>> millis = new LinkedHashMap<>();
  private int wrong;

  private PlatformLoad() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("senim-load");
    new PlatformLoad().run(List.of(args), data);
  }

  private void run(List<String> command, Path data) throws Exception {
    Process server = start(command, data, "first start, with --demo", "--demo");
    byte[] secret = new byte[20];
    new Random(1).nextBytes(secret);
    List<UUID> objects = seed(data, secret);
    stop(server);
    server = start(command, data, "start, database with 10,000 objects");
    try {
      signIn(secret);
      String object = "/objects/" + objects.getFirst();
      UUID organization = organizationOf(data, objects.getFirst());
      List<String> pages =
          List.of(
              "/",
              "/?q=150",
              "/?heavy=true&page=3",
              "/organizations/" + organization,
              "/organizations/" + organization + "/evidence",
              "/organizations/" + organization + "/documents",
              "/duties?organization=" + organization,
              "/remedies",
              "/notices",
              "/search?q=38+4+%D0%B6%D1%83%D1%80%D0%BD%D0%B0%D0%BB%D1%8B",
              object,
              object + "/requirements",
              object + "/requirements?outcome=not-met",
              object + "/requirements/ur-38-4-retention",
              object + "/facts",
              object + "/interview",
              "/law/P1600000832",
              "/law/P1600000832/38/4");
      for (String page : pages) {
        for (int i = 0; i < 30; i++) {
          get(page); // warm
        }
        millis.put(page, new ConcurrentLinkedQueue<>());
      }
      load(pages);
      report(server);
    } finally {
      stop(server);
    }
  }

  private Process start(List<String> command, Path data, String what, String... more)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--data", data.toString(), "--port", Integer.toString(PORT)));
    all.addAll(Arrays.asList(more));
    long began = System.nanoTime();
    Process server =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    while (server.isAlive() && !answers()) {
      Thread.sleep(50);
    }
    System.out.printf(
        Locale.ROOT, "%s: %.1f s to the first page%n", what, (System.nanoTime() - began) / 1e9);
    if (more.length > 0) {
      Thread.sleep(15_000); // the demonstration is filled after the first page
    }
    return server;
  }

  private boolean answers() throws InterruptedException {
    try {
      return get("/sign-in").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void stop(Process server) throws InterruptedException {
    server.destroy();
    server.waitFor(30, TimeUnit.SECONDS);
  }

  /** Copies what the demonstration made, by SQL: the same facts and standings many times over. */
  private static List<UUID> seed(Path data, byte[] secret) throws IOException, SQLException {
    try (Connection db = connect(data);
        Statement sql = db.createStatement()) {
      UUID account = UUID.randomUUID();
      try (PreparedStatement insert =
          db.prepareStatement(
              "insert into accounts (id, email, name, password_hash, totp_secret, created_at)"
                  + " values (?, ?, 'Load', ?, ?, now())")) {
        insert.setObject(1, account);
        insert.setString(2, EMAIL);
        insert.setString(
            3, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD));
        insert.setBytes(4, secret);
        insert.executeUpdate();
      }
      sql.execute(
          "create table template as select o.id, o.organization_id, row_number() over (order by"
              + " o.id) - 1 as n from objects o where exists (select 1 from object_standings s"
              + " where s.object_id = o.id) order by o.id limit 4");
      sql.execute(
          "create table copy as select gen_random_uuid() as id, gen_random_uuid() as organization,"
              + " g as n from generate_series(1, "
              + ORGANIZATIONS
              + ") g");
      sql.execute(
          "insert into organizations (id, name, created_at, created_by) select organization,"
              + " 'Organisation ' || n, now(), '"
              + account
              + "' from copy");
      sql.execute(
          "insert into memberships select '"
              + account
              + "', organization, 'security-officer' from copy");
      sql.execute(
          "create table object_copy as select gen_random_uuid() as id, c.organization, c.n, k, t.id"
              + " as template, t.organization_id as of from copy c cross join generate_series(1, "
              + OBJECTS_EACH
              + ") k join template t on t.n = (c.n) % (select count(*) from template)");
      sql.execute(
          "insert into objects (id, organization_id, name, created_at, created_by) select id,"
              + " organization, 'Object ' || n || '-' || k, now(), '"
              + account
              + "' from object_copy");
      String columns =
          "fact, value, source, told_by, signed_by, observed, valid_from, valid_until, reference,"
              + " recorded_at";
      sql.execute(
          "insert into fact_records (organization_id, object_id, recorded_by, "
              + columns
              + ")"
              + " select c.organization, null, '"
              + account
              + "', f."
              + columns.replace(", ", ", f.")
              + " from (select distinct organization, of from object_copy) c join fact_records f on"
              + " f.organization_id = c.of and f.object_id is null");
      sql.execute(
          "insert into fact_records (organization_id, object_id, recorded_by, "
              + columns
              + ")"
              + " select c.organization, c.id, '"
              + account
              + "', f."
              + columns.replace(", ", ", f.")
              + " from object_copy c join fact_records f on f.object_id = c.template");
      sql.execute(
          "insert into object_standings select c.id, s.day, s.book, s.met, s.not_met, s.undecided,"
              + " s.not_applicable, s.high_not_met, s.next_due, s.sections from object_copy c join"
              + " object_standings s on s.object_id = c.template");
      sql.execute(
          "insert into organization_standings select c.organization, s.day, s.objects, s.met,"
              + " s.not_met, s.undecided, s.high_not_met, s.next_due from (select distinct"
              + " organization, of from object_copy) c join organization_standings s on"
              + " s.organization_id = c.of");
      sql.execute(
          "insert into organization_sections select c.organization, s.section, s.met, s.not_met,"
              + " s.undecided from (select distinct organization, of from object_copy) c join"
              + " organization_sections s on s.organization_id = c.of");
      List<UUID> objects = new ArrayList<>();
      try (var rows = sql.executeQuery("select id from object_copy order by n, k limit 100")) {
        while (rows.next()) {
          objects.add(rows.getObject(1, UUID.class));
        }
      }
      try (var row =
          sql.executeQuery(
              "select (select count(*) from objects), (select count(*) from fact_records)")) {
        row.next();
        System.out.printf("%,d objects, %,d facts%n", row.getLong(1), row.getLong(2));
      }
      sql.execute("drop table template, copy, object_copy");
      sql.execute("analyze");
      return objects;
    }
  }

  private static UUID organizationOf(Path data, UUID object) throws IOException, SQLException {
    try (Connection db = connect(data);
        PreparedStatement sql =
            db.prepareStatement("select organization_id from objects where id = ?")) {
      sql.setObject(1, object);
      try (var row = sql.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  /** The fourth line of this file is the port. */
  private static Connection connect(Path data) throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "postgres",
        Files.readString(data.resolve("postgres-password")));
  }

  private void signIn(byte[] secret) throws Exception {
    post("/sign-in", Map.of("email", EMAIL, "password", PASSWORD), get("/sign-in").body());
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    String code =
        codes.generateOneTimePasswordString(
            new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now(), Locale.ROOT);
    post("/sign-in/second", Map.of("code", code), get("/sign-in/second").body());
    if (get("/").statusCode() != 200) {
      throw new IllegalStateException("not signed in");
    }
  }

  private void post(String path, Map<String, String> fields, String page) throws Exception {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no form at " + path);
    }
    StringBuilder body = new StringBuilder("_csrf=" + token.group(1));
    fields.forEach(
        (name, value) ->
            body.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    client.send(
        HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(BASE + path)).timeout(Duration.ofSeconds(30)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** An open loop: a request is due at its time whether or not the last one has been answered. */
  private void load(List<String> pages) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      for (int i = 0; i < RATE * SECONDS; i++) {
        long due = began + i * 1_000_000_000L / RATE;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        String page = pages.get(i % pages.size());
        threads.submit(
            () -> {
              int status = get(page).statusCode();
              millis.get(page).add((System.nanoTime() - due) / 1e6);
              if (status != 200) {
                synchronized (this) {
                  wrong++;
                }
              }
              return null;
            });
      }
    }
  }

  private void report(Process server) throws IOException {
    System.out.printf(
        "%d requests a second for %d s; %d not answered with 200%n", RATE, SECONDS, wrong);
    System.out.println(
        "page                                                     p50     p95     max  ms");
    millis.forEach(
        (page, all) -> {
          double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-54s %6.1f  %6.1f  %6.1f%n",
              page.replaceAll("[0-9a-f-]{36}", "…"),
              sorted[sorted.length / 2],
              sorted[sorted.length * 95 / 100],
              sorted[sorted.length - 1]);
        });
    long kib = 0;
    for (ProcessHandle process : List.of(server.toHandle())) {
      kib += resident(process.pid());
      for (ProcessHandle child : process.descendants().toList()) {
        kib += resident(child.pid());
      }
    }
    System.out.printf("resident: %d MB, database included%n", kib / 1024);
  }

  /** Proportional set size, so that what PostgreSQL's processes share counts once; KiB. */
  private static long resident(long pid) throws IOException {
    Path file = Path.of("/proc/" + pid + "/smaps_rollup");
    return !Files.isReadable(file)
        ? 0
        : Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
  }
}
