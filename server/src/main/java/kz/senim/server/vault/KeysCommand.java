package kz.senim.server.vault;

import com.google.errorprone.annotations.FormatMethod;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.senim.server.CommandDatabase;
import kz.senim.server.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code senim keys}. */
@Command(
    name = "senim keys",
    description = {
      "The keys under which evidence and secrets are encrypted at rest.",
      "The master key comes from SENIM_KEY_FILE, SENIM_KEY or SENIM_KEY_PKCS11; without any it is",
      "the file master.key in the data folder."
    },
    subcommands = {
      KeysCommand.Show.class,
      KeysCommand.New.class,
      KeysCommand.Rotate.class,
      KeysCommand.Rewrap.class
    },
    mixinStandardHelpOptions = true)
public final class KeysCommand {

  private final Map<String, String> environment;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder; SENIM_DATA or ~/.local/share/senim.")
  private @Nullable Path data;

  KeysCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    CommandDatabase.quietLog();
    System.exit(command(Settings.environment(System.getenv())).execute(args));
  }

  static CommandLine command(Map<String, String> environment) {
    CommandLine line = new CommandLine(new KeysCommand(environment));
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          String remedy = failure instanceof KeyMistake mistake ? " " + mistake.remedy() : "";
          command.getErr().println("senim: " + CommandDatabase.reason(failure) + remedy);
          return 2;
        });
    return line;
  }

  private Path data() {
    return CommandDatabase.data(data, environment);
  }

  private MasterKey master() {
    return MasterKeys.find(VaultSettings.of(environment), data());
  }

  /** What a command does with the stored keys. */
  private interface Work {
    void with(KeysetStore store, KeysetStore.Stored stored, JdbcClient db)
        throws GeneralSecurityException;
  }

  private int work(Work work) throws Exception {
    try (CommandDatabase database = CommandDatabase.open(data(), environment)) {
      JdbcClient db = database.client();
      KeysetStore store = new KeysetStore(db);
      work.with(
          store,
          store
              .find()
              .orElseThrow(
                  () -> new KeyMistake("There are no keys yet.", "The first start makes them.")),
          db);
      return 0;
    }
  }

  /** Base of the commands below. */
  abstract static class Sub implements Callable<Integer> {

    @CommandLine.ParentCommand private @Nullable KeysCommand parent;
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    KeysCommand keys() {
      if (parent == null) {
        throw new IllegalStateException();
      }
      return parent;
    }

    @FormatMethod
    void say(String text, Object... values) {
      if (spec != null) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, text, values));
      }
    }
  }

  /** {@code senim keys show}. */
  @Command(
      name = "show",
      description = "Tells which keys there are, and how far what is stored is sealed anew.",
      mixinStandardHelpOptions = true)
  static final class Show extends Sub {

    @Override
    public Integer call() throws Exception {
      return keys()
          .work(
              (_, stored, db) -> {
                MasterKey master = keys().master();
                Keyset keyset = stored.unwrap(master);
                say("master key    %s", master);
                say(
                    "data keys     %d; the newest is %s, since %s",
                    keyset.size(), keyset.newest(), stored.rotatedAt());
                db.sql("select * from vault_renewals where data_key = ? order by place")
                    .param(stored.newest())
                    .query((row, _) -> progress(row))
                    .list()
                    .forEach(line -> say("%s", line));
              });
    }
  }

  private static String progress(ResultSet row) throws SQLException {
    return String.format(
        Locale.ROOT,
        "%-13s %s; sealed anew: %d, unreadable: %d",
        row.getString("place"),
        row.getObject("finished_at") == null ? "under way" : "all done",
        row.getLong("renewed"),
        row.getLong("failed"));
  }

  /** {@code senim keys new FILE}. */
  @Command(
      name = "new",
      description = "Makes a new master key in a file, readable by its owner alone.",
      mixinStandardHelpOptions = true)
  static final class New extends Sub {

    @CommandLine.Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
    private @Nullable Path file;

    @Override
    public Integer call() {
      say("made %s", MasterKeys.make(Objects.requireNonNull(file).toAbsolutePath()));
      return 0;
    }
  }

  /** {@code senim keys rotate}. */
  @Command(
      name = "rotate",
      description = {
        "Makes a new data key. Running servers seal under it within half a minute; what is stored"
            + " is",
        "sealed anew in the background, which 'senim keys show' tells of and a restart takes up."
      },
      mixinStandardHelpOptions = true)
  static final class Rotate extends Sub {

    @Override
    public Integer call() throws Exception {
      return keys()
          .work(
              (store, stored, _) -> {
                MasterKey master = keys().master();
                Keyset rotated = stored.unwrap(master).rotated();
                store.replace(stored, rotated, master, Clock.systemUTC().instant());
                say("the data key is now %s", rotated.newest());
              });
    }
  }

  /** {@code senim keys rewrap}. */
  @Command(
      name = "rewrap",
      description = {
        "Changes the master key: wraps the data keys by another one. Running servers go on; give"
            + " them",
        "the new master key before they are restarted. Backups from before need the old one."
      },
      mixinStandardHelpOptions = true)
  static final class Rewrap extends Sub {

    /** The new one. */
    static final class To {

      @Option(names = "--to-file", paramLabel = "FILE", description = "A file that holds it.")
      private @Nullable Path file;

      @Option(
          names = "--to-env",
          paramLabel = "NAME",
          description = "The environment variable that holds it.")
      private @Nullable String variable;

      @Option(
          names = "--to-pkcs11",
          paramLabel = "FILE",
          description =
              "A token's configuration; PIN and label as SENIM_KEY_PKCS11_PIN and"
                  + " SENIM_KEY_PKCS11_LABEL say.")
      private @Nullable Path token;
    }

    @ArgGroup(multiplicity = "1")
    private @Nullable To to;

    @Override
    public Integer call() throws Exception {
      return keys()
          .work(
              (store, stored, _) -> {
                Keyset keyset = stored.unwrap(keys().master());
                MasterKey next = next(Objects.requireNonNull(to));
                store.replace(stored, keyset, next, Clock.systemUTC().instant());
                say("the data keys are now wrapped by %s", next);
              });
    }

    private MasterKey next(To to) {
      Map<String, String> environment = keys().environment;
      if (to.file != null) {
        return MasterKeys.ofFile(to.file.toAbsolutePath());
      }
      if (to.token != null) {
        VaultSettings settings = VaultSettings.of(environment);
        return TokenKey.find(to.token, settings.keyPkcs11Label(), settings.keyPkcs11Pin());
      }
      String name = String.valueOf(to.variable);
      return MasterKeys.of(environment.getOrDefault(name, ""), name);
    }
  }
}
