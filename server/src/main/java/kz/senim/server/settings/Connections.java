package kz.senim.server.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * Connections with other machines that TLS with a checked certificate does not protect. They are
 * made only where the operator has said that the network between is theirs alone.
 */
final class Connections {

  /** The setting that names what may be reached, and be listened on, without TLS. */
  static final String ALLOWED = "senim.plain-connections";

  private static final String LOOPBACK =
      "localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1";

  private Connections() {}

  /**
   * Such a connection.
   *
   * @param setting that asks for it
   * @param host the other machine, or the own address
   * @param why what is wrong with it
   * @param better how it would be protected
   */
  record Plain(String setting, String host, Message why, Message better) {

    static Plain of(String setting, String host, SettingSay why, SettingSay better) {
      return new Plain(setting, host, new Message(why, List.of(host)), better.with());
    }
  }

  /**
   * All that are set and not allowed.
   *
   * @param set the value of a setting; null where there is none
   * @param handedOn whether properties of Spring Boot that begin so are set
   */
  static List<Plain> of(Function<String, @Nullable String> set, Predicate<String> handedOn) {
    List<Plain> all = new ArrayList<>();
    database(set.apply("senim.db-url"), all);
    String mail = set.apply("senim.mail.host");
    String security = set.apply("senim.mail.security");
    if (mail != null && (security == null || security.equals("none"))) {
      all.add(Plain.of("senim.mail.host", mail, SettingSay.MAIL_PLAIN, SettingSay.MAIL_TLS));
    }
    String traces = set.apply("senim.otlp.endpoint");
    if (traces != null && traces.startsWith("http:")) {
      all.add(
          Plain.of(
              "senim.otlp.endpoint",
              String.valueOf(URI.create(traces).getHost()),
              SettingSay.TRACES_PLAIN,
              SettingSay.WITH_HTTPS));
    }
    String issuer = set.apply("senim.oidc.issuer");
    if (issuer != null && issuer.startsWith("http:")) {
      all.add(
          Plain.of(
              "senim.oidc.issuer",
              String.valueOf(URI.create(issuer).getHost()),
              SettingSay.ISSUER_PLAIN,
              SettingSay.WITH_HTTPS));
    }
    String scanner = set.apply("senim.clamav");
    if (scanner != null && !scanner.startsWith("/")) {
      all.add(
          Plain.of(
              "senim.clamav",
              scanner.replaceFirst(":\\d*$", ""),
              SettingSay.SCANNER_PLAIN,
              SettingSay.SCANNER_SOCKET));
    }
    listens(set, "senim.address", handedOn.test("server.ssl."), all);
    listens(set, "senim.management.address", handedOn.test("management.server.ssl."), all);
    String named = set.apply(ALLOWED);
    List<String> allowed =
        named == null
            ? List.of()
            : Stream.of(named.split(",", -1)).map(Connections::plain).toList();
    return all.stream()
        .filter(one -> !plain(one.host()).matches(LOOPBACK))
        .filter(one -> !allowed.contains(plain(one.host())))
        .toList();
  }

  private static void database(@Nullable String url, List<Plain> all) {
    Properties read = url == null ? null : Driver.parseURL(url, new Properties());
    if (read == null || isChecked(read)) {
      return; // one that cannot be read is a mistake by itself
    }
    for (String host : String.valueOf(PGProperty.PG_HOST.getOrDefault(read)).split(",", -1)) {
      all.add(Plain.of("senim.db-url", host, SettingSay.DATABASE_PLAIN, SettingSay.DATABASE_TLS));
    }
  }

  private static boolean isChecked(Properties url) {
    try {
      return SslMode.of(url) == SslMode.VERIFY_FULL
          && !String.valueOf(PGProperty.SSL_FACTORY.getOrDefault(url)).contains("NonValidating");
    } catch (PSQLException e) {
      return false;
    }
  }

  private static void listens(
      Function<String, @Nullable String> set, String setting, boolean tls, List<Plain> all) {
    String address = set.apply(setting);
    if (address != null && !tls) {
      all.add(Plain.of(setting, address, SettingSay.LISTENS_PLAIN, SettingSay.PROXY));
    }
  }

  private static String plain(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }
}
