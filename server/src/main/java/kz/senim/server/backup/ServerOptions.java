package kz.senim.server.backup;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import kz.senim.core.text.Message;
import kz.senim.server.Refused;
import kz.senim.server.ServerCommands;
import kz.senim.server.settings.Settings;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which server it is about: named as for {@code senim serve}. */
final class ServerOptions {

  /** The exit code of what is refused, for a reason that was told. */
  private static final int REFUSED = 2;

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--settings", paramLabel = "FILE")
  private @Nullable Path file;

  /** The command line of a command that works on the server's data. */
  static CommandLine line(Object command) {
    Commands.utf8();
    CommandLine line = new CommandLine(command);
    Commands.speak(line, ServerCommands.class);
    return line;
  }

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
      return refused(e.reason());
    } catch (RuntimeException e) {
      Message reason = Refused.reason(e);
      if (reason == null) {
        throw e;
      }
      return refused(reason);
    } catch (SQLException e) {
      // 53100: disk full; 53200: out of memory; 53300: too many connections
      if (String.valueOf(e.getSQLState()).startsWith("53")) {
        return refused(BackupSay.DATABASE_FULL.with(String.valueOf(e.getMessage())));
      }
      throw e;
    } catch (NoSuchFileException e) {
      return refused(BackupSay.NOT_THERE.with(e.getFile()));
    } catch (AccessDeniedException e) {
      return refused(
          BackupSay.NOT_FOR_THIS_USER.with(e.getFile(), System.getProperty("user.name")));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No space left on device")) {
        return refused(BackupSay.DISK_FULL.with());
      }
      throw e;
    }
  }

  private static int refused(Message reason) {
    System.err.println("senim: " + reason.in(Languages.usual()));
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
          BackupSay.SETTINGS.with(
              settings.mistakes().stream()
                  .map(mistake -> mistake.in(Languages.usual()))
                  .collect(Collectors.joining("\n  "))));
    }
    return settings;
  }
}
