package kz.senim.server.walls;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL of our own beside the application. Whoever connects needs a password: its owner's
 * lies in the data folder, for nobody's eyes but those of the system's account that starts Senim.
 *
 * <p>One application looks after a data folder: the lock file says that it lives. When PostgreSQL
 * ends though nobody asked it to, it is started again on the same port.
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

  private static final String LOCK_FILE = "postgres.lock";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** After a crash it reads its log of the last minutes before it answers. */
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** The library notices no failed start; so the first attempts are short, later ones longer. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);

  private static final Duration BETWEEN_STARTS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Path data;
  private final FileChannel lock;
  private final DatabaseLogin owner;
  private final Supplier<EmbeddedPostgres.Builder> settings;
  private EmbeddedPostgres postgres;
  private boolean closed;

  private EmbeddedDatabase(
      Path data,
      FileChannel lock,
      DatabaseLogin owner,
      Supplier<EmbeddedPostgres.Builder> settings,
      EmbeddedPostgres postgres) {
    this.data = data;
    this.lock = lock;
    this.owner = owner;
    this.settings = settings;
    this.postgres = postgres;
  }

  /**
   * Starts it; it keeps its data between starts. What another application left running on the
   * folder, since it was killed, is ended first.
   *
   * @param folder the data folder
   * @param connections how many there may be at once
   * @throws DatabaseRoles.Unfit when another application works on the folder, or it is another
   *     user's
   * @throws IOException when PostgreSQL does not start
   */
  public static EmbeddedDatabase start(Path folder, int connections) throws IOException {
    mustBeOurs(folder);
    Path data = Files.createDirectories(folder).resolve("postgres");
    FileChannel lock = lock(folder);
    try {
      Leftovers.end(data);
      Path file = folder.resolve(PASSWORD_FILE);
      if (!Files.exists(file)) {
        write(file);
      }
      String password = Files.readString(file).strip();
      Supplier<EmbeddedPostgres.Builder> settings = () -> settings(folder, password, connections);
      EmbeddedPostgres postgres = settings.get().start();
      String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
      DatabaseLogin owner = new DatabaseLogin(url, OWNER, password);
      lock(data.resolve("pg_hba.conf"), owner);
      EmbeddedDatabase database = new EmbeddedDatabase(data, lock, owner, settings, postgres);
      database.watch();
      return database;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres.Builder settings(Path folder, String password, int connections) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
        .setCleanDataDirectory(false)
        // These are for initdb, and stronger than the trust that the library asks for.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.resolve(PASSWORD_FILE).toAbsolutePath().toString())
        .setConnectConfig("password", password)
        // Hooks run side by side: its own would stop the database under requests that finish.
        .setRegisterShutdownHook(false)
        // The library is made for tests, and would trade what was acknowledged for speed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // Its lock would outlive a kill, and stop the next start on the same port.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", Integer.toString(connections))
        .setServerConfig("shared_buffers", "128MB")
        .setPGStartupWait(LONGEST_START);
  }

  /** What root writes there its owner could not read, and the next start of the service fails. */
  private static void mustBeOurs(Path folder) throws IOException {
    if (Files.exists(folder)
        && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
        && !Files.getAttribute(folder, "unix:uid").equals(0)) {
      String owner = Files.getOwner(folder).getName();
      throw new DatabaseRoles.Unfit(RoleSay.NOT_THE_OWNER.with(folder, owner));
    }
  }

  /** Held as long as the application lives; the system takes it back however it ends. */
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // In this very process.
    }
    channel.close();
    throw new DatabaseRoles.Unfit(RoleSay.FOLDER_TAKEN.with(folder));
  }

  /** Looks after its first process, whose number is the first line of its own file. */
  private void watch() throws IOException {
    ProcessHandle process = Leftovers.first(data).orElse(null);
    Thread.ofVirtual()
        .name("database-watch")
        .start(
            () -> {
              try {
                while (process != null && Leftovers.runs(process)) {
                  Thread.sleep(BETWEEN_LOOKS);
                }
                restart();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void restart() throws InterruptedException {
    Duration patience = FIRST_PATIENCE;
    Thread.sleep(BETWEEN_LOOKS); // what has just ended gives back its port
    while (!again(patience)) {
      Thread.sleep(BETWEEN_STARTS);
      patience = patience.compareTo(LONGEST_START) < 0 ? patience.multipliedBy(2) : patience;
    }
  }

  /** Whether no further attempt is needed. */
  private synchronized boolean again(Duration patience) {
    if (closed) {
      return true;
    }
    LOG.warn("PostgreSQL has ended though nobody asked it to; it is started again");
    try {
      Leftovers.end(data);
      int port = postgres.getPort();
      postgres.close(); // gives back what it holds
      // A start that failed holds the library's own lock for ever; ours is the one that counts.
      Files.deleteIfExists(data.resolve("epg-lock"));
      postgres = settings.get().setPort(port).setPGStartupWait(patience).start();
      watch();
      LOG.info("PostgreSQL works again");
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL cannot be started", e);
      return false;
    }
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
  public synchronized void close() {
    closed = true;
    try (lock) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
