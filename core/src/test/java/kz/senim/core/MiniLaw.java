package kz.senim.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;

/** A law of four requirements, small enough to hold in the head. */
public final class MiniLaw {

  private static final List<String> FILES =
      List.of("vocabulary.yaml", "act.yaml", "provisions.yaml", "cases.yaml");

  private MiniLaw() {}

  public static LawBook book() {
    return LawReader.read(files()).book();
  }

  public static List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    for (String name : FILES) {
      files.add(new SourceFile(name, text(name).getBytes(StandardCharsets.UTF_8)));
    }
    return files;
  }

  /** The mini law with one piece of one file replaced. */
  public static List<SourceFile> with(String file, String old, String replacement) {
    List<SourceFile> files = new ArrayList<>();
    for (String name : FILES) {
      String text = text(name);
      if (name.equals(file)) {
        if (!text.contains(old)) {
          throw new IllegalArgumentException(file + " has no '" + old + "'");
        }
        text = text.replace(old, replacement);
      }
      files.add(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    return files;
  }

  /** The mini law with a procedure: ask, remind, answer. */
  public static LawBook withProcedure() {
    return LawReader.read(procedureFiles("procedure.yaml", "", "")).book();
  }

  /** The mini law and its procedure, with one piece of {@code file} replaced. */
  public static List<SourceFile> procedureFiles(String file, String old, String replacement) {
    List<SourceFile> files = files();
    for (String name : List.of("procedure.yaml", "stories.yaml")) {
      String text = text(name);
      if (name.equals(file)) {
        if (!text.contains(old)) {
          throw new IllegalArgumentException(file + " has no '" + old + "'");
        }
        text = old.isEmpty() ? text : text.replace(old, replacement);
      }
      files.add(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    return files;
  }

  /** Facts as a person would write them: {@code "logs.kept: true, logs.retention: 3 years"}. */
  public static Facts facts(LawBook book, String flow) {
    Problems problems = new Problems();
    Node root =
        Yaml.read(
                new SourceFile("facts", ("{" + flow + "}").getBytes(StandardCharsets.UTF_8)),
                problems)
            .orElseThrow();
    Facts.Builder facts = new Facts.Builder(book);
    for (Node.Entry entry : ((Node.Mapping) root).entries()) {
      int index = book.factIndex(entry.key().text());
      Fact fact = book.facts().get(index);
      facts.put(
          index, FactValue.declared(Values.read(fact, entry.value(), problems).orElseThrow()));
    }
    return facts.build();
  }

  private static String text(String name) {
    try (InputStream in = MiniLaw.class.getResourceAsStream("/mini/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
