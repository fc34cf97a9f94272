package kz.senim.server.backup;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import kz.senim.server.Refused;
import kz.senim.server.settings.Settings;
import kz.senim.server.settings.SettingsMistake;
import kz.senim.server.walls.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Which server it is about: named as for {@code senim serve}. */
final class ServerOptions {

  /** The exit code of what is refused, for a reason that was told. */
  private static final int REFUSED = 2;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; SENIM_DATA or ~/.local/share/senim.")
  private @Nullable Path data;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The settings file of the server; what SENIM_SETTINGS names.")
  private @Nullable Path file;

  /** What may fail. */
  @FunctionalInterface
  interface Work {
    int run() throws Exception;
  }

  /** Does it, and tells in a line what an operator can mend. */
  static int telling(Work work) throws Exception {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
    try {
      return work.run();
    } catch (BackupProblem e) {
      return refused(e.getMessage());
    } catch (EmbeddedDatabase.NotOurs e) {
      return refused(e.getMessage());
    } catch (Refused e) {
      return refused(e.reason());
    } catch (SQLException e) {
      // 53100: disk full; 53200: out of memory; 53300: too many connections
      if (String.valueOf(e.getSQLState()).startsWith("53")) {
        return refused("the database has no room: " + e.getMessage());
      }
      throw e;
    } catch (NoSuchFileException e) {
      return refused(e.getFile() + " is not there");
    } catch (AccessDeniedException e) {
      return refused(
          e.getFile() + " is not for this user, who is " + System.getProperty("user.name"));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No space left on device")) {
        return refused("the disk is full; make room and begin again");
      }
      throw e;
    }
  }

  private static int refused(@Nullable String reason) {
    System.err.println("senim: " + reason);
    return REFUSED;
  }

  Settings settings() throws BackupProblem {
    Settings settings =
        Settings.read(
            file,
            System.getenv(),
            data == null ? Map.of() : Map.of("senim.data", data.toAbsolutePath().toString()));
    if (!settings.mistakes().isEmpty()) {
      throw new BackupProblem(
          "the settings are not right:\n  "
              + String.join(
                  "\n  ", settings.mistakes().stream().map(SettingsMistake::toString).toList()));
    }
    return settings;
  }
}
