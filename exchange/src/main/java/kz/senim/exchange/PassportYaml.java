package kz.senim.exchange;

import java.util.List;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
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
      out.append("  # ").append(fact.ask().in(lang).replace('\n', ' ')).append('\n');
      String key = fact.attestation() != null ? fact.attestation() : fact.id();
      out.append("  ").append(key).append(": ").append(entry(fact, value)).append('\n');
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
