package kz.senim.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Marks a data folder into which a backup is being restored: a half of one must not be served. */
public final class Unfinished {

  private static final String NAME = "restore-not-finished";

  private Unfinished() {}

  public static void begin(Path data) throws IOException {
    Files.createFile(data.resolve(NAME));
  }

  public static void end(Path data) throws IOException {
    Files.delete(data.resolve(NAME));
  }

  /** Refuses the start on such a folder. */
  static void check(Path data) {
    if (Files.exists(data.resolve(NAME))) {
      throw new Refused(StartSay.RESTORE_UNFINISHED.with(data));
    }
  }
}
