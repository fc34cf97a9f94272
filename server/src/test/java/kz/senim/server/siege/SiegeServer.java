package kz.senim.server.siege;

import java.io.File;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real server as a process of its own, which is killed and started again on its folder. */
final class SiegeServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final List<String> command;
  private final Path data;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Process process;
  private int starts;

  /**
   * @param command starts the server; options are added to it
   * @param data its data folder
   */
  SiegeServer(List<String> command, Path data, int port) throws IOException, InterruptedException {
    this.command = command;
    this.data = data;
    this.port = port;
    this.process = start();
  }

  /** The server of this very class path, for tests that run with the build. */
  static List<String> ownCommand() {
    // Without the tests, whose own parts would become some of the server's.
    String classes =
        Arrays.stream(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
    String book = System.getProperty("senim.lawbook");
    if (book != null) {
      command.add("-Dsenim.lawbook=" + book);
    }
    command.addAll(List.of("-cp", classes, "kz.senim.server.Serve"));
    return command;
  }

  private Process start() throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    starts++;
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log().toFile());
    // One client asks for as much here as hundreds do elsewhere.
    builder.environment().put("SENIM_API_REQUESTS_PER_MINUTE", "1000000");
    Process started = builder.start();
    process = started;
    awaitAnswer(LONGEST_START);
    return started;
  }

  /** Starts it again after a kill. */
  void again() throws IOException, InterruptedException {
    process = start();
  }

  /** What it has said since its last start. */
  Path log() {
    return data.resolve("log-" + starts);
  }

  String base() {
    return "http://localhost:" + port;
  }

  /** Waits until a page that needs the database is there. */
  void awaitAnswer(Duration longest) throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - began > longest.toNanos()) {
        throw new IllegalStateException("it does not answer; it said:\n" + Files.readString(log()));
      }
      Thread.sleep(20);
    }
  }

  /** The API looks the token up in the database before it refuses it. */
  private boolean answers() throws InterruptedException {
    try {
      HttpRequest page =
          HttpRequest.newBuilder(URI.create(base() + "/sign-in"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Of the database's first process. */
  long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
  }

  /** As {@code kill -9}: the application alone; its database lives on. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill -9} of the database's first process. */
  void killDatabase() throws IOException, InterruptedException {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    postmaster.destroyForcibly();
    while (postmaster.isAlive()) {
      Thread.sleep(1);
    }
  }

  /** As the owner, who stands above the walls; the fourth line of this file is the port. */
  Connection connect() throws IOException, SQLException {
    String databasePort =
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
        "postgres",
        Files.readString(data.resolve("postgres-password")).strip());
  }

  /** Lines of its log that tell of trouble. */
  List<String> troubles() throws IOException {
    return Files.readAllLines(log()).stream()
        .filter(line -> line.matches(".* (WARN|ERROR) .*|.*Exception.*"))
        .toList();
  }

  /** Files that lie where uploads arrive. */
  List<String> incoming() {
    String[] names = data.resolve("evidence/incoming").toFile().list();
    return names == null ? List.of() : Arrays.asList(names);
  }

  /** The names of all stored contents. */
  List<String> stored() {
    List<String> all = new ArrayList<>();
    File[] folders = data.resolve("evidence").toFile().listFiles();
    for (File folder : folders == null ? new File[0] : folders) {
      String[] names = folder.list();
      if (folder.getName().length() == 2 && names != null) {
        Arrays.stream(names).forEach(name -> all.add(folder.getName() + name));
      }
    }
    return all;
  }

  Path data() {
    return data;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
