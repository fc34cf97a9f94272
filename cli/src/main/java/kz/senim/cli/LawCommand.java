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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim law …}. */
@Command(
    name = "law",
    mixinStandardHelpOptions = true,
    subcommands = LawTextCommand.class,
    footer = {
      "  senim law show P1600000832/38/4",
      "  senim law diff --from 2023-01-01 --to 2024-06-01 --for my-system.yaml",
      "  senim law check law"
    })
final class LawCommand {

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
    return law.book(language.get());
  }

  /** The language named on the command line; an official text has one, whatever the terminal's. */
  Lang givenLanguage() {
    return language.given();
  }

  @Command(name = "acts", mixinStandardHelpOptions = true)
  int acts(
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format)
      throws IOException {
    LawBook book = law.book(language.get());
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

  @Command(name = "provisions", mixinStandardHelpOptions = true)
  int provisions(
      @Option(names = "--act", paramLabel = "ACT") @Nullable String act,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format)
      throws IOException {
    LawBook book = law.book(language.get());
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

  @Command(name = "requirements", mixinStandardHelpOptions = true)
  int requirements(
      @Option(names = "--act", paramLabel = "ACT") @Nullable String act,
      @Option(names = "--subject", paramLabel = "SUBJECT") @Nullable String subject,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format)
      throws IOException {
    LawBook book = law.book(language.get());
    List<String> subjects = book.vocabulary().subjects().stream().map(s -> s.id()).toList();
    if (subject != null && !subjects.contains(subject)) {
      throw new BadInput(Say.NO_SUBJECT.with(subject, Nearest.hintOrAll(subject, subjects)));
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

  @Command(name = "show", mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID", descriptionKey = "id") String id) throws IOException {
    LawBook book = law.book(language.get());
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
      throw new BadInput(Say.NO_PROVISION.with(id, Nearest.hint(id, known)));
    }
    out.flush();
    return Main.OK;
  }

  @Command(name = "check", mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "folder")
          @Nullable Path folder)
      throws IOException {
    Path read = folder == null ? Path.of(System.getProperty("senim.home", "."), "law") : folder;
    try {
      LawReader.Result result = Options.compile(read, spec.commandLine().getErr(), language.get());
      LawBook book = result.book();
      spec.commandLine()
          .getOut()
          .println(
              Say.CHECKED
                  .with(
                      book.acts().size(),
                      book.provisions().size(),
                      book.requirements().size(),
                      book.facts().stream().filter(f -> f.attestation() == null).count(),
                      book.parameters().size(),
                      result.cases())
                  .in(language.get()));
      return Main.OK;
    } catch (kz.senim.core.source.InvalidSource e) {
      Main.tell(e.problems(), spec.commandLine().getErr(), language.get());
      return Main.FAILED;
    }
  }

  @Command(name = "diff", mixinStandardHelpOptions = true)
  int diff(
      @Option(names = "--from", required = true, paramLabel = "DATE") LocalDate from,
      @Option(names = "--to", required = true, paramLabel = "DATE") LocalDate to,
      @Option(names = "--for", paramLabel = "PASSPORT.yaml") @Nullable Path passport,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format)
      throws IOException {
    if (to.isBefore(from)) {
      throw new BadInput(Say.DAYS_REVERSED.with(to.toString(), from.toString()));
    }
    LawBook book = law.book(language.get());
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

  @Command(name = "coverage", mixinStandardHelpOptions = true)
  int coverage(
      @Option(names = "--act", required = true, paramLabel = "ACT") String act,
      @Option(names = "--source", required = true, paramLabel = "FILE") Path source,
      @Option(names = "--format", defaultValue = "text", descriptionKey = "format-text-json")
          Format format)
      throws IOException {
    LawBook book = law.book(language.get());
    Act found = act(book, act);
    if (Files.size(source) > Yaml.MOST_BYTES) {
      throw new BadInput(Say.TOO_LARGE.with(source, Yaml.MOST_BYTES >> 20));
    }
    Coverage coverage;
    try {
      coverage = Coverage.of(book, found.id(), Files.readString(source));
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new BadInput(Say.NOT_UTF8.with(source));
    }
    if (coverage.units() == 0) {
      throw new BadInput(Say.NO_PROVISIONS.with(source));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(LawJson.coverage(coverage));
    } else {
      for (Coverage.Finding finding : coverage.findings()) {
        out.println(
            LawText.cell(finding.citation(), 18)
                + LawText.cell(finding.kind().name().toLowerCase(java.util.Locale.ROOT), 12)
                + finding.message().in(language.get()));
      }
      out.println(
          (coverage.findings().isEmpty() ? Say.COVERED : Say.DIFFERS)
              .with(found.id(), coverage.paragraphs(), coverage.units(), coverage.findings().size())
              .in(language.get()));
    }
    out.flush();
    return coverage.findings().isEmpty() ? Main.OK : Main.FAILED;
  }

  static Act act(LawBook book, String id) {
    List<String> known = book.acts().stream().map(Act::id).toList();
    return book.findAct(id)
        .orElseThrow(() -> new BadInput(Say.NO_ACT.with(id, Nearest.hintOrAll(id, known))));
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
