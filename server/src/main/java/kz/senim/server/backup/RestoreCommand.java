package kz.senim.server.backup;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.senim.server.settings.Settings;
import kz.senim.server.vault.MasterKeys;
import kz.senim.server.vault.VaultSettings;
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
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

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private @Nullable Path file;

  private RestoreCommand() {}

  public static void main(String[] args) {
    System.exit(ServerOptions.line(new RestoreCommand()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    return ServerOptions.telling(
        () -> {
          Progress progress = new Progress(System.err, BackupSay.RESTORED);
          BackupReader reader = new BackupReader(BackupKey.find(System.getenv()));
          Settings settings = server.settings();
          Manifest manifest =
              new Restorer(settings, reader, progress).restore(Objects.requireNonNull(file));
          System.err.println(progress.sum());
          System.out.println(BackupSay.ALL_BACK.with(manifest.madeAt()).in(Languages.usual()));
          VaultSettings keys = VaultSettings.of(settings.environment());
          if (manifest.masterKey() != null && !MasterKeys.isNamed(keys)) {
            System.out.println(
                BackupSay.PUT_MASTER_KEY
                    .with(manifest.masterKey(), Store.data(settings).resolve("master.key"))
                    .in(Languages.usual()));
          }
          return 0;
        });
  }
}
