package kz.senim.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.senim.book.Books;
import kz.senim.book.LawFolder;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;

/** The example passports, assessed by the law book that ships. */
final class Examples {

  static final LawBook BOOK = Books.shipped();

  private static final Assessor ASSESSOR = new Assessor(BOOK);

  private Examples() {}

  static List<Path> passports() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../examples"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static Report report(Path file, LocalDate day) throws IOException {
    Passport passport = PassportReader.read(BOOK, LawFolder.read(file.toString(), file));
    return new Report(BOOK, passport, ASSESSOR.assess(passport.facts(), day));
  }
}
