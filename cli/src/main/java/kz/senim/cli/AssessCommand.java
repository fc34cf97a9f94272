package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.senim.book.Passports;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Nearest;
import kz.senim.exchange.AssessmentCsv;
import kz.senim.exchange.AssessmentHtml;
import kz.senim.exchange.AssessmentJson;
import kz.senim.exchange.AssessmentText;
import kz.senim.exchange.OscalResults;
import kz.senim.exchange.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim assess}. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    footer = {
      "  senim assess examples/regional-internet-resource.yaml",
      "  senim assess my-system.yaml --as-of 2025-01-15 --format html --out report.html",
      "  senim assess my-system.yaml --fail-on not-met",
      "  senim assess 0190… --server https://senim.example.kz"
    })
final class AssessCommand implements Callable<Integer> {

  /** The forms of a report. */
  enum Format {
    TEXT,
    JSON,
    HTML,
    OSCAL,
    CSV;

    @Override
    public String toString() {
      return Options.word(this);
    }
  }

  /** The outcomes that can fail a pipeline. */
  enum Failing {
    NOT_MET(Outcome.NOT_MET),
    UNDECIDED(Outcome.UNDECIDED);

    private final Outcome outcome;

    Failing(Outcome outcome) {
      this.outcome = outcome;
    }

    @Override
    public String toString() {
      return Options.word(this);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PASSPORT.yaml", descriptionKey = "passport")
  private Path passport;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
  private Format format;

  @Option(names = "--fail-on", paramLabel = "OUTCOME", split = ",")
  private List<Failing> failOn = List.of();

  @Option(names = "--draft", paramLabel = "ACT")
  private @Nullable List<String> drafts;

  @Option(names = "--all")
  private boolean all;

  @Mixin private Options.Language language;
  @Mixin private Options.Law law;
  @Mixin private Options.Output output;
  @Mixin private ServerOptions server;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AssessCommand() {}

  @Override
  public Integer call() throws IOException {
    Set<Outcome> failing = EnumSet.noneOf(Outcome.class);
    failOn.forEach(word -> failing.add(word.outcome));
    if (server.given()) {
      return onServer(failing);
    }
    LawBook book = law.book(language.get());
    Set<String> applied = drafts(book);
    Passport read = Passports.read(book, passport);
    Assessment assessment =
        new Assessor(book, applied).assess(read.facts(), asOf == null ? Options.today() : asOf);
    Report report = new Report(book, read, assessment);
    Lang lang = language.get();
    output.write(
        switch (format) {
          case TEXT -> AssessmentText.write(report, lang, all, Terminal.paint());
          case JSON -> AssessmentJson.write(report, lang);
          case HTML -> AssessmentHtml.write(report, lang);
          case OSCAL -> OscalResults.write(report, lang);
          case CSV -> AssessmentCsv.write(report, lang);
        },
        spec.commandLine().getOut());
    boolean failed = assessment.decisions().stream().anyMatch(d -> failing.contains(d.outcome()));
    return failed ? Main.FAILED : Main.OK;
  }

  private int onServer(Set<Outcome> failing) throws IOException {
    if (format != Format.TEXT && format != Format.JSON) {
      throw new BadInput(Say.SERVER_FORMAT.with(format));
    }
    if (drafts != null) {
      throw new BadInput(Say.SERVER_DRAFT.with());
    }
    ServerAssessment answer =
        ServerAssessment.ask(server.open(language.get().code()), passport, asOf);
    output.write(
        format == Format.JSON ? answer.json() : answer.text(all, language.get()),
        spec.commandLine().getOut());
    return answer.has(failing) ? Main.FAILED : Main.OK;
  }

  private Set<String> drafts(LawBook book) {
    Set<String> known = new LinkedHashSet<>();
    book.acts().stream().filter(Act::draft).forEach(act -> known.add(act.id()));
    for (String id : drafts == null ? List.<String>of() : drafts) {
      if (!known.contains(id)) {
        throw new BadInput(Say.NO_DRAFT.with(id, Nearest.hintOrAll(id, known)));
      }
    }
    return drafts == null ? Set.of() : Set.copyOf(drafts);
  }
}
