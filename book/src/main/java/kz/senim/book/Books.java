package kz.senim.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.senim.core.law.CompiledBook;
import kz.senim.core.law.LawBook;

/** The law book that ships with Senim. */
public final class Books {

  /** Where the build puts the compiled book on the class path. */
  private static final String RESOURCE = "/senim.lawbook";

  private Books() {}

  /** Loads the compiled book. */
  public static LawBook shipped() {
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
