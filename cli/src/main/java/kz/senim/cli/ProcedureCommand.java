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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim procedure …}. */
@Command(
    name = "procedure",
    description = "Lists, checks and draws the statutory procedures.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim procedure list",
      "  senim procedure draw certification --format svg --lang ru --out certification.svg",
      "  senim procedure check"
    })
final class ProcedureCommand implements Runnable {

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

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do with a procedure: list, check or draw");
  }

  @Command(
      name = "list",
      description = "Lists the procedures that the book holds.",
      mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (Procedure procedure : law.book().procedures()) {
      out.println(
          LawText.cell(procedure.id(), 24)
              + LawText.cell(procedure.act(), 14)
              + procedure.title().in(language.get()));
    }
    return Main.OK;
  }

  @Command(
      name = "check",
      description =
          "Checks every procedure's table and runs its stories (with the rest of the law).",
      mixinStandardHelpOptions = true)
  int check() {
    return spec.root().commandLine().execute("law", "check");
  }

  @Command(
      name = "draw",
      description = "Draws a procedure from its table.",
      mixinStandardHelpOptions = true)
  int draw(
      @Parameters(paramLabel = "PROCEDURE", description = "Its id, as in 'procedure list'.")
          String id,
      @Option(names = "--format", defaultValue = "svg", description = "svg or mermaid.")
          Format format,
      @Mixin Options.Output output)
      throws IOException {
    LawBook book = law.book();
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
        .orElseThrow(
            () ->
                new BadInput(
                    "there is no procedure '"
                        + id
                        + "'"
                        + Nearest.to(id, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; there are " + String.join(", ", known))));
  }
}
