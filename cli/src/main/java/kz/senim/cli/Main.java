package kz.senim.cli;

import java.nio.file.Path;
import kz.senim.book.LawFolder;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.source.InvalidSource;

/** Entry. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    long t = System.nanoTime();
    try {
      LawReader.Result r = LawReader.read(LawFolder.read(Path.of(args[args.length - 1])));
      System.out.println(
          r.book().provisions().size()
              + " provisions, "
              + r.book().requirements().size()
              + " requirements, "
              + r.book().facts().size()
              + " facts, "
              + r.cases()
              + " cases in "
              + (System.nanoTime() - t) / 1_000_000
              + " ms");
    } catch (InvalidSource e) {
      System.err.print(e.problems().render());
      System.err.println(e.problems().list().size() + " problems");
      System.exit(1);
    }
  }
}
