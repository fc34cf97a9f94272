package kz.senim.server.operations;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import kz.senim.server.ServerSettings;
import org.springframework.stereotype.Component;

/** How much room the disk of the data folder has. */
@Component
public class FreeSpace {

  private final Path folder;
  private final long least;

  FreeSpace(ServerSettings settings, OperationsSettings operations) {
    folder = settings.data();
    least = operations.dataMinFree().toBytes();
  }

  /** The bytes that may still be used. */
  long free() throws IOException {
    // Files.getFileStore looks the disk up in /proc/mounts, which systemd's ProcSubset=pid hides.
    long free = folder.toFile().getUsableSpace();
    if (free == 0 && !folder.toFile().exists()) {
      throw new NoSuchFileException(folder.toString());
    }
    return free;
  }

  /** The bytes that must stay free, so that a database on the same disk can go on. */
  long least() {
    return least;
  }

  /**
   * Whether so many bytes more can be taken.
   *
   * @param bytes less than 0 when it is not known how many they will be
   */
  public boolean hasRoomFor(long bytes) throws IOException {
    return free() - Math.max(bytes, 0) >= least;
  }

  Path folder() {
    return folder;
  }
}
