package kz.senim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.senim.core.text.Lang;
import kz.senim.server.CommandDatabase;
import kz.senim.server.operations.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> mistakes(Settings settings) {
    return settings.mistakes().stream().map(SettingsMistake::toString).toList();
  }

  @Test
  void the_command_line_is_stronger_than_the_environment_and_that_than_the_file() throws Exception {
    Path file =
        file("a.yaml", "senim:\n  port: 1001\n  base-url: https://a.kz\n  db-connections: 9\n");
    Settings settings =
        Settings.read(
            file,
            Map.of("SENIM_PORT", "1002", "SENIM_BASE_URL", "https://b.kz"),
            Map.of("senim.port", "1003"));
    assertThat(settings.mistakes()).isEmpty();
    assertThat(settings.properties())
        .containsEntry("server.port", "1003")
        .containsEntry("management.server.port", 2003)
        .containsEntry("senim.base-url", "https://b.kz")
        .containsEntry("senim.db-connections", "9");
  }

  @Test
  void the_file_may_be_properties_and_be_named_in_the_environment() throws Exception {
    Path file =
        file("a.properties", "senim.mail.host=mail.example.kz\nserver.tomcat.threads.max=9\n");
    Settings settings = Settings.read(null, Map.of("SENIM_SETTINGS", "" + file), Map.of());
    assertThat(settings.properties())
        .containsEntry("spring.mail.host", "mail.example.kz")
        .containsEntry("server.tomcat.threads.max", "9");
  }

  @Test
  void the_pages_certificate_is_not_taken_for_health_and_measures_unless_that_has_one_too() {
    String own = "management.server.ssl.enabled";
    Map<String, String> pages = Map.of("SERVER_SSL_CERTIFICATE", "/etc/senim/a.pem");
    assertThat(Settings.read(null, pages, Map.of()).properties()).containsEntry(own, false);
    Map<String, String> both = Map.of("MANAGEMENT_SERVER_SSL_CERTIFICATE", "/etc/senim/a.pem");
    assertThat(Settings.read(null, both, Map.of()).properties()).doesNotContainKey(own);
  }

  @Test
  void all_mistakes_are_told_at_once_each_with_its_place_and_what_would_be_right()
      throws Exception {
    Path file =
        file(
            "a.yaml",
            """
            senim:
              prot: 8080
              mail:
                security: ssl
              shutdown.wait: soon
            sernim.data: /srv
            """);
    Settings settings =
        Settings.read(
            file,
            Map.of(
                "SENIM_DB_URI", "jdbc:postgresql://db/senim",
                "SENIM_PORT", "80a",
                "SENIM_DB_PASSWORD", "hidden",
                "SENIM_DATA_MIN_FREE", "lots",
                "SENIM_BASE_URL", "senim.example.kz"),
            Map.of());
    assertThat(mistakes(settings))
        .containsExactlyInAnyOrder(
            "senim.prot (a.yaml, line 2): there is no such setting; did you mean senim.port?",
            "sernim.data (a.yaml, line 6): there is no such setting; did you mean senim.data?",
            "SENIM_DB_URI (the environment): there is no such setting; did you mean SENIM_DB_URL?",
            "senim.port (SENIM_PORT in the environment): “80a” is not right; it takes a port, such as"
                + " 8080; from 0 to 65535",
            "senim.data-min-free (SENIM_DATA_MIN_FREE in the environment): “lots” is not right; it"
                + " takes a size such as 512MB or 2GB",
            "senim.base-url (SENIM_BASE_URL in the environment): “senim.example.kz” is not right; it"
                + " takes an address without a path, such as https://senim.example.kz",
            "senim.mail.security (a.yaml, line 4): “ssl” is not right; it takes one of none,"
                + " starttls, tls",
            "senim.shutdown.wait (a.yaml, line 5): “soon” is not right; it takes a time such as 30s"
                + " or 5m",
            "senim.db-password (SENIM_DB_PASSWORD in the environment): it has no effect without"
                + " senim.db-url; set senim.db-url too, or neither",
            "senim.mail.security (a.yaml, line 4): it has no effect without senim.mail.host; set"
                + " senim.mail.host too, or neither");
  }

  @Test
  void connections_with_other_machines_are_protected_or_allowed_by_name() {
    Map<String, String> plain =
        Map.of(
            "SENIM_DB_URL", "jdbc:postgresql://db1:5433,127.0.0.1,db2/senim?sslmode=require",
            "SENIM_MAIL_HOST", "mail.example.kz",
            "SENIM_OTLP_ENDPOINT", "http://10.0.0.9:4318",
            "SENIM_OIDC_ISSUER", "http://id.example.kz/realm",
            "SENIM_OIDC_CLIENT_ID", "senim",
            "SENIM_OIDC_CLIENT_SECRET", "x",
            "SENIM_CLAMAV", "[fd00::5]:3310",
            "SENIM_ADDRESS", "0.0.0.0",
            "SENIM_MANAGEMENT_ADDRESS", "10.0.0.1");
    String env = " in the environment): ";
    String own = " in senim.plain-connections, where the network between is yours alone";
    String proxy = "let a proxy with TLS on this machine stand before 127.0.0.1; or name ";
    String database = "no TLS with a checked certificate is asked of ";
    String full = "; add sslmode=verify-full to the address; or name ";
    assertThat(mistakes(Settings.read(null, plain, Map.of())))
        .containsExactlyInAnyOrder(
            "senim.db-url (SENIM_DB_URL" + env + database + "db1" + full + "db1" + own,
            "senim.db-url (SENIM_DB_URL" + env + database + "db2" + full + "db2" + own,
            "senim.mail.host (SENIM_MAIL_HOST"
                + env
                + "mail goes in clear to mail.example.kz; set senim.mail.security to starttls or"
                + " tls; or name mail.example.kz"
                + own,
            "senim.otlp.endpoint (SENIM_OTLP_ENDPOINT"
                + env
                + "traces go in clear to 10.0.0.9; begin it with https://; or name 10.0.0.9"
                + own,
            "senim.oidc.issuer (SENIM_OIDC_ISSUER"
                + env
                + "people are signed in without TLS by id.example.kz; begin it with https://; or"
                + " name id.example.kz"
                + own,
            "senim.clamav (SENIM_CLAMAV"
                + env
                + "clamd knows no TLS, so files go in clear to [fd00::5]; let it run on this"
                + " machine, by the path of its socket; or name [fd00::5]"
                + own,
            "senim.address (SENIM_ADDRESS"
                + env
                + "other machines come in clear to 0.0.0.0; "
                + proxy
                + "0.0.0.0"
                + own,
            "senim.management.address (SENIM_MANAGEMENT_ADDRESS"
                + env
                + "other machines come in clear to 10.0.0.1; "
                + proxy
                + "10.0.0.1"
                + own);
    Map<String, String> allowed = new TreeMap<>(plain);
    allowed.put(
        "SENIM_PLAIN_CONNECTIONS",
        "DB1, db2,mail.example.kz,10.0.0.9,id.example.kz,fd00::5,0.0.0.0,10.0.0.1");
    assertThat(mistakes(Settings.read(null, allowed, Map.of()))).isEmpty();
  }

  @Test
  void protected_connections_and_those_with_this_machine_need_no_leave() {
    assertThat(
            mistakes(
                Settings.read(
                    null,
                    Map.of(
                        "SENIM_DB_URL", "jdbc:postgresql://db/senim?a=b&sslmode=verify-full",
                        "SENIM_MAIL_HOST", "mail.example.kz",
                        "SENIM_MAIL_SECURITY", "starttls",
                        "SENIM_OTLP_ENDPOINT", "https://traces.example.kz",
                        "SENIM_CLAMAV", "/run/clamav/clamd.ctl",
                        "SENIM_ADDRESS", "0.0.0.0",
                        "SERVER_SSL_CERTIFICATE", "/etc/senim/certificate.pem"),
                    Map.of())))
        .isEmpty();
    for (String url :
        List.of(
            "jdbc:postgresql:senim",
            "jdbc:postgresql://localhost:5432/senim",
            "jdbc:postgresql://[::1]/senim",
            "jdbc:postgresql://db/senim?ssl=true")) {
      assertThat(mistakes(Settings.read(null, Map.of("SENIM_DB_URL", url), Map.of())))
          .as(url)
          .isEmpty();
    }
    for (String url :
        List.of(
            "jdbc:postgresql://db/senim?sslmode=verify-ca",
            "jdbc:postgresql://db/senim?sslmode=prefer&x=verify-full",
            "jdbc:postgresql://db/senim?ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory",
            "jdbc:postgresql://localhost.example.kz/senim")) {
      assertThat(mistakes(Settings.read(null, Map.of("SENIM_DB_URL", url), Map.of())))
          .as(url)
          .hasSize(1);
    }
    assertThat(
            Settings.read(
                    null,
                    Map.of("SENIM_MAIL_HOST", "mail.example.kz", "SENIM_MAIL_SECURITY", "tls"),
                    Map.of())
                .properties())
        .containsEntry("spring.mail.properties.mail.smtp.ssl.checkserveridentity", true);
  }

  @Test
  void commands_reach_no_database_elsewhere_in_clear_either() {
    assertThatThrownBy(
            () ->
                CommandDatabase.open(
                    folder, Map.of("SENIM_DB_URL", "jdbc:postgresql://db.example.kz/senim")))
        .hasMessageContaining("add sslmode=verify-full to the address");
  }

  @Test
  void a_file_that_is_no_yaml_or_not_there_is_told() throws Exception {
    assertThat(mistakes(Settings.read(file("a.yaml", "senim: [1\nb: }"), Map.of(), Map.of())))
        .singleElement()
        .asString()
        .contains("it is not YAML");
    assertThat(mistakes(Settings.read(folder.resolve("none.yaml"), Map.of(), Map.of())))
        .singleElement()
        .asString()
        .contains("it is not there");
  }

  @Test
  void a_secret_comes_from_a_file_and_is_never_shown() throws Exception {
    Path secret = file("password", "s3cret\n");
    Settings settings =
        Settings.read(
            null,
            Map.of(
                "SENIM_DB_URL",
                "jdbc:postgresql://db/senim?sslmode=verify-full",
                "SENIM_DB_PASSWORD_FILE",
                "" + secret),
            Map.of());
    assertThat(settings.mistakes()).isEmpty();
    assertThat(settings.properties()).containsEntry("senim.db-password", "s3cret");
    assertThat(settings.describe(Lang.EN)).contains("senim.db-password").doesNotContain("s3cret");
  }

  @Test
  void a_start_with_mistakes_ends_with_2_and_without_a_stack_trace() throws Exception {
    ServerProcess.Ended ended =
        ServerProcess.run(
            "kz.senim.server.Serve",
            Map.of("SENIM_PROT", "1", "SENIM_PORT", "-1"),
            "--check-settings");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output())
        .contains("mistakes in the settings: 2", "did you mean SENIM_PORT?", "docs/operations.md")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void the_manual_names_every_setting_with_its_usual_value_and_no_other() throws Exception {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../docs/operations.md"))) {
      var matcher =
          Pattern.compile("^\\| `(senim\\.[a-z0-9.-]+)` \\| (?:`([^`]*)`)? *\\|.*").matcher(line);
      if (matcher.matches()) {
        rows.add(matcher.group(1) + "=" + (matcher.group(2) == null ? "" : matcher.group(2)));
      }
    }
    assertThat(rows)
        .containsExactlyElementsOf(
            Setting.ALL.stream().map(some -> some.name() + "=" + some.usual()).toList());
  }

  @Test
  void what_the_code_reads_is_a_setting() throws Exception {
    TreeSet<String> read = new TreeSet<>();
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var found : scanner.findCandidateComponents("kz.senim.server")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      components(type, type.getAnnotation(ConfigurationProperties.class).value(), read);
    }
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile("\\$\\{(senim\\.[a-z0-9.-]+)")
            .matcher(Files.readString(source))
            .results()
            .forEach(match -> read.add(match.group(1)));
      }
    }
    assertThat(read).isNotEmpty();
    assertThat(Setting.ALL.stream().map(Setting::name).toList()).containsAll(read);
  }

  private static void components(Class<?> type, String prefix, TreeSet<String> read) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name =
          prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (component.getType().isRecord()) {
        components(component.getType(), name, read);
      } else {
        read.add(name);
      }
    }
  }
}
