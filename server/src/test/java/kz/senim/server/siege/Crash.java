package kz.senim.server.siege;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.senim.server.evidence.Contents;
import kz.senim.server.vault.TestVault;
import kz.senim.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code bench/run crash N}: under write load, {@code kill -9} of the application and of its
 * database in turn, each N times at random moments. After each, what was acknowledged since the one
 * before must be there; at the end, everything.
 */
@Command(name = "crash", mixinStandardHelpOptions = true)
public final class Crash implements Callable<Integer> {

  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);
  private static final int SAMPLE = 5;

  @Option(names = "--kills", defaultValue = "100", description = "Kills of each.")
  private int kills;

  @Option(names = "--port", defaultValue = "8129")
  private int port;

  @Option(names = "--longest", defaultValue = "4", description = "Seconds between two kills.")
  private int longest;

  @Option(names = "--seed", defaultValue = "832")
  private long seed;

  @Option(names = "--data", description = "A new folder for the data; a temporary one else.")
  private @Nullable Path data;

  @Parameters(arity = "1..*", description = "The command that starts the server.")
  private List<String> command = List.of();

  private final List<String> faults = new ArrayList<>();
  private final List<Double> applicationBack = new ArrayList<>();
  private final List<Double> databaseBack = new ArrayList<>();
  private int toldChecked;
  private int handedChecked;

  private Crash() {}

  /** With the server of this class path, for a test with the build. */
  static Crash small(int kills, int port, Path data) {
    Crash crash = new Crash();
    crash.kills = kills;
    crash.port = port;
    crash.longest = 2;
    crash.seed = 832;
    crash.data = data;
    crash.command = SiegeServer.ownCommand();
    return crash;
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Crash()).setStopAtPositional(true).execute(args));
  }

  /** What went wrong; nothing, it is hoped. */
  List<String> faults() {
    return faults;
  }

  /** How many acknowledged writes were looked for. */
  int checked() {
    return toldChecked + handedChecked;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = data == null ? Files.createTempDirectory("senim-crash") : data;
    Random random = new Random(seed);
    try (SiegeServer server = new SiegeServer(command, folder, port)) {
      SiegeWorld world = new SiegeWorld(server);
      Writers writers = new Writers(world);
      for (int i = 1; i <= 2 * kills; i++) {
        Thread.sleep(500 + random.nextInt(longest * 1000 - 500));
        long began = System.nanoTime();
        if (i % 2 == 1) {
          server.kill();
          server.again();
          applicationBack.add((System.nanoTime() - began) / 1e9);
          cleanStart(server, i);
        } else {
          server.killDatabase();
          awaitWrites(server, world);
          databaseBack.add((System.nanoTime() - began) / 1e9);
        }
        writers.rest();
        verify(world, writers, random, i);
        writers.goOn();
        if (i % 20 == 0) {
          System.out.printf(Locale.ROOT, "%d kills: %d faults%n", i, faults.size());
        }
      }
      writers.stop();
      verifyAll(server, world, writers);
      writers.surprises().forEach(surprise -> faults.add("a strange answer: " + surprise));
      report(writers);
    } finally {
      if (data == null) {
        delete(folder);
      }
    }
    return faults.isEmpty() ? 0 : 1;
  }

  /** Nothing but what a first start says too, no rests of uploads, and no database twice. */
  private void cleanStart(SiegeServer server, int kill) throws IOException {
    server.troubles().forEach(line -> faults.add("start after kill " + kill + ": " + line));
  }

  /** Until the application works again, which nobody has helped. */
  private static void awaitWrites(SiegeServer server, SiegeWorld world)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (System.nanoTime() - began < LONGEST_RECOVERY.toNanos()) {
      try {
        if (world.send(world.to("/organizations")).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(
        "no recovery in " + LONGEST_RECOVERY + ":\n" + Files.readString(server.log()));
  }

  /** What was acknowledged since the kill before. */
  private void verify(SiegeWorld world, Writers writers, Random random, int kill)
      throws IOException, InterruptedException {
    List<Writers.Told> told = writers.told();
    List<Writers.Handed> handed = writers.handed();
    String when = "after kill " + kill;
    told(world, writers, told.subList(toldChecked, told.size()), when);
    List<Writers.Handed> fresh = handed.subList(handedChecked, handed.size());
    for (Writers.Handed one : fresh) {
      version(world, one, when);
    }
    for (int i = 0; i < Math.min(SAMPLE, fresh.size()); i++) {
      content(world, fresh.get(random.nextInt(fresh.size())), when);
    }
    toldChecked = told.size();
    handedChecked = handed.size();
  }

  private void told(SiegeWorld world, Writers writers, List<Writers.Told> told, String when)
      throws IOException, InterruptedException {
    Set<Writers.Told> kept = new HashSet<>();
    for (String object : told.stream().map(Writers.Told::object).distinct().toList()) {
      for (JsonNode telling : world.get(writers.fact(object)).get("history")) {
        kept.add(new Writers.Told(object, telling.get("told").get("reference").asString("")));
      }
    }
    told.stream()
        .filter(one -> !kept.contains(one))
        .forEach(one -> faults.add(when + ": lost " + one));
  }

  private void version(SiegeWorld world, Writers.Handed one, String when)
      throws IOException, InterruptedException {
    JsonNode piece = world.get(path(world, one));
    if (!piece.get("versions").get(0).get("sha256").asString().equals(one.sha256())) {
      faults.add(when + ": changed " + one);
    }
  }

  private void content(SiegeWorld world, Writers.Handed one, String when)
      throws IOException, InterruptedException {
    if (!world.downloaded(path(world, one) + "/versions/1/content").equals(one.sha256())) {
      faults.add(when + ": the content is not that of " + one);
    }
  }

  private static String path(SiegeWorld world, Writers.Handed one) {
    return "/organizations/" + world.organization() + "/evidence/" + one.piece();
  }

  /** Everything, and after a last kill and start what lies on the disk. */
  private void verifyAll(SiegeServer server, SiegeWorld world, Writers writers) throws Exception {
    server.kill();
    server.again();
    cleanStart(server, 2 * kills + 1);
    server.incoming().forEach(name -> faults.add("left where files arrive: " + name));
    told(world, writers, writers.told(), "at the end");
    for (Writers.Handed one : writers.handed()) {
      version(world, one, "at the end");
      content(world, one, "at the end");
    }
    Set<String> stored = new HashSet<>(server.stored());
    try (var db = server.connect()) {
      SingleConnectionDataSource source = new SingleConnectionDataSource(db, true);
      Vault vault = TestVault.of(server.data(), JdbcClient.create(source));
      for (String hash : stored) {
        opens(server, vault, hash);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d contents on the disk, %d of them acknowledged%n",
        stored.size(),
        writers.handed().stream().map(Writers.Handed::sha256).filter(stored::contains).count());
    audit(server);
  }

  /** Every file in the folder is whole, also one that nothing refers to. */
  private void opens(SiegeServer server, Vault vault, String hash) {
    Path file =
        server.data().resolve("evidence").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    try (FileChannel sealed = FileChannel.open(file);
        InputStream in = Channels.newInputStream(vault.opening(sealed, Contents.purpose(hash)))) {
      if (!SiegeWorld.hash(in.readAllBytes()).equals(hash)) {
        faults.add("half-written: " + file);
      }
    } catch (IOException e) {
      faults.add("half-written: " + file + ": " + e.getMessage());
    }
  }

  /** As an administrator would, by the command. */
  private void audit(SiegeServer server) throws IOException, InterruptedException {
    Path said = server.data().resolve("audit-said");
    Process verify =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "kz.senim.server.audit.AuditCommand",
                "verify",
                "--data",
                server.data().toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = verify.waitFor();
    System.out.print(Files.readString(said));
    if (code != 0) {
      faults.add("audit verify: " + code + "\n" + Files.readString(said));
    }
  }

  private void report(Writers writers) {
    System.out.printf(
        Locale.ROOT,
        """
        %d kills of the application and %d of its database
        acknowledged: %d tellings, %d pieces of evidence; refused or unanswered: %d
        back after a kill of the application: %s
        back after a kill of the database:    %s
        faults: %d
        """,
        applicationBack.size(),
        databaseBack.size(),
        writers.told().size(),
        writers.handed().size(),
        writers.refused(),
        seconds(applicationBack),
        seconds(databaseBack),
        faults.size());
    faults.forEach(System.out::println);
  }

  private static String seconds(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "median %.1f s, longest %.1f s",
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
