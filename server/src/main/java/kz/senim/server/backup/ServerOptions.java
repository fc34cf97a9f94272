package kz.senim.server.backup;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.Map;
import kz.senim.server.settings.Settings;
import kz.senim.server.settings.SettingsMistake;
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
      System.err.println("senim: " + e.getMessage());
      return REFUSED;
    }
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
