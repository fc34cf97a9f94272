package kz.senim.server.objects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.SourceFile;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Refusal;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.springframework.stereotype.Component;

/** Passports as bodies: read from YAML, of which JSON is a part, and written as they are read. */
@Component
class PassportBodies {

  /** As much as the reader of YAML takes. */
  static final int MOST_BYTES = 4 << 20;

  private final LawBook book;

  PassportBodies(LawBook book) {
    this.book = book;
  }

  /**
   * Reads a passport.
   *
   * @throws Refusal with everything that is wrong with it
   */
  Passport read(byte[] body) {
    try {
      return PassportReader.read(book, new SourceFile("passport", body));
    } catch (InvalidSource e) {
      Mistakes mistakes = new Mistakes();
      e.problems()
          .list()
          .forEach(
              problem ->
                  mistakes.add(
                      "",
                      "api.passport",
                      "api.passport.fix",
                      problem.message(),
                      problem.at().line(),
                      problem.at().column()));
      throw mistakes.refusal();
    }
  }

  /** The passport as maps, in the order in which people write it. */
  Map<String, Object> tree(Passport passport) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("passport", 1);
    tree.put("object", named("name", passport.name(), "id", passport.id()));
    tree.put("organization", named("name", passport.organization(), "bin", passport.bin()));
    Map<String, Object> facts = new LinkedHashMap<>();
    Map<String, Object> attestations = new LinkedHashMap<>();
    Facts known = passport.facts();
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue value = known.find(i);
      Fact fact = book.facts().get(i);
      if (value != null && fact.attestation() != null) {
        attestations.put(fact.attestation(), entry(value));
      } else if (value != null) {
        facts.put(fact.id(), entry(value));
      }
    }
    tree.put("facts", facts);
    if (!attestations.isEmpty()) {
      tree.put("attestations", attestations);
    }
    return tree;
  }

  String yaml(Passport passport) {
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build())
        .dumpToString(tree(passport));
  }

  private static Map<String, Object> named(
      String name, String value, String other, @Nullable String otherValue) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(name, value);
    if (otherValue != null) {
      fields.put(other, otherValue);
    }
    return fields;
  }

  private static Map<String, Object> entry(FactValue known) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "value",
        switch (known.value()) {
          case Boolean answer -> answer;
          case Double number ->
              number == Math.rint(number) && Math.abs(number) < 1e15
                  ? (Object) number.longValue()
                  : number;
          // Copied, since what is the same list would be written as one.
          case List<?> options -> new ArrayList<>(options);
          default -> FactText.write(known.value());
        });
    fields.put("source", known.source().word());
    put(fields, "by", known.by());
    put(fields, "signed-by", known.signedBy());
    put(fields, "observed", known.observed());
    put(fields, "from", known.from());
    put(fields, "until", known.until());
    put(fields, "reference", known.reference());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value instanceof LocalDate day) {
      fields.put(name, day.toString());
    } else if (value != null) {
      fields.put(name, value);
    }
  }
}
