package kz.senim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.book.OfficialTexts;
import kz.senim.book.Passports;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.coverage.Coverage;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Assessor;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Nearest;
import kz.senim.exchange.LawJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim law …}. */
@Command(
    name = "law",
    description = "Reads, checks and compares the law itself.",
    mixinStandardHelpOptions = true,
    subcommands = LawTextCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim law show P1600000832/38/4",
      "  senim law diff --from 2023-01-01 --to 2024-06-01 --for my-system.yaml",
      "  senim law check law"
    })
final class LawCommand implements Runnable {

  /** The forms of an answer about the law. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return Options.word(this);
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private Options.Law law;
  @Mixin private Options.Language language;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  LawCommand() {}

  LawBook book() throws IOException {
    return law.book();
  }

  /** The language named on the command line; an official text has one, whatever the terminal's. */
  Lang givenLanguage() {
    return language.given();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do with the law: one of the commands below");
  }

  @Command(
      name = "acts",
      description = "Lists the acts that the book holds.",
      mixinStandardHelpOptions = true)
  int acts(
      @Option(names = "--format", defaultValue = "text", description = "text or json.")
          Format format)
      throws IOException {
    LawBook book = law.book();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.acts(book));
    } else {
      for (Act act : book.acts()) {
        out.println(
            LawText.cell(act.id(), 14)
                + act.title().in(language.get())
                + (act.draft() ? LawWords.DRAFT.in(language.get()) : "")
                + (act.repealed() == null
                    ? ""
                    : LawWords.repealed(act.repealed().from(), language.get()))
                + (act.adoption() == null
                    ? ""
                    : " (" + LawWords.adopted(act.adoption(), language.get()) + ")"));
      }
    }
    out.flush();
    return Main.OK;
  }

  @Command(
      name = "provisions",
      description = "Lists provisions: of one act, or of all.",
      mixinStandardHelpOptions = true)
  int provisions(
      @Option(names = "--act", paramLabel = "ACT", description = "Only this act.")
          @Nullable String act,
      @Option(names = "--format", defaultValue = "text", description = "text or json.")
          Format format)
      throws IOException {
    LawBook book = law.book();
    List<Provision> provisions =
        act == null ? book.provisions() : book.provisionsOf(act(book, act).id());
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.provisions(latest(provisions)));
    } else {
      provisions.forEach(p -> LawText.provisionLine(out, p, language.get()));
    }
    out.flush();
    return Main.OK;
  }

  @Command(
      name = "requirements",
      description = "Lists requirements: of one act, or of all.",
      mixinStandardHelpOptions = true)
  int requirements(
      @Option(names = "--act", paramLabel = "ACT", description = "Only of this act.")
          @Nullable String act,
      @Option(names = "--subject", paramLabel = "SUBJECT", description = "Only on this subject.")
          @Nullable String subject,
      @Option(names = "--format", defaultValue = "text", description = "text or json.")
          Format format)
      throws IOException {
    LawBook book = law.book();
    List<String> subjects = book.vocabulary().subjects().stream().map(s -> s.id()).toList();
    if (subject != null && !subjects.contains(subject)) {
      throw new BadInput(
          "there is no subject '" + subject + "'; there are " + String.join(", ", subjects));
    }
    String prefix = act == null ? "" : act(book, act).id() + "/";
    List<Requirement> requirements =
        book.requirements().stream()
            .filter(r -> r.provision().startsWith(prefix))
            .filter(r -> subject == null || r.subject().equals(subject))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.requirements(book, requirements));
    } else {
      requirements.forEach(r -> LawText.requirementLine(out, r, language.get()));
    }
    out.flush();
    return Main.OK;
  }

  @Command(
      name = "show",
      description = "Prints one provision with its history, or one requirement.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(
              paramLabel = "ID",
              description = "A provision (P1600000832/38/4) or a requirement (ur-38-4-retention).")
          String id)
      throws IOException {
    LawBook book = law.book();
    PrintWriter out = spec.commandLine().getOut();
    Lang lang = language.get();
    Optional<Provision> provision = book.findProvision(id);
    Optional<Requirement> requirement = book.findRequirement(id);
    if (provision.isPresent()) {
      LawText text = new LawText(book, out, lang);
      book.versions(id).forEach(text::provision);
      text.official(provision.get(), OfficialTexts.ofUser().find(provision.get().act(), lang));
    } else if (requirement.isPresent()) {
      new LawText(book, out, lang).requirement(requirement.get());
    } else {
      List<String> known = new ArrayList<>();
      book.provisions().forEach(p -> known.add(p.id()));
      book.requirements().forEach(r -> known.add(r.id()));
      throw new BadInput(
          "the book has no provision or requirement '" + id + "'" + Nearest.hint(id, known));
    }
    out.flush();
    return Main.OK;
  }

  @Command(
      name = "check",
      description = {
        "Reads a folder of law, checks all of it and runs its cases.",
        "All mistakes are reported at once as file:line:column."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "The folder (default: law beside the launcher).")
          @Nullable Path folder)
      throws IOException {
    Path read = folder == null ? Path.of(System.getProperty("senim.home", "."), "law") : folder;
    try {
      LawReader.Result result = Options.compile(read, spec.commandLine().getErr());
      LawBook book = result.book();
      spec.commandLine()
          .getOut()
          .printf(
              "%d acts, %d provisions, %d requirements, %d facts, %d figures; %d cases run: no mistakes%n",
              book.acts().size(),
              book.provisions().size(),
              book.requirements().size(),
              book.facts().stream().filter(f -> f.attestation() == null).count(),
              book.parameters().size(),
              result.cases());
      return Main.OK;
    } catch (kz.senim.core.source.InvalidSource e) {
      spec.commandLine().getErr().print(e.problems().render());
      int count = e.problems().list().size() + e.problems().dropped();
      spec.commandLine().getErr().println(count == 1 ? "1 problem" : count + " problems");
      return Main.FAILED;
    }
  }

  @Command(
      name = "diff",
      description = "Says what changed in the law between two days.",
      mixinStandardHelpOptions = true)
  int diff(
      @Option(names = "--from", required = true, paramLabel = "DATE", description = "Earlier day.")
          LocalDate from,
      @Option(names = "--to", required = true, paramLabel = "DATE", description = "Later day.")
          LocalDate to,
      @Option(
              names = "--for",
              paramLabel = "PASSPORT.yaml",
              description = "Also what of it touches this system.")
          @Nullable Path passport,
      @Option(names = "--format", defaultValue = "text", description = "text or json.")
          Format format)
      throws IOException {
    if (to.isBefore(from)) {
      throw new BadInput("--to " + to + " is before --from " + from);
    }
    LawBook book = law.book();
    LawDiff diff = LawDiff.between(book, from, to);
    List<LawJson.Touched> touched = passport == null ? null : touched(book, passport, from, to);
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.diff(diff, touched));
    } else {
      new LawText(book, out, language.get()).diff(diff, touched);
    }
    out.flush();
    return Main.OK;
  }

  @Command(
      name = "coverage",
      description = {
        "Compares the book with the plain text of an act: what the book lacks, has in excess,",
        "or holds with another status or list of amendments. Exit 1 when they differ."
      },
      mixinStandardHelpOptions = true)
  int coverage(
      @Option(names = "--act", required = true, paramLabel = "ACT", description = "The act.")
          String act,
      @Option(
              names = "--source",
              required = true,
              paramLabel = "FILE",
              description = "Its text, as plain text in UTF-8.")
          Path source,
      @Option(names = "--format", defaultValue = "text", description = "text or json.")
          Format format)
      throws IOException {
    LawBook book = law.book();
    Act found = act(book, act);
    if (Files.size(source) > Yaml.MOST_BYTES) {
      throw new BadInput("'" + source + "' is larger than 4 MiB; the text of an act never is");
    }
    Coverage coverage;
    try {
      coverage = Coverage.of(book, found.id(), Files.readString(source));
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new BadInput("'" + source + "' is not UTF-8 text");
    }
    if (coverage.units() == 0) {
      throw new BadInput("'" + source + "' has no numbered provisions; is it the text of an act?");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.coverage(coverage));
    } else {
      for (Coverage.Finding finding : coverage.findings()) {
        out.println(
            LawText.cell(finding.citation(), 18)
                + LawText.cell(finding.kind().name().toLowerCase(java.util.Locale.ROOT), 12)
                + finding.message());
      }
      out.printf(
          "%s: %d paragraphs, %d units in the text; %s%n",
          found.id(),
          coverage.paragraphs(),
          coverage.units(),
          coverage.findings().isEmpty()
              ? "the book has them all, and nothing else"
              : coverage.findings().size() + " differences");
    }
    out.flush();
    return coverage.findings().isEmpty() ? Main.OK : Main.FAILED;
  }

  static Act act(LawBook book, String id) {
    List<String> known = book.acts().stream().map(Act::id).toList();
    return book.findAct(id)
        .orElseThrow(
            () ->
                new BadInput(
                    "the book has no act '"
                        + id
                        + "'"
                        + Nearest.to(id, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; it has " + String.join(", ", known))));
  }

  /** Of a provision with several versions the last one. */
  private static List<Provision> latest(List<Provision> provisions) {
    Map<String, Provision> latest = new LinkedHashMap<>();
    provisions.forEach(provision -> latest.put(provision.id(), provision));
    return List.copyOf(latest.values());
  }

  private static List<LawJson.Touched> touched(
      LawBook book, Path passport, LocalDate from, LocalDate to) throws IOException {
    var read = Passports.read(book, passport);
    Assessor assessor = new Assessor(book);
    Map<String, String> before = outcomes(assessor.assess(read.facts(), from));
    Map<String, String> after = outcomes(assessor.assess(read.facts(), to));
    List<LawJson.Touched> touched = new ArrayList<>();
    for (Requirement requirement : book.requirements()) {
      String was = before.getOrDefault(requirement.id(), "none");
      String is = after.getOrDefault(requirement.id(), "none");
      boolean matters = !was.equals(is) && !(none(was) && none(is));
      if (matters && touched.stream().noneMatch(t -> t.requirement().equals(requirement.id()))) {
        touched.add(new LawJson.Touched(requirement.id(), requirement.provision(), was, is));
      }
    }
    return touched;
  }

  private static boolean none(String outcome) {
    return outcome.equals("none") || outcome.equals("not-applicable");
  }

  private static Map<String, String> outcomes(Assessment assessment) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    assessment.decisions().forEach(d -> outcomes.put(d.requirement().id(), d.outcome().word()));
    return outcomes;
  }
}
