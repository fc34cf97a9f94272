package kz.senim.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The real server as a process of its own, with its data in a folder. */
final class LoadServer {

  static final int PORT = freePort();
  static final String BASE = "http://localhost:" + PORT;
  private final List<String> command;
  private final Path data;
  private Process process;

  /** Starts it, and says how long the first page took. */
  LoadServer(List<String> command, Path data, String what, String... more)
      throws IOException, InterruptedException {
    this.command = command;
    this.data = data;
    this.process = start(what, more);
  }

  private Process start(String what, String... more) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--data", data.toString(), "--port", Integer.toString(PORT)));
    all.addAll(Arrays.asList(more));
    long began = System.nanoTime();
    Process server =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (server.isAlive() && !answers(client)) {
        Thread.sleep(20);
      }
    }
    System.out.printf(
        Locale.ROOT, "%s: %.1f s to the first page%n", what, (System.nanoTime() - began) / 1e9);
    return server;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(HttpClient client) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/sign-in")).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void restart(String what) throws IOException, InterruptedException {
    stop();
    process = start(what);
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Into its database; the fourth line of this file is the port. */
  Connection connect() throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "postgres",
        Files.readString(data.resolve("postgres-password")));
  }

  /** Of the server and its database's processes, in MB. */
  long resident() throws IOException {
    long kib = resident(process.pid());
    for (ProcessHandle child : process.descendants().toList()) {
      kib += resident(child.pid());
    }
    return kib / 1024;
  }

  /** CPU seconds that the server and its database's processes have used. */
  double cpuSeconds() {
    double seconds = cpuSeconds(process.toHandle());
    for (ProcessHandle child : process.descendants().toList()) {
      seconds += cpuSeconds(child);
    }
    return seconds;
  }

  private static double cpuSeconds(ProcessHandle of) {
    return of.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
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
