package kz.senim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Nearest;
import kz.senim.exchange.ProcedurePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim procedure …}. */
@Command(
    name = "procedure",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim procedure list",
      "  senim procedure draw certification --format svg --lang ru --out certification.svg",
      "  senim procedure check"
    })
final class ProcedureCommand {

  /** The forms of a picture. */
  enum Format {
    SVG,
    MERMAID
  }

  @Spec private CommandSpec spec;
  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ProcedureCommand() {}

  @Command(name = "list", mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (Procedure procedure : law.book(language.get()).procedures()) {
      out.println(
          LawText.cell(procedure.id(), 24)
              + LawText.cell(procedure.act(), 14)
              + procedure.title().in(language.get()));
    }
    return Main.OK;
  }

  @Command(name = "check", mixinStandardHelpOptions = true)
  int check() {
    return spec.root().commandLine().execute("law", "check", "--lang", language.get().code());
  }

  @Command(name = "draw", mixinStandardHelpOptions = true)
  int draw(
      @Parameters(paramLabel = "PROCEDURE", descriptionKey = "procedure") String id,
      @Option(names = "--format", defaultValue = "svg") Format format,
      @Mixin Options.Output output)
      throws IOException {
    LawBook book = law.book(language.get());
    Procedure procedure = get(book, id);
    output.write(
        format == Format.SVG
            ? ProcedurePicture.svg(book, procedure, language.get())
            : ProcedurePicture.mermaid(procedure, language.get()),
        spec.commandLine().getOut());
    return Main.OK;
  }

  private static Procedure get(LawBook book, String id) {
    List<String> known = book.procedures().stream().map(Procedure::id).toList();
    return book.findProcedure(id)
        .orElseThrow(() -> new BadInput(Say.NO_PROCEDURE.with(id, Nearest.hintOrAll(id, known))));
  }
}
