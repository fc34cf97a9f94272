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
import kz.senim.server.settings.Settings;
import kz.senim.server.settings.SettingsMistake;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
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
      "  senim serve --port 9000 --data /srv/senim",
      "  senim serve --settings /etc/senim/senim.yaml --check-settings"
    })
public final class Serve implements Callable<Integer> {

  /** The exit code of a start that is refused, for a reason that was told. */
  static final int REFUSED = 2;

  /** The exit code of a start that a later try may mend: the database does not answer. */
  private static final int NOT_YET = 3;

  @Option(
      names = "--port",
      description = "The port to listen on; 8080 unless told otherwise, 0 for any free one.")
  private @Nullable String port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where database and evidence are kept; SENIM_DATA or ~/.local/share/senim.")
  private @Nullable Path data;

  @Option(names = "--demo", description = "Fill an empty database with invented organisations.")
  private boolean demo;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "A file of settings, YAML or properties; what SENIM_SETTINGS names.")
  private @Nullable Path file;

  @Option(
      names = "--check-settings",
      description = "Say what is set and what is wrong with it, and do not start.")
  private boolean check;

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
    Settings settings = Settings.read(file, System.getenv(), options());
    if (!settings.mistakes().isEmpty()) {
      System.err.println(
          settings.mistakes().size() == 1
              ? "senim: a mistake in the settings"
              : "senim: " + settings.mistakes().size() + " mistakes in the settings");
      for (SettingsMistake mistake : settings.mistakes()) {
        System.err.println("  " + mistake);
      }
      System.err.println("All settings: docs/operations.md");
      return REFUSED;
    }
    if (check) {
      System.out.print(settings.describe());
      System.out.println("The settings are right.");
      return 0;
    }
    SpringApplication application = new SpringApplication(ServerApplication.class);
    application.addListeners(new Told(settings));
    ConfigurableApplicationContext running;
    try {
      running = application.run();
    } catch (RuntimeException e) {
      String reason = Refused.reason(e);
      if (reason == null) {
        throw e;
      }
      System.err.println("senim: " + reason);
      return Refused.passes(e) ? NOT_YET : REFUSED;
    }
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

  /** Hands the settings over before anything, logging among it, is set up by them. */
  private record Told(Settings settings)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      event
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("senim", settings.properties()));
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    if (port != null) {
      options.put("senim.port", port);
    }
    if (demo) {
      options.put("senim.demo", "true");
    }
    if (data != null) {
      options.put("senim.data", data.toAbsolutePath().toString());
    }
    return options;
  }
}
