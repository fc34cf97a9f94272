package kz.senim.server.walls;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL of our own beside the application. Whoever connects needs a password: its owner's
 * lies in the data folder, for nobody's eyes but those of the system's account that starts Senim.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The file of the owner's password, in the data folder. */
  public static final String PASSWORD_FILE = "postgres-password";

  private static final String OWNER = "postgres";
  private static final String RULES =
      """
      # Written by Senim at each start: nobody connects without a password.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final DatabaseLogin owner;

  private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseLogin owner) {
    this.postgres = postgres;
    this.owner = owner;
  }

  /**
   * Starts it; it keeps its data between starts.
   *
   * @param folder the data folder
   * @param connections how many there may be at once
   */
  public static EmbeddedDatabase start(Path folder, int connections) throws IOException {
    Path data = Files.createDirectories(folder).resolve("postgres");
    Path file = folder.resolve(PASSWORD_FILE);
    if (!Files.exists(file)) {
      write(file);
    }
    String password = Files.readString(file).strip();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
            .setCleanDataDirectory(false)
            // These are for initdb, and stronger than the trust that the library asks for.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", file.toAbsolutePath().toString())
            .setConnectConfig("password", password)
            // Hooks run side by side: its own would stop the database under requests that finish.
            .setRegisterShutdownHook(false)
            // The library is made for tests, and would trade what was acknowledged for speed.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", Integer.toString(connections))
            .setServerConfig("shared_buffers", "128MB")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    DatabaseLogin owner = new DatabaseLogin(url, OWNER, password);
    lock(data.resolve("pg_hba.conf"), owner);
    return new EmbeddedDatabase(postgres, owner);
  }

  /** Folders that an older version made trust whoever connects: no more. */
  private static void lock(Path rules, DatabaseLogin owner) throws IOException {
    if (Files.readString(rules).equals(RULES)) {
      return;
    }
    JdbcClient db =
        JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    db.sql("alter role " + OWNER + " password '" + owner.password() + "'").update();
    Files.writeString(rules, RULES);
    db.sql("select pg_reload_conf()").query(Boolean.class).single();
  }

  private static void write(Path file) throws IOException {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(bytes));
  }

  public DatabaseLogin owner() {
    return owner;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
