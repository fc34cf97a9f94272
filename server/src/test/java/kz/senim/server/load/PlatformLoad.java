package kz.senim.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The platform under load, as {@code bench/run platform}, {@code platform-large} and {@code
 * platform-users} ask: 2,000 organisations, and either one person who sees them all and asks for
 * pages at a steady rate, or many people who read and click at their own pace. Prints a table.
 */
@Command(name = "platform", mixinStandardHelpOptions = true)
public final class PlatformLoad implements Callable<Integer> {

  private static final int WARM = 30;

  @Option(names = "--objects-each", defaultValue = "5", description = "Objects an organisation.")
  private int objectsEach;

  @Option(names = "--people", defaultValue = "0", description = "People who read at their pace.")
  private int people;

  @Option(names = "--rate", defaultValue = "20", description = "Requests a second of the one.")
  private int rate;

  @Option(names = "--seconds", defaultValue = "60")
  private int seconds;

  @Option(names = "--think", defaultValue = "5", description = "Mean seconds between two clicks.")
  private int think;

  @Option(names = "--keep", description = "A folder to keep the filled database in, used again.")
  private @Nullable Path keep;

  @Option(names = "--only", defaultValue = "", description = "Only pages that hold this text.")
  private String only;

  @Parameters(arity = "1..*", description = "The command that starts the server.")
  private List<String> command = List.of();

  private final Map<String, ConcurrentLinkedQueue<Double>> millis = new LinkedHashMap<>();
  private final AtomicInteger wrong = new AtomicInteger();

  private PlatformLoad() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new PlatformLoad()).setStopAtPositional(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path data =
        keep == null ? Files.createTempDirectory("senim-load") : Files.createDirectories(keep);
    boolean first = !Files.exists(data.resolve("postgres"));
    String what = "start to the first page";
    LoadServer server =
        first
            ? new LoadServer(command, data, "first start, with --demo", "--demo")
            : new LoadServer(command, data, what);
    try {
      try (Connection db = server.connect()) {
        LoadWorld world = new LoadWorld(db);
        if (!world.isThere()) {
          world.make(objectsEach, Math.max(people, 200));
        }
      }
      if (first) {
        server.restart(what + ", while all objects are counted");
        try (Connection db = server.connect()) {
          new LoadWorld(db).awaitRound();
        }
        server.restart(what);
      }
      double cpu;
      if (people > 0) {
        List<Person> all = enter(server);
        cpu = server.cpuSeconds();
        closedLoop(all);
      } else {
        LoadClient client = new LoadClient(LoadWorld.EVERYWHERE);
        List<String> pages = pages(server);
        cpu = warm(server, client, pages);
        openLoop(client, pages);
      }
      report(server, server.cpuSeconds() - cpu);
    } finally {
      server.stop();
    }
    return 0;
  }

  private List<String> pages(LoadServer server) throws Exception {
    UUID[] one;
    try (Connection db = server.connect()) {
      one = new LoadWorld(db).objects(LoadWorld.EVERYWHERE).getFirst();
    }
    return Stream.concat(
            Stream.of(
                "/",
                "/?q=150",
                "/?overdue=true",
                "/?heavy=true&page=3",
                "/duties",
                "/duties?overdue=true",
                "/duties?view=month",
                "/remedies",
                "/notices",
                "/search?q=38+4+%D0%B6%D1%83%D1%80%D0%BD%D0%B0%D0%BB%D1%8B",
                "/search?q=object+150",
                "/law/P1600000832",
                "/law/P1600000832/38/4"),
            ofOrganization(one[0], one[1]))
        .filter(page -> page.contains(only))
        .toList();
  }

  private static Stream<String> ofOrganization(UUID organization, UUID object) {
    String at = "/organizations/" + organization;
    String of = "/objects/" + object;
    return Stream.of(
        at,
        at + "/evidence",
        at + "/documents",
        "/duties?organization=" + organization,
        of,
        of + "/requirements",
        of + "/requirements?outcome=not-met",
        of + "/requirements/ur-38-4-retention",
        of + "/facts",
        of + "/interview");
  }

  /** Says what each page costs when it is asked for alone; returns the CPU seconds used so far. */
  private double warm(LoadServer server, LoadClient client, List<String> pages) throws Exception {
    System.out.println("alone, CPU ms a request:");
    for (String page : pages) {
      for (int i = 0; i < WARM; i++) {
        client.get(page);
      }
      double began = server.cpuSeconds();
      for (int i = 0; i < WARM; i++) {
        client.get(page);
      }
      System.out.printf(
          Locale.ROOT, "%-54s %6.1f%n", shown(page), (server.cpuSeconds() - began) * 1000 / WARM);
      millis.put(page, new ConcurrentLinkedQueue<>());
    }
    return server.cpuSeconds();
  }

  /** An open loop: a request is due at its time whether or not the last one has been answered. */
  private void openLoop(LoadClient client, List<String> pages) throws InterruptedException {
    System.out.printf("%d requests a second for %d s%n", rate, seconds);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      for (int i = 0; i < rate * seconds; i++) {
        long due = began + i * 1_000_000_000L / rate;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        String page = pages.get(i % pages.size());
        threads.submit(() -> ask(client, page, page, due));
      }
    }
  }

  private record Person(LoadClient client, List<String> pages) {}

  private List<Person> enter(LoadServer server) throws Exception {
    List<Callable<Person>> all = new ArrayList<>();
    try (Connection db = server.connect()) {
      LoadWorld world = new LoadWorld(db);
      for (int i = 0; i < people; i++) {
        String email = LoadWorld.email(i);
        UUID[] one = world.objects(email).getFirst();
        List<String> pages =
            Stream.concat(
                    Stream.of(
                        "/", "/?q=1", "/duties", "/remedies", "/notices", "/law/P1600000832/38/4"),
                    ofOrganization(one[0], one[1]))
                .toList();
        all.add(() -> new Person(new LoadClient(email), pages));
      }
    }
    List<Person> entered = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Person> person : threads.invokeAll(all)) {
        entered.add(person.get());
      }
    }
    entered
        .getFirst()
        .pages()
        .forEach(page -> millis.put(shown(page), new ConcurrentLinkedQueue<>()));
    return entered;
  }

  /** A closed loop: each reads what was answered, for a while, before the next click. */
  private void closedLoop(List<Person> all) throws InterruptedException {
    System.out.printf(
        "%d people for %d s, %d s on average between two clicks%n", all.size(), seconds, think);
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < all.size(); i++) {
        Person person = all.get(i);
        Random random = new Random(i);
        threads.submit(
            () -> {
              while (true) {
                Thread.sleep(random.nextLong(2_000L * think));
                if (System.nanoTime() > until) {
                  return null;
                }
                String page = person.pages().get(random.nextInt(person.pages().size()));
                ask(person.client(), page, shown(page), System.nanoTime());
              }
            });
      }
    }
  }

  private @Nullable Void ask(LoadClient client, String page, String name, long due) {
    try {
      if (client.get(page).statusCode() != 200) {
        wrong.incrementAndGet();
      }
      millis.get(name).add((System.nanoTime() - due) / 1e6);
    } catch (Exception e) {
      wrong.incrementAndGet();
    }
    return null;
  }

  private static String shown(String page) {
    return page.replaceAll("[0-9a-f-]{36}", "…");
  }

  private void report(LoadServer server, double cpu) throws Exception {
    System.out.println(
        "page                                                      n     p50     p95     max  ms");
    millis.forEach((page, all) -> line(shown(page), all.stream()));
    line("all", millis.values().stream().flatMap(ConcurrentLinkedQueue::stream));
    int asked = millis.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    System.out.printf(
        Locale.ROOT,
        "%,d requests, %d not answered with 200; %.1f ms of CPU each; resident %d MB, database"
            + " included%n",
        asked,
        wrong.get(),
        cpu * 1000 / Math.max(1, asked),
        server.resident());
  }

  private static void line(String name, Stream<Double> all) {
    double[] sorted = all.mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length > 0) {
      System.out.printf(
          Locale.ROOT,
          "%-54s %4d  %6.1f  %6.1f  %6.1f%n",
          name,
          sorted.length,
          sorted[sorted.length / 2],
          sorted[sorted.length * 95 / 100],
          sorted[sorted.length - 1]);
    }
  }
}
