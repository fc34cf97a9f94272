package kz.senim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.exchange.Wrap;

/** Answers that a person types. */
final class TypedAnswers implements Answers {

  private final LawBook book;
  private final PrintWriter out;
  private final Lang lang;
  private final BufferedReader in;
  private boolean first = true;

  TypedAnswers(LawBook book, PrintWriter out, Lang lang, BufferedReader in) {
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
        throw new BadInput(Say.INPUT_ENDED.with());
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
    if (first) {
      out.println(AskWords.HOW.in(lang));
      out.println();
      first = false;
    }
    out.println(AskWords.open(question.open()).in(lang));
    String ask = fact.ask().in(lang);
    wrapped("", fact.attestation() == null ? ask : AskWords.JUDGE.in(lang) + ask);
    for (int i = 0; i < fact.options().size(); i++) {
      wrapped(String.format("%3d) ", i + 1), fact.options().get(i).label().in(lang));
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
      wrapped(
          "  ",
          CitationText.in(book.provisionOf(requirement).citation(), lang)
              + ": "
              + requirement.statement().in(lang));
    }
    if (concerns.size() > 3) {
      out.println("  + " + (concerns.size() - 3));
    }
  }

  private void wrapped(String indent, String text) {
    Wrap.lines(indent, " ".repeat(indent.length()), text, UnaryOperator.identity(), out::println);
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
