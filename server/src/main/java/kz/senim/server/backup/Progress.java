package kz.senim.server.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far it is: each table that is not empty, and now and then how many files. */
final class Progress {

  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final PrintStream out;
  private final String verb;
  private long files;
  private long bytes;
  private long said = System.nanoTime();

  /**
   * @param verb such as {@code saved}
   */
  Progress(PrintStream out, String verb) {
    this.out = out;
    this.verb = verb;
  }

  void part(Manifest.Part part) {
    bytes += part.size();
    if (part.name().startsWith("tables/")) {
      if (part.rows() > 0) {
        out.printf(
            Locale.ROOT,
            "%s %s: %d rows%n",
            verb,
            part.name().substring("tables/".length()),
            part.rows());
      }
      return;
    }
    files++;
    if (System.nanoTime() - said > PAUSE) {
      said = System.nanoTime();
      out.println(sum());
    }
  }

  String sum() {
    return String.format(Locale.ROOT, "%s %d files, %.1f MB in all", verb, files, bytes / 1e6);
  }
}
