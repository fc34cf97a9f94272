package kz.senim.server.operations;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Senim's server as an operator runs it: a process of its own, with what is shipped alone. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;
  private final int port;
  private final int management;

  private ServerProcess(Process process, Path log, int port, int management) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.management = management;
  }

  /** What a command of the server's said and how it ended. */
  public record Ended(int code, String output) {}

  /** Starts a server and waits until it is ready. */
  public static ServerProcess start(Path data, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    return start(List.of(), data, environment, options);
  }

  /**
   * As above.
   *
   * @param within a command that ends by running the one that follows it
   */
  static ServerProcess start(
      List<String> within, Path data, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    int port = freePort();
    int management = freePort();
    List<String> arguments = new ArrayList<>(List.of("--port", "" + port, "--data", "" + data));
    arguments.addAll(List.of(options));
    Path log = Files.createTempFile("senim-server", ".log");
    ProcessBuilder builder = builder("kz.senim.server.Serve", environment, arguments);
    builder.environment().put("SENIM_MANAGEMENT_PORT", "" + management);
    builder.command().addAll(0, within);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process, log, port, management);
    Instant until = Instant.now().plus(PATIENCE);
    while (!server.isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start:\n" + server.log());
      }
      Thread.sleep(100);
    }
    return server;
  }

  /** Runs a command of the server's to its end. */
  public static Ended run(String main, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        builder(main, environment, List.of(arguments)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), output);
  }

  private static ProcessBuilder builder(
      String main, Map<String, String> environment, List<String> arguments) {
    // The tests' own classes are components too, and are not shipped.
    String classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx300m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classpath,
                main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SENIM_"));
    builder.environment().putAll(environment);
    return builder;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  public boolean isReady() {
    return health("readiness").contains("\"status\":\"UP\"}") && status("readiness") == 200;
  }

  /** What the management port says. */
  String health(String group) {
    return ask("/actuator/health/" + group).map(HttpResponse::body).orElse("");
  }

  int status(String group) {
    return ask("/actuator/health/" + group).map(HttpResponse::statusCode).orElse(0);
  }

  String measures() {
    return ask("/actuator/prometheus").map(HttpResponse::body).orElse("");
  }

  /** As Prometheus asks for them. */
  String openMetrics() {
    return ask("/actuator/prometheus", "application/openmetrics-text;version=1.0.0")
        .map(HttpResponse::body)
        .orElse("");
  }

  private Optional<HttpResponse<String>> ask(String path) {
    return ask(path, "*/*");
  }

  private Optional<HttpResponse<String>> ask(String path, String accept) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return Optional.of(
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                  .header("Accept", accept)
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** The first match of the pattern's first group in the log. */
  public String logged(String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(log());
    if (!matcher.find()) {
      throw new IllegalStateException("not in the log: " + pattern + "\n" + log());
    }
    return matcher.group(1);
  }

  Process process() {
    return process;
  }

  /** As when the machine dies. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    Files.deleteIfExists(log);
  }
}
