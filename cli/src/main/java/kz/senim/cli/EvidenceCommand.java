package kz.senim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim evidence}. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    subcommands = EvidenceCommand.Push.class)
final class EvidenceCommand {

  /** {@code senim evidence push}. */
  @Command(
      name = "push",
      mixinStandardHelpOptions = true,
      footer = {
        "  senim evidence push scan.pdf --kind scan-report --object 0190… \\",
        "      --requirement ur-38-4-retention --server https://senim.example.kz"
      })
  static final class Push implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--object", required = true, paramLabel = "ID")
    private UUID object;

    @Option(names = "--requirement", split = ",", paramLabel = "ID")
    private List<String> requirements = List.of();

    @Option(names = "--shared")
    private boolean shared;

    @Option(names = "--kind", required = true, paramLabel = "KIND")
    private String kind;

    @Option(names = "--title", paramLabel = "TEXT")
    private @Nullable String title;

    @Option(names = "--valid-from", paramLabel = "DATE")
    private @Nullable LocalDate validFrom;

    @Option(names = "--valid-until", paramLabel = "DATE")
    private @Nullable LocalDate validUntil;

    @Mixin private ServerOptions server;
    @Mixin private Options.Language language;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    Push() {}

    @Override
    public Integer call() throws IOException {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      long size = Files.size(file);
      if (size == 0) {
        throw new BadInput(Say.EMPTY.with(file));
      }
      Server opened = server.open(language.get().code());
      String organization = opened.get("/objects/" + object).text("organization");
      StringBuilder path = new StringBuilder("/organizations/" + organization + "/evidence?");
      path.append("fileName=").append(encoded(String.valueOf(file.getFileName())));
      add(path, "kind", kind);
      add(path, "title", title);
      add(path, "validFrom", validFrom);
      add(path, "validUntil", validUntil);
      requirements.forEach(one -> add(path, "requirement", one));
      if (!shared && !requirements.isEmpty()) {
        add(path, "object", object);
      }
      PrintWriter err = spec.commandLine().getErr();
      Server.Answer made =
          opened.post(
              path.toString(),
              "application/octet-stream",
              () ->
                  HttpRequest.BodyPublishers.fromPublisher(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> opened(file, size, err, language.get())),
                      size),
              UUID.randomUUID().toString());
      spec.commandLine().getOut().println(made.text("id"));
      spec.commandLine().getOut().flush();
      return Main.OK;
    }

    private static InputStream opened(Path file, long size, PrintWriter err, Lang lang) {
      try {
        return new Progress(Files.newInputStream(file), size, err, lang);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void add(StringBuilder path, String name, @Nullable Object value) {
      if (value != null) {
        path.append('&').append(name).append('=').append(encoded(value.toString()));
      }
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** Says how far a long upload has come, a line for each tenth. */
  private static final class Progress extends FilterInputStream {

    private static final long LONG = 16L << 20;

    private final long size;
    private final PrintWriter err;
    private final Lang lang;
    private long sent;
    private long told;

    Progress(InputStream in, long size, PrintWriter err, Lang lang) {
      super(in);
      this.size = size;
      this.err = err;
      this.lang = lang;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int some = super.read(buffer, from, most);
      count(Math.max(0, some));
      return some;
    }

    private void count(long some) {
      sent += some;
      long tenth = size < LONG ? 0 : sent * 10 / size;
      if (tenth > told) {
        told = tenth;
        err.println(Say.SENT.with(tenth * 10, Math.round(size / (double) (1 << 20))).in(lang));
        err.flush();
      }
    }
  }
}
