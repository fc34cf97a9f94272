package kz.senim.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;

/** Passports on disk. */
public final class Passports {

  private Passports() {}

  /**
   * A passport, with what it inherits from its organisation's passport: a file named relative to
   * its own folder.
   *
   * @throws IOException when one of the files cannot be read
   * @throws kz.senim.core.source.InvalidSource with everything that is wrong with one of them
   */
  public static Passport read(LawBook book, Path file) throws IOException {
    try {
      return PassportReader.read(
          book,
          LawFolder.read(file.toString(), file),
          name -> {
            Path organization = file.resolveSibling(name);
            try {
              return LawFolder.read(organization.toString(), organization);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
