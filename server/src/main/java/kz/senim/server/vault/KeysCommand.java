package kz.senim.server.vault;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.senim.core.text.Message;
import kz.senim.server.CommandDatabase;
import kz.senim.server.ServerCommands;
import kz.senim.server.settings.Settings;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
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
    subcommands = {
      KeysCommand.Show.class,
      KeysCommand.New.class,
      KeysCommand.Rotate.class,
      KeysCommand.Rewrap.class
    },
    mixinStandardHelpOptions = true)
public final class KeysCommand {

  private final Map<String, String> environment;

  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path data;

  KeysCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    Commands.utf8();
    CommandDatabase.quietLog();
    System.exit(command(Settings.environment(System.getenv())).execute(args));
  }

  static CommandLine command(Map<String, String> environment) {
    return ServerCommands.of(new KeysCommand(environment));
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
              .orElseThrow(() -> new KeyMistake(KeySay.NO_KEYS.with(), KeySay.FIRST_START.with())),
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

    void say(Message message) {
      if (spec != null) {
        spec.commandLine().getOut().println(message.in(Languages.usual()));
      }
    }
  }

  /** {@code senim keys show}. */
  @Command(name = "show", mixinStandardHelpOptions = true)
  static final class Show extends Sub {

    @Override
    public Integer call() throws Exception {
      return keys()
          .work(
              (_, stored, db) -> {
                MasterKey master = keys().master();
                Keyset keyset = stored.unwrap(master);
                say(KeySay.MASTER.with(master));
                say(KeySay.DATA_KEYS.with(keyset.size(), keyset.newest(), stored.rotatedAt()));
                db.sql("select * from vault_renewals where data_key = ? order by place")
                    .param(stored.newest())
                    .query((row, _) -> progress(row))
                    .list()
                    .forEach(this::say);
              });
    }
  }

  private static Message progress(ResultSet row) throws SQLException {
    return (row.getObject("finished_at") == null ? KeySay.RENEWING : KeySay.RENEWED)
        .with(
            String.format(Locale.ROOT, "%-13s", row.getString("place")),
            row.getLong("renewed"),
            row.getLong("failed"));
  }

  /** {@code senim keys new FILE}. */
  @Command(name = "new", mixinStandardHelpOptions = true)
  static final class New extends Sub {

    @CommandLine.Parameters(paramLabel = "FILE", descriptionKey = "file")
    private @Nullable Path file;

    @Override
    public Integer call() {
      say(KeySay.MADE.with(MasterKeys.make(Objects.requireNonNull(file).toAbsolutePath())));
      return 0;
    }
  }

  /** {@code senim keys rotate}. */
  @Command(name = "rotate", mixinStandardHelpOptions = true)
  static final class Rotate extends Sub {

    @Override
    public Integer call() throws Exception {
      return keys()
          .work(
              (store, stored, _) -> {
                MasterKey master = keys().master();
                Keyset rotated = stored.unwrap(master).rotated();
                store.replace(stored, rotated, master, Clock.systemUTC().instant());
                say(KeySay.ROTATED.with(rotated.newest()));
              });
    }
  }

  /** {@code senim keys rewrap}. */
  @Command(name = "rewrap", mixinStandardHelpOptions = true)
  static final class Rewrap extends Sub {

    /** The new one. */
    static final class To {

      @Option(names = "--to-file", paramLabel = "FILE")
      private @Nullable Path file;

      @Option(names = "--to-env", paramLabel = "NAME")
      private @Nullable String variable;

      @Option(names = "--to-pkcs11", paramLabel = "FILE")
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
                say(KeySay.REWRAPPED.with(next));
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
