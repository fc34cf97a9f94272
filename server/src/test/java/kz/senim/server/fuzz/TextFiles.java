package kz.senim.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.coverage.Coverage;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.CompiledBook;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.SourceFile;
import kz.senim.exchange.CaseFile;

/** The parsers of the core: YAML of people, official texts, the compiled law book. */
final class TextFiles {

  private static final Assessor ASSESSOR = new Assessor(Fuzz.book());

  private TextFiles() {}

  static void passport(byte[] bytes) {
    try {
      Passport passport = PassportReader.read(Fuzz.book(), new SourceFile("fuzz.yaml", bytes));
      ASSESSOR.assess(passport.facts(), java.time.LocalDate.of(2026, 11, 29));
    } catch (InvalidSource e) {
      told(e);
    }
  }

  static void caseFile(byte[] bytes) {
    try {
      CaseFile.read(Fuzz.book(), new SourceFile("fuzz.json", bytes));
    } catch (InvalidSource e) {
      told(e);
    }
  }

  static void law(byte[] bytes) {
    for (String name : List.of("vocabulary/fuzz.yaml", "kz/fuzz/act.yaml")) {
      try {
        LawReader.read(List.of(new SourceFile(name, bytes)));
      } catch (InvalidSource e) {
        told(e);
      }
    }
  }

  static void officialText(byte[] bytes) {
    String act = Fuzz.book().acts().getFirst().id();
    Coverage.of(Fuzz.book(), act, new String(bytes, StandardCharsets.UTF_8));
  }

  static void lawBook(byte[] bytes) {
    try {
      CompiledBook.read(bytes);
    } catch (IllegalArgumentException e) {
      // Damaged, as it says.
    }
  }

  private static void told(InvalidSource e) {
    if (e.problems().list().isEmpty()) {
      throw new AssertionError("refused without a reason");
    }
  }
}
