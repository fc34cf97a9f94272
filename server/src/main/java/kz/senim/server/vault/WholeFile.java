package kz.senim.server.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole and on the disk as soon as they have their name. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Gives a file that was written its name, in the place of what had it.
   *
   * @param part the file, on the same disk
   */
  public static void name(Path part, Path whole) throws IOException {
    // Before the name: what has a name is whole.
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    force(whole.resolveSibling(""));
  }

  /** Brings the names in a folder to the disk: a name is there only when its folder is. */
  public static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
