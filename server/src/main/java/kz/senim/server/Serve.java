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
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;
import kz.senim.server.settings.Settings;
import kz.senim.server.settings.SettingsMistake;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
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
    mixinStandardHelpOptions = true,
    footer = {
      "  senim serve",
      "  senim serve --demo",
      "  senim serve --port 9000 --data /srv/senim",
      "  senim serve --settings /etc/senim/senim.yaml --check-settings"
    })
public final class Serve implements Callable<Integer> {

  /** The exit code of a start that is refused, for a reason that was told. */
  static final int REFUSED = 2;

  /** The exit code of a start that a later try may mend: the database does not answer. */
  private static final int NOT_YET = 3;

  @Option(names = "--port")
  private @Nullable String port;

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--demo")
  private boolean demo;

  @Option(names = "--settings", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--check-settings")
  private boolean check;

  /** For the launcher, which records what a start loads. */
  @Option(names = "--warm-up", hidden = true)
  private boolean warmUp;

  private Serve() {}

  public static void main(String[] args) {
    Commands.utf8();
    CommandLine line = new CommandLine(new Serve());
    Commands.speak(line, Serve.class);
    int code = line.execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Lang lang = Languages.usual();
    Settings settings = Settings.read(file, System.getenv(), options());
    if (!settings.mistakes().isEmpty()) {
      System.err.println("senim: " + StartSay.MISTAKES.with(settings.mistakes().size()).in(lang));
      for (SettingsMistake mistake : settings.mistakes()) {
        System.err.println("  " + mistake.in(lang));
      }
      System.err.println(StartSay.ALL_SETTINGS.with().in(lang));
      return REFUSED;
    }
    if (check) {
      System.out.print(settings.describe(lang));
      System.out.println(StartSay.SETTINGS_ARE_RIGHT.with().in(lang));
      return 0;
    }
    SpringApplication application = new SpringApplication(ServerApplication.class);
    application.addListeners(new Told(settings));
    ConfigurableApplicationContext running;
    try {
      running = application.run();
    } catch (RuntimeException e) {
      Message reason = Refused.reason(e);
      if (reason == null) {
        throw e;
      }
      System.err.println("senim: " + reason.in(lang));
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
