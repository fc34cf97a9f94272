package kz.senim.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL that runs beside the application, with its data in the data folder. */
public final class OwnPostgres {

  private OwnPostgres() {}

  /** Starts it; it listens on this computer only, on a port that is free. */
  public static EmbeddedPostgres start(Path data, int connections) throws IOException {
    Path folder = Files.createDirectories(data);
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
        .setCleanDataDirectory(false)
        // Hooks run side by side: its own would stop the database under requests that still finish.
        .setRegisterShutdownHook(false)
        // The library is made for tests, and would trade what was acknowledged for speed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", Integer.toString(connections))
        .setServerConfig("shared_buffers", "128MB")
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  /** Whether the data folder holds a database. */
  public static boolean isIn(Path data) {
    return Files.exists(data.resolve("postgres/PG_VERSION"));
  }

  /** The address of the one that runs on the data folder at this moment, if one does. */
  public static Optional<String> running(Path data) throws IOException {
    Path file = data.resolve("postgres/postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 4 || ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "jdbc:postgresql://localhost:" + lines.get(3).strip() + "/postgres?user=postgres");
  }
}
