package kz.senim.server.imports;

import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import kz.senim.server.fuzz.Fuzz;

/** Tables of passports, given to a fuzzer. */
public final class PassportTableFuzz {

  private static final PassportFiles FILES = new PassportFiles(Fuzz.book(), Fuzz.texts());

  private PassportTableFuzz() {}

  public static void read(byte[] bytes, String name) {
    for (Told told : FILES.read(new SourceFile(name, bytes), "Пример", Lang.KK)) {
      if (told.passport() == null && told.mistakes().isEmpty()) {
        throw new AssertionError("refused without a reason");
      }
    }
  }
}
