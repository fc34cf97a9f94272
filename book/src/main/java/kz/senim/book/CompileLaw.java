package kz.senim.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.law.CompiledBook;
import kz.senim.core.source.InvalidSource;

/** The build step that turns {@code law/} into the one file that ships. */
public final class CompileLaw {

  private CompileLaw() {}

  /**
   * @param args the folder with the law, and the file to write
   */
  public static void main(String[] args) throws IOException {
    try {
      LawReader.Result result = LawReader.read(LawFolder.read(Path.of(args[0])));
      Path out = Path.of(args[1]);
      Files.createDirectories(out.toAbsolutePath().getParent());
      Files.write(out, CompiledBook.write(result.book()));
    } catch (InvalidSource e) {
      throw new IllegalStateException("the law has mistakes:\n" + e.getMessage(), e);
    }
  }
}
