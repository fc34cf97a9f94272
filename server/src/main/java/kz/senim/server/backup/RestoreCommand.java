package kz.senim.server.backup;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.senim.server.settings.Settings;
import kz.senim.server.vault.MasterKeys;
import kz.senim.server.vault.VaultSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code senim restore}. */
@Command(
    name = "senim restore",
    mixinStandardHelpOptions = true,
    footer = "  senim restore /srv/backups/senim-20261129-030000.backup --data /var/lib/senim")
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE")
  private @Nullable Path file;

  private RestoreCommand() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new RestoreCommand()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    return ServerOptions.telling(
        () -> {
          Progress progress = new Progress(System.err, "restored");
          BackupReader reader = new BackupReader(BackupKey.find(System.getenv()));
          Settings settings = server.settings();
          Manifest manifest =
              new Restorer(settings, reader, progress).restore(Objects.requireNonNull(file));
          System.err.println(progress.sum());
          System.out.println("All is back as it was at " + manifest.madeAt() + ".");
          VaultSettings keys = VaultSettings.of(settings.environment());
          if (manifest.masterKey() != null && !MasterKeys.isNamed(keys)) {
            System.out.println(
                "Before the start put the master key "
                    + manifest.masterKey()
                    + " at "
                    + Store.data(settings).resolve("master.key")
                    + ", or name it with senim.key-file.");
          }
          return 0;
        });
  }
}
