package kz.senim.core.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Values;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads passports. A passport may name its organisation's, a file without {@code object}: what is
 * known there of the organisation, its networks, rooms and equipment holds for each of its objects,
 * unless the object's own passport says otherwise. Facts stand under {@code facts} by their dotted
 * names, or nested by the parts of the name; each is a bare value or a mapping with {@code value}
 * and its provenance.
 */
public final class PassportReader {

  static final Set<String> PASSPORT =
      Set.of("passport", "object", "organization", "facts", "attestations");
  static final Set<String> PROVENANCE =
      Set.of("value", "source", "by", "signed-by", "observed", "from", "until", "reference");

  /** The subject of which an organisation has many: nothing said of one holds for another. */
  private static final String OBJECT = "object";

  private static final Set<String> SOURCES =
      new LinkedHashSet<>(List.of("declared", "document", "attested", "measured"));

  private final LawBook book;
  private final Problems problems = new Problems();
  private final Facts.Builder facts;

  /** Gives the file of that name; null while an organisation's passport is read. */
  private final @Nullable Function<String, SourceFile> companions;

  private PassportReader(LawBook book, @Nullable Function<String, SourceFile> companions) {
    this.book = book;
    this.facts = new Facts.Builder(book);
    this.companions = companions;
  }

  /**
   * Reads a passport that stands alone.
   *
   * @throws InvalidSource with everything that is wrong with it
   */
  public static Passport read(LawBook book, SourceFile file) {
    return read(
        book,
        file,
        name -> {
          Problems problems = new Problems();
          problems.add(Position.of(file.name()), PassportMistake.NO_COMPANION.with(name));
          throw new InvalidSource(problems);
        });
  }

  /**
   * Reads a passport, and its organisation's if it names one.
   *
   * @param companions gives the file of that name, relative to the passport
   * @throws InvalidSource with everything that is wrong with it
   */
  public static Passport read(
      LawBook book, SourceFile file, Function<String, SourceFile> companions) {
    return read(new PassportReader(book, companions), file);
  }

  private static Passport read(PassportReader reader, SourceFile file) {
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
    Node object =
        companions == null
            ? f.find("object")
            : root instanceof Node.Mapping ? f.node("object").orElse(null) : null;
    if (object != null && companions == null) {
      problems.add(object.at(), PassportMistake.NO_OBJECT_HERE.with());
    } else if (object != null) {
      Fields o = Fields.of(object, problems, Set.of("name", "id"));
      name = o.text("name");
      id = o.findText("id");
    }
    String organization = "";
    String bin = null;
    Passport inherited = null;
    Node owner = root instanceof Node.Mapping ? f.node("organization").orElse(null) : null;
    if (owner != null) {
      Fields o = Fields.of(owner, problems, Set.of("name", "bin", "passport"));
      organization = o.text("name");
      bin = o.findText("bin");
      if (bin != null && !IdentificationNumber.isValid(bin)) {
        problems.add(
            o.at("bin"),
            bin.matches("[0-9]{12}")
                ? PassportMistake.BIN_CHECK.with(bin)
                : PassportMistake.BIN_DIGITS.with(bin));
      }
      String companion = o.findText("passport");
      Function<String, SourceFile> given = companions;
      if (companion != null && given == null) {
        problems.add(o.at("passport"), PassportMistake.NO_INHERITANCE.with());
      } else if (companion != null && given != null) {
        inherited = read(new PassportReader(book, null), given.apply(companion));
        if (bin != null && inherited.bin() != null && !bin.equals(inherited.bin())) {
          problems.add(
              o.at("passport"),
              PassportMistake.OTHER_ORGANIZATION.with(companion, inherited.bin()));
        }
      }
    }
    Node told = f.find("facts");
    if (told instanceof Node.Mapping mapping) {
      group("", mapping);
    } else if (told != null) {
      problems.add(told.at(), PassportMistake.FACTS.with(told.kind()));
    }
    Node attested = f.find("attestations");
    if (attested instanceof Node.Mapping mapping) {
      mapping.entries().forEach(this::attestation);
    } else if (attested != null) {
      problems.add(attested.at(), PassportMistake.ATTESTATIONS.with(attested.kind()));
    }
    Facts own = facts.build();
    return new Passport(
        name,
        id,
        organization,
        bin == null && inherited != null ? inherited.bin() : bin,
        inherited == null ? own : own.inheriting(inherited.facts()));
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
        problems.add(entry.key().at(), PassportMistake.UNKNOWN_FACT.with(id, near(id)));
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
            ? PassportMistake.NOT_ATTESTED.with(id)
            : PassportMistake.NO_REQUIREMENT.with(id, Nearest.hint(id, attested)));
  }

  private void fact(int index, Node.Entry entry) {
    Fact fact = book.facts().get(index);
    if (companions == null && fact.subject().equals(OBJECT)) {
      problems.add(entry.key().at(), PassportMistake.ABOUT_AN_OBJECT.with(fact.id()));
      return;
    }
    if (facts.has(index)) {
      problems.add(entry.key().at(), PassportMistake.TWICE.with(fact.id()));
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

  private Message near(String id) {
    return Nearest.hint(
        id,
        book.facts().stream().filter(fact -> fact.attestation() == null).map(Fact::id).toList());
  }
}
