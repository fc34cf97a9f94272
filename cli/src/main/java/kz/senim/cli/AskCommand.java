package kz.senim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.senim.book.LawFolder;
import kz.senim.book.Passports;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Type;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Nearest;
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
    description = {
      "Asks only the questions that still matter, and writes the passport.",
      "Answer with a value, the number of an option, or nothing when you do not know;",
      "? says why it is asked, q saves and stops."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  senim ask my-system.yaml",
      "  senim ask my-system.yaml --answers answers.yaml      (fact: value, one a line)"
    })
final class AskCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PASSPORT.yaml",
      description = "The passport to complete; made when it is not there yet.")
  private Path file;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Take the answers from this YAML file instead of the terminal.")
  private @Nullable Path answers;

  @Option(names = "--as-of", paramLabel = "DATE", description = "The day to ask for.")
  private @Nullable LocalDate asOf;

  @Option(names = "--most", paramLabel = "N", description = "Stop after so many questions.")
  private int most = Integer.MAX_VALUE;

  @Mixin private Options.Language language;
  @Mixin private Options.Law law;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AskCommand() {}

  @Override
  public Integer call() throws IOException {
    LawBook book = law.book();
    LocalDate day = asOf == null ? Options.today() : asOf;
    PrintWriter out = spec.commandLine().getOut();
    Lang lang = language.get();
    Answers source =
        answers == null
            ? new Typed(
                book,
                out,
                lang,
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
            : Written.read(book, answers);
    Passport passport = Files.exists(file) ? Passports.read(book, file) : source.begin(book);
    Assessor assessor = new Assessor(book);
    Interview interview = new Interview(assessor);
    Facts facts = passport.facts();
    BitSet declined = new BitSet();
    int asked = 0;
    Optional<Interview.Question> question = interview.next(facts, day, declined);
    while (question.isPresent() && asked < most) {
      Reply reply = source.answer(question.get());
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

  /**
   * An answer.
   *
   * @param value null when the person does not know
   * @param stop whether to end the interview
   */
  private record Reply(@Nullable Object value, boolean stop) {}

  /** Where answers come from. */
  private interface Answers {

    /** A new passport's first lines. */
    Passport begin(LawBook book) throws IOException;

    Reply answer(Interview.Question question) throws IOException;

    /** Called at the end; reports what was wrong with the answers as a whole. */
    void done();
  }

  /** Answers that stand in a file. */
  private static final class Written implements Answers {

    private final Map<Integer, Object> values = new HashMap<>();
    private String object = "";
    private String organization = "";

    static Written read(LawBook book, Path file) throws IOException {
      Problems problems = new Problems();
      Written written = new Written();
      Optional<Node> root = Yaml.read(LawFolder.read(file.toString(), file), problems);
      if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
          written.take(book, entry, problems);
        }
      } else if (root.isPresent()) {
        problems.add(root.get().at(), "answers are written 'fact: value', one a line");
      }
      if (!problems.isEmpty()) {
        throw new InvalidSource(problems);
      }
      return written;
    }

    private void take(LawBook book, Node.Entry entry, Problems problems) {
      String id = entry.key().text();
      if (id.equals("object.name") && entry.value() instanceof Node.Scalar scalar) {
        object = scalar.text();
        return;
      }
      if (id.equals("organization.name") && entry.value() instanceof Node.Scalar scalar) {
        organization = scalar.text();
        return;
      }
      int index = book.factIndex(id) >= 0 ? book.factIndex(id) : book.factIndex("attest." + id);
      if (index < 0) {
        problems.add(
            entry.key().at(),
            "unknown fact '"
                + id
                + "'"
                + Nearest.hint(id, book.facts().stream().map(Fact::id).toList()));
        return;
      }
      Values.read(book.facts().get(index), entry.value(), problems)
          .ifPresent(value -> values.put(index, value));
    }

    @Override
    public Passport begin(LawBook book) {
      if (object.isEmpty() || organization.isEmpty()) {
        throw new BadInput(
            "a new passport needs 'object.name' and 'organization.name' among the answers");
      }
      return new Passport(object, null, organization, null, Facts.none(book));
    }

    @Override
    public Reply answer(Interview.Question question) {
      return new Reply(values.get(question.fact()), false);
    }

    @Override
    public void done() {}
  }

  /** Answers that a person types. */
  private static final class Typed implements Answers {

    private final LawBook book;
    private final PrintWriter out;
    private final Lang lang;
    private final BufferedReader in;

    Typed(LawBook book, PrintWriter out, Lang lang, BufferedReader in) {
      this.book = book;
      this.out = out;
      this.lang = lang;
      this.in = in;
    }

    @Override
    public Passport begin(LawBook book) throws IOException {
      String object = required(AskWords.OBJECT.in(lang));
      String organization = required(AskWords.ORGANIZATION.in(lang));
      return new Passport(object, null, organization, null, Facts.none(book));
    }

    private String required(String question) throws IOException {
      while (true) {
        out.print(question + " ");
        out.flush();
        String line = in.readLine();
        if (line == null) {
          throw new BadInput("the input ended before the passport had a name");
        }
        if (!line.isBlank()) {
          return line.strip();
        }
      }
    }

    @Override
    public Reply answer(Interview.Question question) throws IOException {
      Fact fact = book.facts().get(question.fact());
      out.println();
      out.println(AskWords.open(question.open()).in(lang));
      String ask = fact.ask().in(lang);
      out.println(fact.attestation() == null ? ask : AskWords.JUDGE.in(lang) + ask);
      for (int i = 0; i < fact.options().size(); i++) {
        out.println("  " + (i + 1) + ") " + fact.options().get(i).label().in(lang));
      }
      while (true) {
        out.print(AskWords.hint(fact.type()).in(lang) + " > ");
        out.flush();
        String line = in.readLine();
        if (line == null || line.strip().equals("q")) {
          return new Reply(null, true);
        }
        String text = line.strip();
        if (text.isEmpty()) {
          return new Reply(null, false);
        }
        if (text.equals("?")) {
          why(question);
          continue;
        }
        Problems problems = new Problems();
        Optional<Object> value = Values.read(fact, node(fact, text), problems);
        if (value.isPresent()) {
          return new Reply(value.get(), false);
        }
        out.println("  " + AskWords.AGAIN.in(lang) + AskWords.hint(fact.type()).in(lang));
      }
    }

    private void why(Interview.Question question) {
      out.println(AskWords.WHY.in(lang));
      List<Requirement> concerns = question.concerns();
      for (Requirement requirement : concerns.subList(0, Math.min(3, concerns.size()))) {
        out.println(
            "  "
                + CitationText.in(book.provisionOf(requirement).citation(), lang)
                + ": "
                + requirement.statement().in(lang));
      }
      if (concerns.size() > 3) {
        out.println("  + " + (concerns.size() - 3));
      }
    }

    /** What the person typed as the node that a passport would hold. */
    private static Node node(Fact fact, String text) {
      Position at = Position.of("");
      if (fact.type() == Type.SET) {
        List<Node> items = new ArrayList<>();
        if (!text.equals("0") && !text.equals("-")) {
          for (String part : text.split("[,;\\s]+", -1)) {
            items.add(scalar(option(fact, part), at));
          }
        }
        return new Node.Sequence(at, items);
      }
      if (fact.type() == Type.CHOICE) {
        return scalar(option(fact, text), at);
      }
      if (fact.type() == Type.BOOLEAN) {
        String word = text.toLowerCase(java.util.Locale.ROOT);
        if (List.of("y", "д", "да", "и", "иә").contains(word)) {
          return scalar("yes", at);
        }
        if (List.of("n", "н", "нет", "ж", "жоқ").contains(word)) {
          return scalar("no", at);
        }
      }
      return scalar(text.replace(',', '.'), at);
    }

    private static String option(Fact fact, String text) {
      if (text.matches("\\d{1,3}")) {
        int number = Integer.parseInt(text);
        if (number >= 1 && number <= fact.options().size()) {
          return fact.options().get(number - 1).id();
        }
      }
      return text;
    }

    private static Node.Scalar scalar(String text, Position at) {
      return new Node.Scalar(at, text, false, at);
    }

    @Override
    public void done() {
      out.println();
    }
  }
}
