package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import kz.senim.book.LawFolder;
import kz.senim.book.Passports;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary.Framework;
import kz.senim.exchange.CisoLibrary;
import kz.senim.exchange.ForeignFramework;
import kz.senim.exchange.OscalBundle;
import kz.senim.exchange.OscalCatalog;
import kz.senim.exchange.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim exchange …}. */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim exchange export --format oscal-catalog --out catalog.json",
      "  senim exchange export --format ciso-assistant --act P1600000832 --out ur.yaml",
      "  senim exchange oscal my-system.yaml --out-dir oscal",
      "  senim exchange import catalog.json --id my-framework --out law/frameworks/my.yaml"
    })
final class ExchangeCommand {

  /** What can be written. */
  enum Format {
    OSCAL_CATALOG,
    OSCAL_PROFILE,
    CISO_ASSISTANT;

    @Override
    public String toString() {
      return Options.word(this);
    }
  }

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ExchangeCommand() {}

  @Command(name = "export", mixinStandardHelpOptions = true)
  int export(
      @Option(names = "--format", required = true) Format format,
      @Option(names = "--act", paramLabel = "ACT") @Nullable String act,
      @Option(names = "--as-of", paramLabel = "DATE") @Nullable LocalDate asOf,
      @Mixin Options.Language language,
      @Mixin Options.Law law,
      @Mixin Options.Output output)
      throws IOException {
    LawBook book = law.book(language.get());
    LocalDate day = asOf == null ? Options.today() : asOf;
    output.write(
        switch (format) {
          case OSCAL_CATALOG -> OscalCatalog.catalog(book, language.get(), day);
          case OSCAL_PROFILE -> OscalCatalog.profile(book, language.get(), day);
          case CISO_ASSISTANT -> CisoLibrary.write(book, act(book, act), day);
        },
        spec.commandLine().getOut());
    return Main.OK;
  }

  @Command(name = "import", mixinStandardHelpOptions = true)
  int importFramework(
      @Parameters(paramLabel = "FILE", descriptionKey = "file") Path file,
      @Option(names = "--id", required = true, paramLabel = "ID") String id,
      @Mixin Options.Language language,
      @Mixin Options.Output output)
      throws IOException {
    if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
      throw new BadInput(Say.ID_LETTERS.with());
    }
    Framework framework =
        ForeignFramework.read(
            id, LawFolder.read(file.toString(), file, ForeignFramework.mostBytes()));
    output.write(ForeignFramework.write(framework), spec.commandLine().getOut());
    spec.commandLine()
        .getErr()
        .println(
            Say.CONTROLS.with(framework.title(), framework.controls().size()).in(language.get()));
    return Main.OK;
  }

  @Command(name = "oscal", mixinStandardHelpOptions = true)
  int oscal(
      @Parameters(paramLabel = "PASSPORT.yaml", descriptionKey = "passport") Path passport,
      @Option(names = "--out-dir", required = true, paramLabel = "DIR") Path folder,
      @Option(names = "--as-of", paramLabel = "DATE") @Nullable LocalDate asOf,
      @Mixin Options.Language language,
      @Mixin Options.Law law)
      throws IOException {
    LawBook book = law.book(language.get());
    Passport read = Passports.read(book, passport);
    Assessment assessment =
        Assessor.assess(book, read.facts(), asOf == null ? Options.today() : asOf);
    Map<String, String> files =
        OscalBundle.write(new Report(book, read, assessment), language.get());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Options.writeWhole(folder.resolve(file.getKey()), file.getValue());
      spec.commandLine().getOut().println(folder.resolve(file.getKey()));
    }
    return Main.OK;
  }

  private static Act act(LawBook book, @Nullable String id) {
    if (id == null) {
      throw new BadInput(Say.ACT_NEEDED.with());
    }
    return LawCommand.act(book, id);
  }
}
