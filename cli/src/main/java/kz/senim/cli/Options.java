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

  static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new TypeConversionException(
        "'" + text + "' is not a day; a day is written 2024-05-13, between 1900 and 2200");
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
        description = "Language of the output: en, ru or kk (default: that of the terminal).",
        converter = LangConverter.class)
    private @Nullable Lang lang;

    /** The language that was named. */
    Lang given() {
      if (lang == null) {
        throw new BadInput("--lang is needed: en, ru or kk, the language of the text");
      }
      return lang;
    }

    Lang get() {
      if (lang != null) {
        return lang;
      }
      return switch (Locale.getDefault().getLanguage()) {
        case "ru" -> Lang.RU;
        case "kk" -> Lang.KK;
        default -> Lang.EN;
      };
    }
  }

  /** {@code --law}. */
  static final class Law {

    @Option(
        names = "--law",
        scope = ScopeType.INHERIT,
        paramLabel = "DIR",
        description = "Use the law in this folder instead of the book that ships with Senim.")
    private @Nullable Path folder;

    @Option(
        names = "--config",
        scope = ScopeType.INHERIT,
        paramLabel = "FILE",
        description =
            "The deployment's configuration: repealed acts that it adopted as its own procedures,"
                + " and alternatives of a draft's figures to suppose"
                + " (default: what the variable SENIM_CONFIG names, if it is set).")
    private @Nullable Path configuration;

    LawBook book() throws IOException {
      LawBook book = folder == null ? Books.shipped() : compile(folder, System.err).book();
      String named = System.getenv("SENIM_CONFIG");
      Path file =
          configuration != null || named == null || named.isBlank()
              ? configuration
              : Path.of(named);
      return file == null ? book : Configuration.apply(book, LawFolder.read(file.toString(), file));
    }
  }

  /** Compiles a folder of law; that takes seconds, so it says what it does. */
  static LawReader.Result compile(Path folder, Appendable progress) throws IOException {
    List<SourceFile> files = LawFolder.read(folder);
    progress.append("reading and checking the law…");
    long start = System.nanoTime();
    try {
      return LawReader.read(files);
    } finally {
      progress.append(String.format(Locale.ROOT, " %.1f s%n", (System.nanoTime() - start) / 1e9));
    }
  }

  /** {@code --out}. */
  static final class Output {

    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE",
        description = "Write to this file instead of standard output.")
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
      throw new BadInput("there is no folder '" + folder + "' to write to");
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
      throw new TypeConversionException("'" + value + "' is not a language; there are en, ru, kk");
    }
  }
}
