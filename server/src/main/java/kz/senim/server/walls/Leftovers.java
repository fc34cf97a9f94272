package kz.senim.server.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's processes that still work on a data folder though nobody looks after them: all of
 * it, when the application was killed, or single sessions, when its first process was. No other one
 * can start beside them.
 */
final class Leftovers {

  private static final String FILE = "postmaster.pid";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 20;

  private Leftovers() {}

  /**
   * Ends them and waits until they are gone; whoever calls holds the folder's lock. Loses nothing:
   * what was acknowledged is in the write-ahead log.
   *
   * @throws IOException when they do not end
   */
  static void end(Path data) throws IOException {
    List<ProcessHandle> left = on(data);
    long began = System.nanoTime();
    boolean killed = false;
    if (!left.isEmpty()) {
      left.forEach(ProcessHandle::destroy);
    }
    while (!left.isEmpty()) {
      long waited = System.nanoTime() - began;
      if (waited > LONGEST.toNanos()) {
        throw new IOException(
            "PostgreSQL's processes on " + data + " do not end: " + pids(left) + ". End them.");
      }
      if (!killed && waited > PATIENCE.toNanos()) {
        left.forEach(ProcessHandle::destroyForcibly);
        killed = true;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while PostgreSQL's processes end", e);
      }
      left = on(data);
    }
    ProcessHandle first = first(data).orElse(null);
    if (first != null && first.info().command().isEmpty()) {
      // Nobody collects the dead in a container without an init; to PostgreSQL they look alive.
      Files.delete(data.resolve(FILE));
    }
  }

  /** The process that its file names, if it is there in any form. */
  static Optional<ProcessHandle> first(Path data) throws IOException {
    Path file = data.resolve(FILE);
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : Optional.empty();
  }

  /** Whether it runs a program; one that nobody has collected does not. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static List<Long> pids(List<ProcessHandle> processes) {
    return processes.stream().map(ProcessHandle::pid).toList();
  }

  /** All of PostgreSQL's processes work in the data folder, which tells whose they are. */
  static List<ProcessHandle> on(Path data) throws IOException {
    if (!Files.exists(data)) {
      return List.of();
    }
    Path folder = data.toRealPath();
    return ProcessHandle.allProcesses()
        .filter(process -> isPostgres(process.info().command()))
        .filter(process -> worksIn(process.pid(), folder))
        .toList();
  }

  private static boolean isPostgres(Optional<String> command) {
    return command.filter(program -> program.endsWith("/bin/postgres")).isPresent();
  }

  private static boolean worksIn(long pid, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(folder);
    } catch (IOException e) {
      return false; // gone by now, or somebody else's
    }
  }
}
