package kz.senim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.senim.book.Passports;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.exchange.PassportYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code senim ask}. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    footer = {"  senim ask my-system.yaml", "  senim ask my-system.yaml --answers answers.yaml"})
final class AskCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PASSPORT.yaml", descriptionKey = "passport")
  private Path file;

  @Option(names = "--answers", paramLabel = "FILE")
  private @Nullable Path answers;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--most", paramLabel = "N")
  private int most = Integer.MAX_VALUE;

  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AskCommand() {}

  @Override
  public Integer call() throws IOException {
    LawBook book = law.book(language.get());
    LocalDate day = asOf == null ? Options.today() : asOf;
    PrintWriter out = spec.commandLine().getOut();
    Lang lang = language.get();
    Answers source =
        answers == null
            ? new TypedAnswers(
                book,
                out,
                lang,
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
            : WrittenAnswers.read(book, answers);
    Passport passport = Files.exists(file) ? Passports.read(book, file) : source.begin(book);
    Assessor assessor = new Assessor(book);
    Interview interview = new Interview(assessor);
    Facts facts = passport.facts();
    BitSet declined = new BitSet();
    int asked = 0;
    Optional<Interview.Question> question = interview.next(facts, day, declined);
    while (question.isPresent() && asked < most) {
      Answers.Reply reply = source.answer(question.get());
      if (reply.stop()) {
        break;
      }
      asked++;
      if (reply.value() == null) {
        declined.set(question.get().fact());
      } else {
        boolean judged = book.facts().get(question.get().fact()).attestation() != null;
        facts =
            facts.with(
                question.get().fact(),
                new FactValue(
                    reply.value(),
                    judged ? FactValue.Source.ATTESTED : FactValue.Source.DECLARED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
      }
      question = interview.next(facts, day, declined);
    }
    source.done();
    Passport completed =
        new Passport(
            passport.name(), passport.id(), passport.organization(), passport.bin(), facts);
    Options.writeWhole(
        file,
        Files.exists(file)
            ? PassportYaml.complete(book, Files.readString(file), passport, completed, lang)
            : PassportYaml.write(book, completed, lang));
    long open = assessor.assess(facts, day).with(Outcome.UNDECIDED).size();
    out.println(AskWords.done(asked, open, file.toString()).in(lang));
    out.flush();
    return Main.OK;
  }
}
