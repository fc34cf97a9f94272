package kz.senim.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code senim backup}. */
@Command(
    name = "senim backup",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim backup --new-key /etc/senim/backup.key",
      "  senim backup /srv/backups",
      "  senim backup --verify /srv/backups/senim-20261129-030000.backup"
    })
public final class BackupCommand implements Callable<Integer> {

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE|DIR", arity = "0..1", descriptionKey = "target")
  private @Nullable Path target;

  @Option(names = "--verify", paramLabel = "FILE")
  private @Nullable Path verify;

  @Option(names = "--new-key", paramLabel = "FILE")
  private @Nullable Path newKey;

  private BackupCommand() {}

  public static void main(String[] args) {
    System.exit(ServerOptions.line(new BackupCommand()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    return ServerOptions.telling(this::run);
  }

  private int run() throws IOException, SQLException, BackupProblem {
    if (newKey != null) {
      BackupKey.make(newKey);
      System.err.println(BackupSay.KEY_MADE.with(newKey).in(Languages.usual()));
      return 0;
    }
    BackupKey key = BackupKey.find(System.getenv());
    if (verify != null) {
      Progress progress = new Progress(System.err, BackupSay.VERIFIED);
      Manifest manifest = new BackupReader(key).verify(verify, progress);
      System.err.println(progress.sum());
      System.out.println(
          (manifest.masterKey() == null
                  ? BackupSay.WHOLE.with(verify, manifest.madeAt(), manifest.schema())
                  : BackupSay.WHOLE_NEEDS.with(
                      verify, manifest.madeAt(), manifest.schema(), manifest.masterKey()))
              .in(Languages.usual()));
      return 0;
    }
    if (target == null) {
      throw new BackupProblem(BackupSay.WHERE_TO.with());
    }
    Path file = Files.isDirectory(target) ? target.resolve(name()) : target.toAbsolutePath();
    Progress progress = new Progress(System.err, BackupSay.SAVED);
    try (Store store = Store.open(server.settings(), false)) {
      new BackupWriter(store, key, progress).write(file);
    }
    System.err.println(progress.sum());
    System.out.println(file);
    return 0;
  }

  private static String name() {
    return LocalDateTime.now(ZoneId.of("Asia/Almaty"))
        .format(DateTimeFormatter.ofPattern("'senim-'yyyyMMdd-HHmmss'.backup'", Locale.ROOT));
  }
}
