package kz.senim.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Nearest;

/**
 * Reads passports. Facts stand under {@code facts} by their dotted names, or nested by the parts of
 * the name; each is a bare value or a mapping with {@code value} and its provenance.
 */
public final class PassportReader {

  static final Set<String> PASSPORT =
      Set.of("passport", "object", "organization", "facts", "attestations");
  static final Set<String> PROVENANCE =
      Set.of("value", "source", "by", "signed-by", "observed", "from", "until", "reference");

  private static final Set<String> SOURCES = Set.of("declared", "document", "measured", "attested");

  private final LawBook book;
  private final Problems problems = new Problems();
  private final Facts.Builder facts;

  private PassportReader(LawBook book) {
    this.book = book;
    this.facts = new Facts.Builder(book);
  }

  /**
   * Reads a passport.
   *
   * @throws InvalidSource with everything that is wrong with it
   */
  public static Passport read(LawBook book, SourceFile file) {
    PassportReader reader = new PassportReader(book);
    Passport passport = Yaml.read(file, reader.problems).map(reader::passport).orElse(null);
    if (passport == null || !reader.problems.isEmpty()) {
      throw new InvalidSource(reader.problems);
    }
    return passport;
  }

  private Passport passport(Node root) {
    Fields f = Fields.of(root, problems, PASSPORT);
    if (root instanceof Node.Mapping) {
      f.word("passport", Set.of("1"));
    }
    String name = "";
    String id = null;
    Node object = root instanceof Node.Mapping ? f.node("object").orElse(null) : null;
    if (object != null) {
      Fields o = Fields.of(object, problems, Set.of("name", "id"));
      name = o.text("name");
      id = o.findText("id");
    }
    String organization = "";
    String bin = null;
    Node owner = root instanceof Node.Mapping ? f.node("organization").orElse(null) : null;
    if (owner != null) {
      Fields o = Fields.of(owner, problems, Set.of("name", "bin"));
      organization = o.text("name");
      bin = o.findText("bin");
      if (bin != null && !IdentificationNumber.isValid(bin)) {
        problems.add(
            o.at("bin"),
            bin.matches("[0-9]{12}")
                ? "'" + bin + "' is not a BIN: its check digit is wrong"
                : "a BIN has twelve digits");
      }
    }
    Node given = f.find("facts");
    if (given instanceof Node.Mapping mapping) {
      group("", mapping);
    } else if (given != null) {
      problems.add(given.at(), "'facts' is a mapping of facts to values, not " + given.kind());
    }
    Node attested = f.find("attestations");
    if (attested instanceof Node.Mapping mapping) {
      mapping.entries().forEach(this::attestation);
    } else if (attested != null) {
      problems.add(
          attested.at(), "'attestations' is a mapping of requirements, not " + attested.kind());
    }
    return new Passport(name, id, organization, bin, facts.build());
  }

  private void group(String prefix, Node.Mapping group) {
    for (Node.Entry entry : group.entries()) {
      String id = prefix + entry.key().text();
      int index = book.factIndex(id);
      if (index >= 0) {
        fact(index, entry);
      } else if (entry.value() instanceof Node.Mapping nested && isGroup(id)) {
        group(id + ".", nested);
      } else {
        problems.add(entry.key().at(), "unknown fact '" + id + "'" + near(id));
      }
    }
  }

  private boolean isGroup(String id) {
    return book.facts().stream().anyMatch(fact -> fact.id().startsWith(id + "."));
  }

  private void attestation(Node.Entry entry) {
    String id = entry.key().text();
    int index = book.factIndex("attest." + id);
    if (index >= 0) {
      fact(index, entry);
      return;
    }
    List<String> attested = new ArrayList<>();
    for (Requirement requirement : book.requirements()) {
      if (requirement.attestedBy() != null) {
        attested.add(requirement.id());
      }
    }
    problems.add(
        entry.key().at(),
        book.findRequirement(id).isPresent()
            ? "'" + id + "' is decided by facts, not by a person's judgement"
            : "there is no attested requirement '" + id + "'" + Nearest.hint(id, attested));
  }

  private void fact(int index, Node.Entry entry) {
    Fact fact = book.facts().get(index);
    if (facts.has(index)) {
      problems.add(entry.key().at(), "'" + fact.id() + "' is given twice");
      return;
    }
    Node value = entry.value();
    if (value instanceof Node.Scalar scalar && scalar.isNull()) {
      return; // written down, and not known yet
    }
    if (!(value instanceof Node.Mapping)) {
      FactValue.Source source =
          fact.attestation() == null ? FactValue.Source.DECLARED : FactValue.Source.ATTESTED;
      Values.read(fact, value, problems)
          .ifPresent(
              v -> facts.put(index, new FactValue(v, source, null, null, null, null, null, null)));
      return;
    }
    Fields f = Fields.of(value, problems, PROVENANCE);
    FactValue.Source source =
        fact.attestation() == null ? FactValue.Source.DECLARED : FactValue.Source.ATTESTED;
    if (f.has("source")) {
      String word = f.word("source", SOURCES);
      source =
          SOURCES.contains(word) ? FactValue.Source.valueOf(word.toUpperCase(Locale.ROOT)) : source;
    }
    FactValue.Source known = source;
    f.node("value")
        .flatMap(v -> Values.read(fact, v, problems))
        .ifPresent(
            v ->
                facts.put(
                    index,
                    new FactValue(
                        v,
                        known,
                        f.findText("by"),
                        f.findText("signed-by"),
                        f.findDate("observed"),
                        f.findDate("from"),
                        f.findDate("until"),
                        f.findText("reference"))));
  }

  private String near(String id) {
    return Nearest.hint(
        id,
        book.facts().stream().filter(fact -> fact.attestation() == null).map(Fact::id).toList());
  }
}
