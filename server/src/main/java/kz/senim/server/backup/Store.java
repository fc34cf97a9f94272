package kz.senim.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import kz.senim.server.CommandDatabase;
import kz.senim.server.settings.Settings;
import kz.senim.server.walls.DatabaseRoles;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * The data folder and the database of a server, running or not: as the settings name them. Whoever
 * connects is the owner of the tables, who sees every row.
 */
record Store(Path data, Map<String, String> environment, CommandDatabase database)
    implements AutoCloseable {

  /**
   * Opens it.
   *
   * @param fresh whether a database of our own may be made where there is none
   */
  static Store open(Settings settings, boolean fresh) throws IOException, BackupProblem {
    Path data = data(settings);
    Map<String, String> environment = settings.environment();
    if (!fresh && !CommandDatabase.isThere(data, environment)) {
      throw new BackupProblem(BackupSay.NO_DATABASE.with(data));
    }
    return new Store(data, environment, CommandDatabase.open(data, environment, fresh));
  }

  static Path data(Settings settings) {
    return CommandDatabase.data(null, settings.environment());
  }

  DataSource source() {
    return database.source();
  }

  /** The role that the application works with. */
  String appRole() throws BackupProblem {
    try {
      return database.roles(environment).app().user();
    } catch (DatabaseRoles.Unfit e) {
      throw new BackupProblem(e.reason(), e);
    } catch (CannotGetJdbcConnectionException e) {
      throw new BackupProblem(BackupSay.SILENT.with(String.valueOf(e.getMessage())), e);
    }
  }

  Connection connect() throws SQLException, BackupProblem {
    try {
      return source().getConnection();
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("08")) {
        throw new BackupProblem(BackupSay.SILENT.with(String.valueOf(e.getMessage())), e);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
