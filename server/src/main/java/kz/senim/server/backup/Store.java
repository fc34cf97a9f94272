package kz.senim.server.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kz.senim.server.OwnPostgres;
import kz.senim.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The data folder and the database of a server, running or not: as the settings name them.
 *
 * @param url the JDBC address
 * @param started the database that was started for this; null when it runs anyway
 */
record Store(
    Path data,
    String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable EmbeddedPostgres started)
    implements AutoCloseable {

  private static final int CONNECTIONS = 20;

  /**
   * Opens it.
   *
   * @param fresh whether a database of our own may be made where there is none
   */
  static Store open(Settings settings, boolean fresh) throws IOException, BackupProblem {
    Path data = data(settings);
    String url = settings.find("senim.db-url");
    if (url != null) {
      return new Store(
          data, url, settings.find("senim.db-user"), settings.find("senim.db-password"), null);
    }
    Optional<String> running = OwnPostgres.running(data);
    if (running.isPresent()) {
      return new Store(data, running.get(), null, null, null);
    }
    if (!fresh && !OwnPostgres.isIn(data)) {
      throw new BackupProblem(
          "there is no database in " + data + "; name the data folder with --data or senim.data");
    }
    EmbeddedPostgres own = OwnPostgres.start(data, CONNECTIONS);
    return new Store(data, own.getJdbcUrl("postgres", "postgres"), null, null, own);
  }

  static Path data(Settings settings) {
    String data = settings.find("senim.data");
    return data != null
        ? Path.of(data)
        : Path.of(System.getProperty("user.home"), ".local/share/senim");
  }

  Connection connect() throws SQLException, BackupProblem {
    Properties properties = new Properties();
    Map<String, @Nullable String> known = new HashMap<>();
    known.put("user", user);
    known.put("password", password);
    known.forEach(
        (name, value) -> {
          if (value != null) {
            properties.setProperty(name, value);
          }
        });
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("08")) {
        throw new BackupProblem("the database does not answer: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.close();
    }
  }
}
