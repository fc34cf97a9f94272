package kz.senim.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.senim.server.settings.Settings;
import kz.senim.server.settings.SettingsMistake;
import kz.senim.server.walls.DatabaseLogin;
import kz.senim.server.walls.DatabaseRoles;
import kz.senim.server.walls.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database for a command: the one that {@code SENIM_DB_URL} names, else the one in the data
 * folder, which is started when no server has started it.
 */
public final class CommandDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 24;

  /** Milliseconds. */
  private static final int PATIENCE = 2000;

  private final DriverManagerDataSource source;
  private final @Nullable EmbeddedDatabase started;

  private CommandDatabase(DriverManagerDataSource source, @Nullable EmbeddedDatabase started) {
    this.source = source;
    this.started = started;
  }

  /** Leaves the terminal to what a command says: of the log only warnings. */
  public static void quietLog() {
    LoggingSystem.get(CommandDatabase.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
  }

  /** The data folder: the option's, else {@code SENIM_DATA}, else the user's. */
  public static Path data(@Nullable Path option, Map<String, String> environment) {
    if (option != null) {
      return option.toAbsolutePath();
    }
    String named = environment.getOrDefault("SENIM_DATA", "");
    return named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local/share/senim")
        : Path.of(named).toAbsolutePath();
  }

  /** Whether one is named, or lies in the data folder. */
  public static boolean isThere(Path data, Map<String, String> environment) {
    return !environment.getOrDefault("SENIM_DB_URL", "").isBlank()
        || Files.exists(data.resolve("postgres/PG_VERSION"));
  }

  /**
   * Connects.
   *
   * @throws Refused when there is no database, with what would be right
   */
  public static CommandDatabase open(Path data, Map<String, String> environment)
      throws IOException {
    return open(data, environment, false);
  }

  /**
   * As above.
   *
   * @param fresh whether one of our own is made where there is none
   */
  public static CommandDatabase open(Path data, Map<String, String> environment, boolean fresh)
      throws IOException {
    String url = environment.getOrDefault("SENIM_DB_URL", "");
    if (!url.isBlank()) {
      for (SettingsMistake mistake : Settings.read(null, environment, Map.of()).mistakes()) {
        if ("senim.db-url".equals(mistake.setting())) {
          throw new Refused(mistake.message());
        }
      }
      String owner = environment.getOrDefault("SENIM_DB_OWNER_USER", "");
      String of = owner.isBlank() ? "SENIM_DB_" : "SENIM_DB_OWNER_";
      return new CommandDatabase(
          new DriverManagerDataSource(
              url,
              environment.getOrDefault(of + "USER", ""),
              environment.getOrDefault(of + "PASSWORD", "")),
          null);
    }
    Path folder = data.resolve("postgres");
    if (!fresh && !isThere(data, environment)) {
      throw new Refused(StartSay.NO_DATABASE.with(data));
    }
    Path file = data.resolve(EmbeddedDatabase.PASSWORD_FILE);
    String password = Files.exists(file) ? Files.readString(file).strip() : "";
    Integer port = port(folder);
    if (port != null) {
      return new CommandDatabase(source(port, password), null);
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(data, CONNECTIONS);
    DatabaseLogin owner = started.owner();
    return new CommandDatabase(
        new DriverManagerDataSource(owner.url(), owner.user(), owner.password()), started);
  }

  /**
   * The owner and the application's role, which is made where there is none.
   *
   * @throws DatabaseRoles.Unfit when they cannot be worked with
   */
  public DatabaseRoles roles(Map<String, String> environment) {
    DatabaseLogin owner =
        new DatabaseLogin(
            String.valueOf(source.getUrl()),
            String.valueOf(source.getUsername()),
            String.valueOf(source.getPassword()));
    if (environment.getOrDefault("SENIM_DB_URL", "").isBlank()) {
      return DatabaseRoles.embedded(owner);
    }
    return environment.getOrDefault("SENIM_DB_OWNER_USER", "").isBlank()
        ? DatabaseRoles.external(owner, null)
        : DatabaseRoles.external(
            new DatabaseLogin(
                owner.url(),
                environment.getOrDefault("SENIM_DB_USER", ""),
                environment.getOrDefault("SENIM_DB_PASSWORD", "")),
            owner);
  }

  /** Of the server that runs on the folder; null when none does. */
  private static @Nullable Integer port(Path folder) throws IOException {
    Path file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return null;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() <= 3) {
      return null;
    }
    int port = Integer.parseInt(lines.get(3).strip());
    return answers(port) ? Integer.valueOf(port) : null;
  }

  /** Its process does not tell: systemd hides those of one service from another. */
  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static DriverManagerDataSource source(int port, String password) {
    return new DriverManagerDataSource(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
  }

  public JdbcClient client() {
    return JdbcClient.create(source);
  }

  /** Connections of the owner of the tables. */
  public DriverManagerDataSource source() {
    return source;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
