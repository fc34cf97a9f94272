package kz.senim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import kz.senim.book.Books;
import kz.senim.book.LawFolder;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.law.Configuration;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import kz.senim.terminal.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Options that several commands share, and what follows from them. */
final class Options {

  private Options() {}

  /** Days are counted in the capital's zone, wherever the machine stands. */
  static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  /** A day of the years of the law; what would be right is said where the call is answered. */
  static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new TypeConversionException(text);
  }

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /** A constant as it is written on the command line. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code --lang}. */
  static final class Language {

    @Option(
        names = "--lang",
        scope = ScopeType.INHERIT,
        paramLabel = "LANG",
        converter = LangConverter.class)
    private @Nullable Lang lang;

    /** The language that was named. */
    Lang given() {
      if (lang == null) {
        throw new BadInput(Say.LANG_NEEDED.with());
      }
      return lang;
    }

    Lang get() {
      return lang == null ? Languages.usual() : lang;
    }
  }

  /** {@code --law}. */
  static final class Law {

    @Option(names = "--law", scope = ScopeType.INHERIT, paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--config", scope = ScopeType.INHERIT, paramLabel = "FILE")
    private @Nullable Path configuration;

    LawBook book(Lang lang) throws IOException {
      LawBook book = folder == null ? Books.shipped() : compile(folder, System.err, lang).book();
      String named = System.getenv("SENIM_CONFIG");
      Path file =
          configuration != null || named == null || named.isBlank()
              ? configuration
              : Path.of(named);
      return file == null ? book : Configuration.apply(book, LawFolder.read(file.toString(), file));
    }
  }

  /** Compiles a folder of law; that takes seconds, so it says what it does. */
  static LawReader.Result compile(Path folder, Appendable progress, Lang lang) throws IOException {
    List<SourceFile> files = LawFolder.read(folder);
    progress.append(Say.COMPILING.with().in(lang));
    long start = System.nanoTime();
    try {
      return LawReader.read(files);
    } finally {
      String seconds = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
      progress.append(Say.SECONDS.with(seconds).in(lang)).append(System.lineSeparator());
    }
  }

  /** {@code --out}. */
  static final class Output {

    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE")
    private @Nullable Path file;

    void write(String text, PrintWriter standard) throws IOException {
      if (file == null) {
        standard.print(text);
        standard.flush();
      } else {
        writeWhole(file, text);
      }
    }
  }

  /** Writes the file whole or not at all. */
  static void writeWhole(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput(Say.NO_TARGET_FOLDER.with(String.valueOf(folder)));
    }
    // Not createTempFile: the result would be readable by its owner only.
    Path temporary =
        folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
      try {
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Reads a language code. */
  static final class LangConverter implements ITypeConverter<Lang> {
    @Override
    public Lang convert(String value) {
      for (Lang lang : Lang.values()) {
        if (lang.code().equals(value)) {
          return lang;
        }
      }
      throw new TypeConversionException(value);
    }
  }
}
