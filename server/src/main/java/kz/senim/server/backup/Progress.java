package kz.senim.server.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import kz.senim.terminal.Languages;

/** Says how far it is: each table that is not empty, and now and then how many files. */
final class Progress {

  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final PrintStream out;
  private final BackupSay verb;
  private long files;
  private long bytes;
  private long said = System.nanoTime();

  /**
   * @param verb such as {@link BackupSay#SAVED}
   */
  Progress(PrintStream out, BackupSay verb) {
    this.out = out;
    this.verb = verb;
  }

  void part(Manifest.Part part) {
    bytes += part.size();
    if (part.name().startsWith("tables/")) {
      if (part.rows() > 0) {
        out.println(
            BackupSay.ROWS
                .with(verb.with(), part.name().substring("tables/".length()), part.rows())
                .in(Languages.usual()));
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
    return BackupSay.SUM
        .with(verb.with(), files, String.format(Locale.ROOT, "%.1f", bytes / 1e6))
        .in(Languages.usual());
  }
}
