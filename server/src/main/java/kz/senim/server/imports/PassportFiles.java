package kz.senim.server.imports;

import java.util.List;
import java.util.Locale;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problem;
import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.springframework.stereotype.Component;

/** Reads passports from files of any kind that is taken; tells all that is wrong with each. */
@Component
class PassportFiles {

  private final LawBook book;
  private final IcuMessages messages;

  PassportFiles(LawBook book, IcuMessages messages) {
    this.book = book;
    this.messages = messages;
  }

  /**
   * @param organization the name of the organisation into which they go
   */
  List<Told> read(SourceFile file, String organization, Lang lang) {
    String name = file.name().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return List.of(yaml(file, lang));
      }
      if (name.endsWith(".csv")) {
        return GridPassports.read(
            book, messages, lang, file.name(), GridReader.csv(file.bytes()), organization);
      }
      if (name.endsWith(".xlsx")) {
        return GridPassports.read(
            book, messages, lang, file.name(), GridReader.xlsx(file.bytes()), organization);
      }
      return List.of(whole(file, messages.get(lang, "imports.bad-kind")));
    } catch (GridReader.Unreadable e) {
      return List.of(whole(file, messages.get(lang, String.valueOf(e.getMessage()))));
    }
  }

  private Told yaml(SourceFile file, Lang lang) {
    try {
      return new Told(file.name(), PassportReader.read(book, file), List.of());
    } catch (InvalidSource e) {
      return new Told(
          file.name(),
          null,
          e.problems().list().stream().map(problem -> mistake(problem, lang)).toList());
    }
  }

  private Mistake mistake(Problem problem, Lang lang) {
    Position at = problem.at();
    return new Mistake(
        at.line() == 0
            ? ""
            : messages.get(
                lang, "imports.place", Integer.toString(at.line()), Integer.toString(at.column())),
        problem.message().in(lang),
        problem.snippet(),
        at.column() - 1);
  }

  private static Told whole(SourceFile file, String message) {
    return new Told(file.name(), null, List.of(new Mistake("", message, "", -1)));
  }
}
