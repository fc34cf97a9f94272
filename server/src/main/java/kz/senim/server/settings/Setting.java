package kz.senim.server.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A setting. All there are stand in {@link #ALL}; the table in {@code docs/operations.md} is tested
 * against it.
 *
 * @param name such as {@code senim.db-url}; in the environment {@code SENIM_DB_URL}
 * @param usual what it is unless set, for people; empty for nothing
 * @param spring the property of Spring Boot that it becomes too; null for none
 * @param secret whether its value is never shown, and may stand in a file that {@code …-file} names
 */
public record Setting(
    String name, Kind kind, String usual, @Nullable String spring, boolean secret) {

  /** Every setting, in the order of the manual. */
  public static final List<Setting> ALL =
      List.of(
          of("senim.data", Kind.FOLDER, "~/.local/share/senim"),
          of("senim.data-min-free", Kind.SIZE, "256MB"),
          as("senim.port", Kind.PORT, "8080", "server.port"),
          as("senim.address", Kind.HOST, "127.0.0.1", "server.address"),
          of("senim.base-url", Kind.SITE, "http://localhost:8080"),
          of("senim.behind-proxy", Kind.FLAG, "false"),
          of("senim.plain-connections", Kind.HOSTS, ""),
          of("senim.demo", Kind.FLAG, "false"),
          of("senim.db-url", Kind.DATABASE, ""),
          of("senim.db-user", Kind.TEXT, ""),
          secret("senim.db-password", null),
          of("senim.db-owner-user", Kind.TEXT, ""),
          secret("senim.db-owner-password", null),
          of("senim.db-connections", Kind.number(4, 500, SettingSay.CONNECTIONS), "16"),
          secret("senim.key", null),
          of("senim.key-file", Kind.FILE, ""),
          of("senim.key-pkcs11", Kind.FILE, ""),
          secret("senim.key-pkcs11-pin", null),
          of("senim.key-pkcs11-label", Kind.TEXT, "senim"),
          of("senim.breached-passwords", Kind.FILE, ""),
          of("senim.clamav", Kind.TEXT, ""),
          of("senim.audit.syslog", Kind.HOST_PORT, ""),
          of("senim.audit.syslog-ca", Kind.FILE, ""),
          as("senim.mail.host", Kind.HOST, "", "spring.mail.host"),
          as("senim.mail.port", Kind.PORT, "25", "spring.mail.port"),
          as("senim.mail.user", Kind.TEXT, "", "spring.mail.username"),
          secret("senim.mail.password", "spring.mail.password"),
          of("senim.mail.security", Kind.choice("none", "starttls", "tls"), "none"),
          of("senim.mail.from", Kind.MAIL, "senim@localhost"),
          of("senim.oidc.issuer", Kind.WEB, ""),
          of("senim.oidc.client-id", Kind.TEXT, ""),
          secret("senim.oidc.client-secret", null),
          of("senim.oidc.name", Kind.TEXT, ""),
          of("senim.feeds.secret-addresses", Kind.FLAG, "false"),
          of("senim.hooks.allow", Kind.TEXT, ""),
          of("senim.hooks.hosts", Kind.PATTERNS, ""),
          of("senim.hooks.patience", Kind.TIME, "15s"),
          of(
              "senim.api.requests-per-minute",
              Kind.number(1, 1_000_000, SettingSay.REQUESTS),
              "600"),
          of("senim.api.failures-per-minute", Kind.number(1, 1_000_000, SettingSay.REQUESTS), "60"),
          as("senim.management.address", Kind.HOST, "127.0.0.1", "management.server.address"),
          as("senim.management.port", Kind.PORT, "9080", "management.server.port"),
          of("senim.log.format", Kind.choice("text", "ecs"), "text"),
          as(
              "senim.log.level",
              Kind.choice("error", "warn", "info", "debug"),
              "info",
              "logging.level.kz.senim"),
          of("senim.otlp.endpoint", Kind.WEB, ""),
          as("senim.otlp.sampling", Kind.SHARE, "0.1", "management.tracing.sampling.probability"),
          of("senim.jobs.at-once", Kind.number(1, 64, SettingSay.JOBS), "2"),
          of("senim.jobs.take-over", Kind.TIME, "60s"),
          of("senim.shutdown.delay", Kind.TIME, "0s"),
          as(
              "senim.shutdown.wait",
              Kind.TIME,
              "10s",
              "spring.lifecycle.timeout-per-shutdown-phase"));

  private static Setting of(String name, Kind kind, String usual) {
    return new Setting(name, kind, usual, null, false);
  }

  private static Setting as(String name, Kind kind, String usual, String spring) {
    return new Setting(name, kind, usual, spring, false);
  }

  private static Setting secret(String name, @Nullable String spring) {
    return new Setting(name, Kind.TEXT, "", spring, true);
  }

  /** Whether {@code …-file} names the file of its value, and is no setting of its own. */
  boolean hasFile() {
    return secret && !BY_NAME.containsKey(name + "-file");
  }

  /** The name in the environment. */
  public String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Names that can be written, of which {@code …-file} of a secret is one. */
  static List<String> names() {
    return ALL.stream()
        .flatMap(
            some ->
                some.hasFile()
                    ? List.of(some.name(), some.name() + "-file").stream()
                    : List.of(some.name()).stream())
        .toList();
  }

  /** The setting of a name; one that ends in {@code -file} may be that of a secret. */
  static Optional<Setting> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static final java.util.Map<String, Setting> BY_NAME =
      ALL.stream().collect(Collectors.toMap(Setting::name, Function.identity()));
}
