package kz.senim.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/** Writes a passport as the YAML that {@link kz.senim.core.decision.PassportReader} reads. */
public final class PassportYaml {

  private PassportYaml() {}

  /** The passport, each fact under its question as a comment. */
  public static String write(LawBook book, Passport passport, Lang lang) {
    StringBuilder out = new StringBuilder("passport: 1\n");
    out.append("object:\n  name: ").append(quoted(passport.name())).append('\n');
    optional(out, "  id", passport.id());
    out.append("organization:\n  name: ").append(quoted(passport.organization())).append('\n');
    optional(out, "  bin", passport.bin());
    section(out, book, passport.facts(), lang, false);
    section(out, book, passport.facts(), lang, true);
    return out.toString();
  }

  /**
   * The passport as its owner wrote it, comments and order kept, with the facts added that it does
   * not hold yet.
   *
   * @param text the passport before
   * @param before what it says
   * @param after what it shall say
   */
  public static String complete(
      LawBook book, String text, Passport before, Passport after, Lang lang) {
    Problems problems = new Problems();
    Node root =
        Yaml.read(new SourceFile("passport", text.getBytes(StandardCharsets.UTF_8)), problems)
            .orElse(null);
    Map<Boolean, List<String>> added = new TreeMap<>();
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue value = after.facts().find(i);
      if (value != null && !value.equals(before.facts().find(i))) {
        if (before.facts().find(i) != null) {
          return write(book, after, lang); // a fact changed: only a new file can say so
        }
        Fact fact = book.facts().get(i);
        added
            .computeIfAbsent(fact.attestation() != null, _ -> new ArrayList<>())
            .addAll(entryLines(fact, value, lang));
      }
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    // From the end, so that the places found before stay right.
    for (boolean attestations : new boolean[] {true, false}) {
      List<String> entries = added.getOrDefault(attestations, List.of());
      if (entries.isEmpty()) {
        continue;
      }
      String key = attestations ? "attestations" : "facts";
      if (!(root instanceof Node.Mapping mapping) || !insert(lines, mapping, key, entries)) {
        return write(book, after, lang);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Adds entries at the end of a block; false when the block is not written as one. */
  private static boolean insert(
      List<String> lines, Node.Mapping root, String key, List<String> entries) {
    for (int i = 0; i < root.entries().size(); i++) {
      Node.Entry entry = root.entries().get(i);
      if (!entry.key().text().equals(key)) {
        continue;
      }
      if (!(entry.value() instanceof Node.Mapping block)
          || block.entries().isEmpty()
          || block.entries().getFirst().key().at().line() == entry.key().at().line()) {
        return false;
      }
      String indent = " ".repeat(block.entries().getFirst().key().at().column() - 1);
      int end =
          i + 1 < root.entries().size()
              ? root.entries().get(i + 1).key().at().line() - 1
              : lines.size();
      while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith("#"))) {
        end--;
      }
      lines.addAll(end, entries.stream().map(line -> indent + line).toList());
      return true;
    }
    lines.add(key + ":");
    entries.forEach(line -> lines.add("  " + line));
    return true;
  }

  /** A fact under its question as a comment. */
  private static List<String> entryLines(Fact fact, FactValue value, Lang lang) {
    String key = fact.attestation() != null ? fact.attestation() : fact.id();
    return List.of("# " + fact.ask().in(lang).replace('\n', ' '), key + ": " + entry(fact, value));
  }

  private static void section(
      StringBuilder out, LawBook book, Facts facts, Lang lang, boolean attestations) {
    boolean any = false;
    for (int i = 0; i < book.facts().size(); i++) {
      Fact fact = book.facts().get(i);
      FactValue value = facts.find(i);
      if (value == null || (fact.attestation() != null) != attestations) {
        continue;
      }
      if (!any) {
        out.append(attestations ? "attestations:\n" : "facts:\n");
        any = true;
      }
      entryLines(fact, value, lang).forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }

  private static String entry(Fact fact, FactValue value) {
    FactValue.Source usual =
        fact.attestation() == null ? FactValue.Source.DECLARED : FactValue.Source.ATTESTED;
    boolean bare =
        value.source() == usual
            && value.by() == null
            && value.signedBy() == null
            && value.observed() == null
            && value.from() == null
            && value.until() == null
            && value.reference() == null;
    if (bare) {
      return value(value.value());
    }
    StringBuilder out = new StringBuilder("{value: ").append(value(value.value()));
    out.append(", source: ").append(value.source().word());
    inline(out, "by", value.by());
    inline(out, "signed-by", value.signedBy());
    inline(out, "observed", value.observed());
    inline(out, "from", value.from());
    inline(out, "until", value.until());
    inline(out, "reference", value.reference());
    return out.append('}').toString();
  }

  private static void inline(StringBuilder out, String key, @Nullable Object value) {
    if (value != null) {
      out.append(", ").append(key).append(": ").append(quoted(value.toString()));
    }
  }

  private static void optional(StringBuilder out, String key, @Nullable String value) {
    if (value != null) {
      out.append(key).append(": ").append(quoted(value)).append('\n');
    }
  }

  private static String value(Object value) {
    return switch (value) {
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(Object::toString).toList()) + "]";
      case Double number -> Values.plain(number);
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  /** A plain word as it is; anything else in double quotes with JSON's escapes. */
  private static String quoted(String text) {
    if (text.matches("[a-z][a-z0-9-]*")
        && !List.of("true", "false", "yes", "no", "null").contains(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
