package kz.senim.server.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.senim.server.CommandDatabase;
import kz.senim.server.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code senim audit}. */
@Command(
    name = "senim audit",
    description = "The audit log: whether it is whole, its newest hash, and its export.",
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder; SENIM_DATA or ~/.local/share/senim.")
  private @Nullable Path data;

  AuditCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    CommandDatabase.quietLog();
    System.exit(command(Settings.environment(System.getenv())).execute(args));
  }

  static CommandLine command(Map<String, String> environment) {
    CommandLine line = new CommandLine(new AuditCommand(environment));
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          command.getErr().println("senim: " + CommandDatabase.reason(failure));
          return 2;
        });
    return line;
  }

  @Override
  public Integer call() {
    spec().commandLine().usage(out());
    return 2;
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException();
    }
    return spec;
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private CommandDatabase database() throws IOException {
    return CommandDatabase.open(folder(), environment);
  }

  private Path folder() {
    return CommandDatabase.data(data, environment);
  }

  @Command(
      name = "verify",
      description = {
        "Says whether an entry was changed, removed or put in: of the whole log, or of sealed"
            + " files",
        "alone, for which no database is needed. 1 when something is wrong."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE", description = "Sealed or exported files (JSON Lines).")
          @Nullable List<Path> files,
      @Option(
              names = "--head",
              paramLabel = "POSITION:HASH",
              description = "A head that was kept outside: the log must hold it.")
          @Nullable String head)
      throws IOException {
    if (files != null && !files.isEmpty()) {
      return tell(AuditVerification.of(files));
    }
    try (CommandDatabase database = database()) {
      JdbcClient db = database.client();
      AuditFiles sealed = new AuditFiles(db, folder(), Clock.systemUTC());
      // Rows come in pieces only inside a transaction.
      AuditCheck.Result result =
          new TransactionTemplate(new DataSourceTransactionManager(database.source()))
              .execute(
                  _ -> {
                    try {
                      return new AuditVerification(db, sealed).all();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
      int code = tell(java.util.Objects.requireNonNull(result));
      if (head != null && !holds(db, head)) {
        out().println("The head " + head + " is not in the log: it was written anew since.");
        return 1;
      }
      return code;
    }
  }

  private static boolean holds(JdbcClient db, String head) {
    int colon = head.indexOf(':');
    return db.sql(
            """
            select exists (select from audit_chain where position = :position and hash = decode(:hash, 'hex'))
              or exists (select from audit_files where last_position = :position and hash = decode(:hash, 'hex'))
            """)
        .param("position", Long.parseLong(head.substring(0, Math.max(0, colon))))
        .param("hash", head.substring(colon + 1))
        .query(Boolean.class)
        .single();
  }

  private int tell(AuditCheck.Result result) {
    for (AuditCheck.Fault fault : result.faults()) {
      out().println(fault.kind().word() + ": " + fault.where());
    }
    out()
        .println(
            String.format(
                Locale.ROOT,
                "%d entries up to %d: %s",
                result.entries(),
                result.last(),
                result.whole() ? "whole" : "NOT whole"));
    return result.whole() ? 0 : 1;
  }

  @Command(
      name = "head",
      description = {
        "Prints the newest place of the chain and its hash. Keep it outside, on paper or in"
            + " another",
        "system: 'senim audit verify --head' shows later that nothing before it was changed."
      },
      mixinStandardHelpOptions = true)
  int head() throws IOException {
    try (CommandDatabase database = database()) {
      AuditChain.Head head =
          AuditChain.head(database.client()).orElse(new AuditChain.Head(0, AuditChain.BEGINNING));
      out().println(head.position() + ":" + HexFormat.of().formatHex(head.hash()));
      return 0;
    }
  }

  @Command(
      name = "export",
      description = "Writes entries of some days, those in sealed files too, oldest first.",
      mixinStandardHelpOptions = true)
  int export(
      @Option(
              names = "--format",
              defaultValue = "jsonl",
              description = "jsonl (with the hashes), cef or ocsf; jsonl unless told otherwise.")
          String word,
      @Option(names = "--from", paramLabel = "DAY", description = "The first day.")
          @Nullable LocalDate from,
      @Option(names = "--until", paramLabel = "DAY", description = "The last day.")
          @Nullable LocalDate until,
      @Option(names = "--output", paramLabel = "FILE", description = "A file; else printed.")
          @Nullable Path output)
      throws IOException {
    AuditFormat format = AuditFormat.of(word);
    if (format == null) {
      throw new IOException("There is no format " + word + ": jsonl, cef or ocsf.");
    }
    Instant begin = from == null ? Instant.EPOCH : from.atStartOfDay(ZONE).toInstant();
    Instant end =
        until == null
            ? Instant.parse("9999-01-01T00:00:00Z")
            : until.plusDays(1).atStartOfDay(ZONE).toInstant();
    try (CommandDatabase database = database()) {
      if (output == null) {
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        write(database.client(), format, begin, end, out);
        out.flush();
      } else {
        try (Writer out = Files.newBufferedWriter(output)) {
          write(database.client(), format, begin, end, out);
        }
      }
    }
    return 0;
  }

  private void write(JdbcClient db, AuditFormat format, Instant begin, Instant end, Writer out)
      throws IOException {
    AuditFiles files = new AuditFiles(db, folder(), Clock.systemUTC());
    long[] last = {0};
    byte[][] hash = {AuditChain.BEGINNING};
    for (AuditFiles.Sealed file : files.list()) {
      last[0] = file.last();
      hash[0] = file.hash();
      if (file.removedAt() != null || file.lastAt().isBefore(begin)) {
        continue;
      }
      AuditFiles.read(
          files.path(file),
          text -> {
            ChainLine line = ChainLine.read(text);
            if (within(line.entry().at(), begin, end)) {
              out.write(
                  format == AuditFormat.JSONL
                      ? text
                      : format.line(AuditFormat.Entry.of(line.entry())));
              out.write('\n');
            }
          });
    }
    List<AuditFiles.Chained> some;
    do {
      some = files.chained(last[0] + 1, last[0] + 1000);
      for (AuditFiles.Chained one : some) {
        if (within(one.entry().at(), begin, end)) {
          out.write(
              format == AuditFormat.JSONL
                  ? ChainLine.write(one.entry(), hash[0], one.hash())
                  : format.line(AuditFormat.Entry.of(one.entry())));
          out.write('\n');
        }
        last[0] = one.entry().position();
        hash[0] = one.hash();
      }
    } while (!some.isEmpty());
  }

  private static boolean within(Instant at, Instant begin, Instant end) {
    return !at.isBefore(begin) && at.isBefore(end);
  }
}
