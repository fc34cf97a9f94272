package kz.senim.server.siege;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench/run siege}: hostile clients, one kind after the other, while an ordinary client
 * works and measures how it fares. Prints a table; 1 when the ordinary client saw an error.
 */
@Command(name = "siege", mixinStandardHelpOptions = true)
public final class Siege implements Callable<Integer> {

  private static final long TEN_GB = 10L << 30;
  private static final int LARGE = 50_000_000;
  private static final int MOST_SECONDS = 120;

  @Option(names = "--port", defaultValue = "8127")
  private int port;

  @Option(names = "--seconds", defaultValue = "20", description = "At least, of each attack.")
  private int seconds;

  @Option(names = "--idle", defaultValue = "10000", description = "Connections that say nothing.")
  private int idle;

  @Parameters(arity = "1..*", description = "The command that starts the server.")
  private List<String> command = List.of();

  private final List<String> table = new ArrayList<>();
  private SiegeWorld world;
  private SiegeServer server;
  private int errors;

  private Siege() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Siege()).setStopAtPositional(true).execute(args));
  }

  /** What the attackers found, in words. */
  private interface Attack {
    String run(long until) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("senim-siege");
    try (SiegeServer running = new SiegeServer(command, data, port)) {
      server = running;
      world = new SiegeWorld(running);
      during("warming up", this::nothing);
      table.clear();
      errors = 0;
      during("nobody else", this::nothing);
      during("1,000 clients that send a header byte every 3 s", this::slowloris);
      during(idle + " connections that say nothing", this::silent);
      during("10 GB announced as one upload", _ -> upload("Content-Length: " + TEN_GB, false));
      during("10 GB as chunks without a length", _ -> upload("Transfer-Encoding: chunked", true));
      during("JSON nested 100,000 deep, 4 clients", until -> many(until, this::deep));
      during("headers of 1 MB, 4 clients", until -> many(until, this::largeHeaders));
      during("10,000 headers, 4 clients", until -> many(until, this::manyHeaders));
      during("100,000 parameters, 4 clients", until -> many(until, this::parameters));
      during("50 MB downloads that nobody reads, 200 clients", this::unread);
      during("nobody else, afterwards", this::nothing);
    }
    table.forEach(System.out::println);
    return errors == 0 ? 0 : 1;
  }

  /** The ordinary client asks on while the attack runs. */
  private void during(String name, Attack attack) throws Exception {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> found = threads.submit(() -> attack.run(until));
      List<Double> millis = new ArrayList<>();
      int wrong = 0;
      while (System.nanoTime() < until || !found.isDone()) {
        if (System.nanoTime() - until > MOST_SECONDS * 1_000_000_000L) {
          throw new IllegalStateException(name + " does not end");
        }
        long began = System.nanoTime();
        wrong += ordinary(millis.size()) ? 0 : 1;
        millis.add((System.nanoTime() - began) / 1e6);
        Thread.sleep(100);
      }
      millis.sort(null);
      errors += wrong;
      String line =
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %.0f ms | %.0f ms | %.0f ms | %s; %d MB |",
              name,
              millis.size(),
              wrong,
              millis.get(millis.size() / 2),
              millis.get(millis.size() * 95 / 100),
              millis.getLast(),
              found.get(),
              resident());
      table.add(line);
      System.out.println(line);
    }
  }

  private long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private boolean ordinary(int turn) {
    try {
      if (turn % 5 == 0) {
        HttpResponse<String> made =
            world.send(
                world
                    .to("/organizations/" + world.organization() + "/objects")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Object\"}")));
        return made.statusCode() == 201;
      }
      String path = "/organizations/" + world.organization() + "/objects?limit=20";
      return world.send(world.to(path)).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String nothing(long until) throws InterruptedException {
    rest(until);
    return "–";
  }

  private static void rest(long until) throws InterruptedException {
    Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
  }

  private String slowloris(long until) throws Exception {
    List<Hostile> all = open(1000);
    for (Hostile one : all) {
      one.say("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: ");
    }
    int gone = 0;
    while (System.nanoTime() < until) {
      Thread.sleep(3000);
      for (Hostile one : all) {
        try {
          one.say("a");
        } catch (IOException e) {
          gone++;
        }
      }
    }
    closeAll(all);
    return gone + " were put out";
  }

  private String silent(long until) throws Exception {
    List<Hostile> all = open(idle);
    rest(until);
    long gone = all.stream().filter(Hostile::closed).count();
    closeAll(all);
    return all.size() + " got in, " + gone + " were put out";
  }

  private List<Hostile> open(int number) throws IOException {
    List<Hostile> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(new Hostile(port));
    }
    return all;
  }

  private static void closeAll(List<Hostile> all) throws IOException {
    for (Hostile one : all) {
      one.close();
    }
  }

  private String evidence() {
    return "/api/v1/organizations/"
        + world.organization()
        + "/evidence?fileName=large.bin&kind=configuration";
  }

  private String upload(String length, boolean chunked) throws Exception {
    long began = System.nanoTime();
    try (Hostile one = new Hostile(port)) {
      one.say(
          Hostile.head(
                  "POST",
                  evidence(),
                  world.token(),
                  "Content-Type: application/octet-stream",
                  length)
              + "\r\n");
      long sent = one.pour(TEN_GB, chunked);
      int status = one.status();
      return String.format(
          Locale.ROOT,
          "status %d after %.2f GB and %.0f s; %d files left",
          status,
          sent / 1e9,
          (System.nanoTime() - began) / 1e9,
          server.incoming().size());
    }
  }

  /** One request of a kind, and its status. */
  private interface Request {
    int send() throws IOException;
  }

  private String many(long until, Request request) throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < until) {
                    int status = request.send();
                    synchronized (statuses) {
                      statuses.merge(status, 1, Integer::sum);
                    }
                    Thread.sleep(20);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return "statuses " + statuses;
  }

  private int deep() throws IOException {
    String body = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    return spoken(
        Hostile.head(
                "POST",
                "/api/v1/organizations/" + world.organization() + "/objects",
                world.token(),
                "Content-Type: application/json",
                "Content-Length: " + body.length())
            + "\r\n"
            + body);
  }

  private int largeHeaders() throws IOException {
    return spoken(
        Hostile.head("GET", "/sign-in", world.token(), "X-A: " + "a".repeat(1 << 20)) + "\r\n");
  }

  private int manyHeaders() throws IOException {
    StringBuilder head = new StringBuilder(Hostile.head("GET", "/sign-in", world.token()));
    for (int i = 0; i < 10_000; i++) {
      head.append('X').append(i).append(": a\r\n");
    }
    return spoken(head + "\r\n");
  }

  private int parameters() throws IOException {
    String body = "a=1&".repeat(100_000);
    return spoken(
        Hostile.head(
                "POST",
                "/sign-in",
                world.token(),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length())
            + "\r\n"
            + body);
  }

  private int spoken(String text) throws IOException {
    try (Hostile one = new Hostile(port)) {
      try {
        one.say(text);
      } catch (IOException e) {
        // It has heard enough, and has answered perhaps.
      }
      return one.status();
    }
  }

  private String unread(long until) throws Exception {
    HttpResponse<String> made =
        world.send(
            world
                .to(evidence().substring("/api/v1".length()))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LARGE])));
    String path =
        "/api/v1/organizations/"
            + world.organization()
            + "/evidence/"
            + SiegeWorld.json(made).get("id").asString()
            + "/versions/1/content";
    List<Hostile> all = open(200);
    for (Hostile one : all) {
      one.say(Hostile.head("GET", path, world.token()) + "\r\n");
    }
    while (System.nanoTime() < until) {
      for (Hostile one : all) {
        try {
          one.sip(1);
        } catch (IOException e) {
          // Put out.
        }
      }
      Thread.sleep(1000);
    }
    closeAll(all);
    return "200 held";
  }
}
