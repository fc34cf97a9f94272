package kz.senim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.senim.book.LawFolder;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Nearest;

/** Answers that stand in a file. */
final class WrittenAnswers implements Answers {

  private final Map<Integer, Object> values = new HashMap<>();
  private String object = "";
  private String organization = "";

  static WrittenAnswers read(LawBook book, Path file) throws IOException {
    Problems problems = new Problems();
    WrittenAnswers written = new WrittenAnswers();
    Optional<Node> root = Yaml.read(LawFolder.read(file.toString(), file), problems);
    if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        written.take(book, entry, problems);
      }
    } else if (root.isPresent()) {
      problems.add(root.get().at(), Say.ANSWERS_LINES.with());
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
          Say.UNKNOWN_FACT.with(
              id, Nearest.hint(id, book.facts().stream().map(Fact::id).toList())));
      return;
    }
    Values.read(book.facts().get(index), entry.value(), problems)
        .ifPresent(value -> values.put(index, value));
  }

  @Override
  public Passport begin(LawBook book) {
    if (object.isEmpty() || organization.isEmpty()) {
      throw new BadInput(Say.ANSWERS_NAMES.with());
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
