package kz.senim.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.senim.core.law.CompiledBook;
import kz.senim.core.law.LawBook;

/** The law book that ships with Senim. */
public final class Books {

  /** Where the build puts the compiled book on the class path. */
  private static final String RESOURCE = "/senim.lawbook";

  private Books() {}

  /**
   * Loads the compiled book: from the file that the system property {@code senim.lawbook} names, or
   * from the class path.
   */
  public static LawBook shipped() {
    String file = System.getProperty("senim.lawbook");
    if (file != null) {
      try {
        return CompiledBook.read(Files.readAllBytes(Path.of(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    try (InputStream in = Books.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("this build carries no law book");
      }
      return CompiledBook.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
