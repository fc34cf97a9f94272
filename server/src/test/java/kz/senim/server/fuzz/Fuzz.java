package kz.senim.server.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.senim.book.Books;
import kz.senim.core.law.LawBook;
import kz.senim.server.assets.AssetFileFuzz;
import kz.senim.server.imports.PassportTableFuzz;
import kz.senim.server.search.SearchWordsFuzz;
import kz.senim.server.web.IcuMessages;

/**
 * The parsers of what comes from outside, each as a function of bytes that either reads them or
 * says what is wrong with them. {@code bench/run fuzz} gives them to a coverage-guided fuzzer;
 * {@code FuzzTest} tries each with a little of the same with each build.
 */
public final class Fuzz {

  private static final LawBook BOOK = Books.shipped();
  private static final IcuMessages MESSAGES = messages();

  private Fuzz() {}

  /** Reads the bytes; whatever escapes is a finding. */
  @FunctionalInterface
  public interface Target {

    void read(byte[] bytes) throws Exception;
  }

  /** All targets by name. */
  public static Map<String, Target> targets() {
    Map<String, Target> targets = new TreeMap<>();
    targets.put("passport-yaml", TextFiles::passport);
    targets.put("case-file", TextFiles::caseFile);
    targets.put("law-yaml", TextFiles::law);
    targets.put("official-text", TextFiles::officialText);
    targets.put("law-book", TextFiles::lawBook);
    targets.put("passport-csv", bytes -> PassportTableFuzz.read(bytes, "file.csv"));
    targets.put("passport-xlsx", bytes -> PassportTableFuzz.read(bytes, "file.xlsx"));
    targets.put("assets", AssetFileFuzz::read);
    targets.put("search-words", SearchWordsFuzz::read);
    return targets;
  }

  public static LawBook book() {
    return BOOK;
  }

  public static IcuMessages texts() {
    return MESSAGES;
  }

  private static IcuMessages messages() {
    try {
      Constructor<IcuMessages> made = IcuMessages.class.getDeclaredConstructor();
      made.setAccessible(true);
      return made.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For the fuzzer, which finds the method by its name; the target is a property. */
  public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
    Chosen.TARGET.read(bytes);
  }

  /** Chosen once, when the fuzzer begins. */
  private static final class Chosen {

    static final Target TARGET =
        java.util.Objects.requireNonNull(
            targets().get(System.getProperty("senim.fuzz", "")), "-Dsenim.fuzz names no target");
  }

  /** Writes the seeds of each target into a folder of its name, and prints the names. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Seeds.all()
        .forEach(
            (target, seeds) -> {
              write(folder.resolve(target), seeds);
              System.out.println(target);
            });
  }

  private static void write(Path folder, List<byte[]> seeds) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < seeds.size(); i++) {
        Files.write(folder.resolve("seed-" + i), seeds.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
