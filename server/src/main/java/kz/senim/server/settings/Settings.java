package kz.senim.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What was set, by the command line, the environment and the file: the earlier one is stronger. All
 * that is wrong is found at once.
 */
public final class Settings {

  /** The variable that names the file. */
  public static final String FILE = "SENIM_SETTINGS";

  /** Read by the launcher, the tests and other commands; not settings of the server. */
  private static final List<String> OTHERS =
      List.of(
          FILE,
          "SENIM_HEAP",
          "SENIM_LANG",
          "SENIM_CHROMIUM",
          "SENIM_CONFIG",
          "SENIM_TOKEN",
          "SENIM_BACKUP_KEY",
          "SENIM_BACKUP_KEY_FILE");

  /** What begins so is Spring Boot's and handed on as it is. */
  private static final String HANDED_ON = "(spring|server|management|logging)\\..+";

  private final Map<String, Value> values = new TreeMap<>();
  private final Map<String, String> handedOn = new LinkedHashMap<>();
  private final Set<String> environment = new TreeSet<>();
  private final List<SettingsMistake> mistakes = new ArrayList<>();

  private record Value(String text, Message where) {}

  private Settings() {}

  /**
   * Reads and checks.
   *
   * @param file the settings file; null for the one that the environment names, if it does
   * @param environment variables by name
   * @param options settings of the command line, by the setting's name
   */
  public static Settings read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> options) {
    Settings settings = new Settings();
    String named = environment.get(FILE);
    if (file != null || named != null) {
      settings.takeFile(file != null ? file : Path.of(String.valueOf(named)));
    }
    settings.takeEnvironment(environment);
    options.forEach(
        (name, text) -> settings.values.put(name, new Value(text, SettingSay.COMMAND_LINE.with())));
    settings.readSecrets();
    settings.check();
    return settings;
  }

  private void takeFile(Path file) {
    SettingsFile.read(file, mistakes)
        .forEach(
            (name, entry) -> {
              if (Setting.names().contains(name)) {
                values.put(name, new Value(entry.value(), entry.where()));
              } else if (name.matches(HANDED_ON)) {
                handedOn.put(name, entry.value());
              } else {
                mistakes.add(unknown(name, entry.where(), Setting.names()));
              }
            });
  }

  private void takeEnvironment(Map<String, String> environment) {
    this.environment.addAll(environment.keySet());
    Map<String, String> names = new TreeMap<>();
    Setting.names().forEach(name -> names.put(Setting.variable(name), name));
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              String name = names.get(variable);
              // An empty variable is as good as none: container files cannot unset one.
              if (name != null && !text.isBlank()) {
                values.put(name, new Value(text.strip(), SettingSay.VARIABLE.with(variable)));
              } else if (name == null
                  && variable.startsWith("SENIM_")
                  && !OTHERS.contains(variable)) {
                List<String> known = new ArrayList<>(names.keySet());
                known.addAll(OTHERS);
                mistakes.add(unknown(variable, SettingSay.ENVIRONMENT.with(), known));
              }
            });
  }

  private static SettingsMistake unknown(String name, Message where, List<String> known) {
    return SettingsMistake.of(
        name, where, SettingSay.UNKNOWN.with(), SettingSay.MEANT.with(Nearest.among(name, known)));
  }

  /** A secret's value may stand in a file of its own, as service managers hand secrets over. */
  private void readSecrets() {
    for (Setting setting : Setting.ALL) {
      if (!setting.hasFile()) {
        continue;
      }
      Value file = values.remove(setting.name() + "-file");
      if (file == null) {
        continue;
      }
      if (values.containsKey(setting.name())) {
        mistakes.add(
            SettingsMistake.of(
                setting.name() + "-file",
                file.where(),
                SettingSay.SET_TOO.with(setting.name()),
                SettingSay.ONE_OF_THEM.with()));
        continue;
      }
      try {
        values.put(
            setting.name(),
            new Value(Files.readString(Path.of(file.text())).strip(), file.where()));
      } catch (IOException | RuntimeException e) {
        mistakes.add(wrong(setting.name() + "-file", file, Kind.FILE.right()));
      }
    }
  }

  private static SettingsMistake wrong(String name, Value value, Message right) {
    return SettingsMistake.of(
        name, value.where(), SettingSay.WRONG.with(value.text()), SettingSay.TAKES.with(right));
  }

  private void check() {
    for (Setting setting : Setting.ALL) {
      Value value = values.get(setting.name());
      if (value != null && !setting.kind().takes().test(value.text())) {
        mistakes.add(
            wrong(
                setting.name(),
                setting.secret() ? new Value("…", value.where()) : value,
                setting.kind().right()));
      }
    }
    needs("senim.db-user", "senim.db-url");
    needs("senim.db-password", "senim.db-url");
    needs("senim.db-owner-user", "senim.db-url");
    needs("senim.db-owner-password", "senim.db-owner-user");
    needs("senim.key-pkcs11-pin", "senim.key-pkcs11");
    needs("senim.key-pkcs11-label", "senim.key-pkcs11");
    needs("senim.audit.syslog-ca", "senim.audit.syslog");
    for (String name : List.of("port", "user", "password", "security", "from")) {
      needs("senim.mail." + name, "senim.mail.host");
    }
    needs("senim.mail.password", "senim.mail.user");
    needs("senim.oidc.issuer", "senim.oidc.client-id");
    needs("senim.oidc.issuer", "senim.oidc.client-secret");
    for (String name : List.of("client-id", "client-secret", "name")) {
      needs("senim.oidc." + name, "senim.oidc.issuer");
    }
    needs("senim.otlp.sampling", "senim.otlp.endpoint");
    Connections.of(this::find, this::isHandedOn).forEach(plain -> mistakes.add(told(plain)));
    Value port = values.get("senim.port");
    Value management = values.get("senim.management.port");
    if (port != null
        && management != null
        && port.text().equals(management.text())
        && !port.text().equals("0")) {
      mistakes.add(
          SettingsMistake.of(
              "senim.management.port",
              management.where(),
              SettingSay.SAME_PORT.with(),
              SettingSay.OTHER_PORT.with(
                  Integer.parseInt("0" + port.text().replaceAll("\\D", "")) + 1000)));
    }
  }

  /** By the file, or by the environment, which Spring Boot reads itself. */
  private boolean isHandedOn(String beginning) {
    return handedOn.keySet().stream().anyMatch(name -> name.startsWith(beginning))
        || environment.stream().anyMatch(name -> name.startsWith(Setting.variable(beginning)));
  }

  private SettingsMistake told(Connections.Plain plain) {
    Value value = values.get(plain.setting());
    return new SettingsMistake(
        plain.setting(),
        value == null
            ? Message.of(plain.setting())
            : SettingSay.AT.with(plain.setting(), value.where()),
        plain.why(),
        SettingSay.OR_ALLOW.with(plain.better(), plain.host(), Connections.ALLOWED));
  }

  private void needs(String name, String other) {
    Value value = values.get(name);
    if (value != null && !values.containsKey(other)) {
      mistakes.add(
          SettingsMistake.of(
              name, value.where(), SettingSay.NO_EFFECT.with(other), SettingSay.BOTH.with(other)));
    }
  }

  /** All that is wrong; empty when nothing is. */
  public List<SettingsMistake> mistakes() {
    return List.copyOf(mistakes);
  }

  /** The value of a setting; null when it was not set. */
  public @Nullable String find(String name) {
    Value value = values.get(name);
    return value == null ? null : value.text();
  }

  /**
   * The environment of a command with what the settings file and files of secrets say, of which
   * {@code senim serve --check-settings} tells what is wrong.
   */
  public static Map<String, String> environment(Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(read(null, environment, Map.of()).environment());
    return all;
  }

  /** What is set, by the names of the environment: for what reads settings from there. */
  public Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    values.forEach((name, value) -> all.put(Setting.variable(name), value.text()));
    return all;
  }

  /** What Spring Boot is told, by property. */
  public Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>(handedOn);
    values.forEach((name, value) -> all.put(name, value.text()));
    for (Setting setting : Setting.ALL) {
      Value value = values.get(setting.name());
      if (value != null && setting.spring() != null) {
        all.put(setting.spring(), value.text());
      }
    }
    String port = find("senim.port");
    if (port != null && find("senim.management.port") == null) {
      int own = Integer.parseInt(port);
      all.put("management.server.port", own == 0 ? 0 : own > 64_000 ? own - 1000 : own + 1000);
    }
    if (!isHandedOn("management.server.ssl.")) {
      // Who watches asks plainly, also where the pages come by TLS: Spring would take theirs.
      all.put("management.server.ssl.enabled", false);
    }
    if ("true".equals(find("senim.behind-proxy"))) {
      all.put("server.forward-headers-strategy", "native");
    }
    switch (String.valueOf(find("senim.mail.security"))) {
      case "starttls" -> {
        all.put("spring.mail.properties.mail.smtp.ssl.checkserveridentity", true);
        all.put("spring.mail.properties.mail.smtp.starttls.enable", true);
        all.put("spring.mail.properties.mail.smtp.starttls.required", true);
      }
      case "tls" -> {
        all.put("spring.mail.properties.mail.smtp.ssl.checkserveridentity", true);
        all.put("spring.mail.properties.mail.smtp.ssl.enable", true);
      }
      default -> {}
    }
    if ("ecs".equals(find("senim.log.format"))) {
      all.put("logging.structured.format.console", "ecs");
    }
    String endpoint = find("senim.otlp.endpoint");
    if (endpoint != null) {
      String base = endpoint.replaceAll("/+$", "");
      all.put("management.opentelemetry.enabled", true);
      all.put("management.tracing.export.enabled", true);
      all.put("management.opentelemetry.tracing.export.otlp.endpoint", base + "/v1/traces");
      all.put("management.otlp.metrics.export.enabled", true);
      all.put("management.otlp.metrics.export.url", base + "/v1/metrics");
    }
    return all;
  }

  /** Each setting with its value and where that comes from, one a line; secrets are not shown. */
  public String describe(Lang lang) {
    StringBuilder out = new StringBuilder();
    for (Setting setting : Setting.ALL) {
      Value value = values.get(setting.name());
      String text =
          value == null
              ? setting.usual()
              : setting.secret() ? SettingSay.SET.with().in(lang) : value.text();
      if (!text.isEmpty()) {
        out.append(
            String.format(
                "%-26s %-40s %s%n",
                setting.name(),
                text,
                (value == null ? SettingSay.AS_USUAL.with() : value.where()).in(lang)));
      }
    }
    handedOn.forEach(
        (name, _) ->
            out.append(name)
                .append("   ")
                .append(SettingSay.HANDED_ON.with().in(lang))
                .append('\n'));
    return out.toString();
  }
}
