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
import java.util.Map;
import kz.senim.core.text.Message;
import kz.senim.server.CommandDatabase;
import kz.senim.server.Refused;
import kz.senim.server.ServerCommands;
import kz.senim.server.settings.Settings;
import kz.senim.terminal.Commands;
import kz.senim.terminal.Languages;
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
@Command(name = "senim audit", mixinStandardHelpOptions = true)
public final class AuditCommand {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path data;

  AuditCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    Commands.utf8();
    CommandDatabase.quietLog();
    System.exit(command(Settings.environment(System.getenv())).execute(args));
  }

  static CommandLine command(Map<String, String> environment) {
    return ServerCommands.of(new AuditCommand(environment));
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

  private void say(Message message) {
    out().println(message.in(Languages.usual()));
  }

  private CommandDatabase database() throws IOException {
    return CommandDatabase.open(folder(), environment);
  }

  private Path folder() {
    return CommandDatabase.data(data, environment);
  }

  @Command(name = "verify", mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "FILE", descriptionKey = "file") @Nullable List<Path> files,
      @Option(names = "--head", paramLabel = "POSITION:HASH") @Nullable String head)
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
        say(AuditSay.NOT_IN_THE_LOG.with(head));
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
    say((result.whole() ? AuditSay.WHOLE : AuditSay.BROKEN).with(result.entries(), result.last()));
    return result.whole() ? 0 : 1;
  }

  @Command(name = "head", mixinStandardHelpOptions = true)
  int head() throws IOException {
    try (CommandDatabase database = database()) {
      AuditChain.Head head =
          AuditChain.head(database.client()).orElse(new AuditChain.Head(0, AuditChain.BEGINNING));
      out().println(head.position() + ":" + HexFormat.of().formatHex(head.hash()));
      return 0;
    }
  }

  @Command(name = "export", mixinStandardHelpOptions = true)
  int export(
      @Option(names = "--format", defaultValue = "jsonl") String word,
      @Option(names = "--from", paramLabel = "DAY") @Nullable LocalDate from,
      @Option(names = "--until", paramLabel = "DAY") @Nullable LocalDate until,
      @Option(names = "--output", paramLabel = "FILE") @Nullable Path output)
      throws IOException {
    AuditFormat format = AuditFormat.of(word);
    if (format == null) {
      throw new Refused(AuditSay.NO_FORMAT.with(word));
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
