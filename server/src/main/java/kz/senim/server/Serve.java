package kz.senim.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code senim serve}. */
@Command(
    name = "senim serve",
    description = {
      "Starts Senim as a web application, with a database of its own unless SENIM_DB_URL names"
          + " one.",
      "The first start prints a one-time link with which the administrator is set up."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim serve",
      "  senim serve --demo                        (invented organisations and people to try with)",
      "  senim serve --port 9000 --data /srv/senim"
    })
public final class Serve implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port to listen on; 8080 unless told otherwise, 0 for any free one.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where database and evidence are kept; SENIM_DATA or ~/.local/share/senim.")
  private @Nullable Path data;

  @Option(names = "--demo", description = "Fill an empty database with invented organisations.")
  private boolean demo;

  /** For the launcher, which records what a start loads. */
  @Option(names = "--warm-up", hidden = true)
  private boolean warmUp;

  private Serve() {}

  public static void main(String[] args) {
    int code = new CommandLine(new Serve()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("senim.demo", demo);
    if (data != null) {
      settings.put("senim.data", data.toAbsolutePath().toString());
    }
    SpringApplication application = new SpringApplication(ServerApplication.class);
    // The command line is stronger than the environment.
    application.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", settings)));
    ConfigurableApplicationContext running = application.run();
    if (warmUp) {
      try (running;
          HttpClient client = HttpClient.newHttpClient()) {
        String port = running.getEnvironment().getRequiredProperty("local.server.port");
        URI page = URI.create("http://localhost:" + port + "/sign-in");
        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
    return 0;
  }
}
