package kz.senim.server.jobs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.Vault;
import kz.senim.server.vault.WholeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What came of jobs, in {@code jobs/} of the data folder: encrypted from the first byte on, under
 * its name only when it is whole and on the disk.
 */
@Component
class JobFiles {

  private static final Logger LOG = LoggerFactory.getLogger(JobFiles.class);

  /** How the name of what is not whole yet ends. */
  private static final String PART = ".part";

  private final Path folder;
  private final Vault vault;

  JobFiles(ServerSettings settings, Vault vault) {
    this.folder = settings.data().resolve("jobs");
    this.vault = vault;
  }

  /** The file of the attempt that is being made. Each attempt writes one of its own. */
  Writing writing(Job job) {
    return new Writing(name(job));
  }

  /**
   * What came of the job, decrypted.
   *
   * @param sealed whether it was encrypted, so that something plain is not it
   * @throws NoSuchFileException when nothing did or it is gone
   * @throws Damaged when it is not what was written; from a read also
   */
  SeekableByteChannel open(Job job, boolean sealed) throws IOException {
    Path first = folder.resolve(job.id().toString()); // as the first release named it
    return open(Files.exists(first) ? first : folder.resolve(name(job)), sealed);
  }

  private SeekableByteChannel open(Path path, boolean sealed) throws IOException {
    SeekableByteChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      if (vault.isSealed(file)) {
        return vault.opening(file, purpose(path));
      }
      if (sealed) {
        throw new Damaged(purpose(path) + " is damaged");
      }
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Deletes what is older, whole or not. */
  void forget(Instant old) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Files.createDirectories(folder))) {
      for (Path file : files) {
        try {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          // It got its name in this moment, or another server swept it.
        }
      }
    }
  }

  /** The names of all files that are whole, in their order. */
  List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(Files.createDirectories(folder))) {
      return all.map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(PART))
          .sorted()
          .toList();
    }
  }

  /**
   * Encrypts a file under the newest data key, unless it is; it stays as old as it is.
   *
   * @return whether it had to be
   * @throws NoSuchFileException when it was forgotten meanwhile
   * @throws Damaged when it is not what was written; it stays as it is
   */
  boolean renew(String name) throws IOException {
    Path path = folder.resolve(name);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      if (vault.isNewest(file)) {
        return false;
      }
    }
    FileTime age = Files.getLastModifiedTime(path);
    Writing writing = new Writing(name);
    try (InputStream old = Channels.newInputStream(open(path, false))) {
      try (OutputStream out = writing.open()) {
        old.transferTo(out);
      }
      Files.setLastModifiedTime(writing.part(), age);
      writing.keep();
      return true;
    } finally {
      writing.forget();
    }
  }

  private static String name(Job job) {
    return job.id() + "." + job.attempts();
  }

  /** What the file says that it is: one that was put in the place of another does not open. */
  private static String purpose(Path file) {
    return "job result " + file.getFileName();
  }

  /** A file that is being written. */
  final class Writing {

    private final Path whole;
    private @Nullable Path part;
    private long size;

    private Writing(String name) {
      this.whole = folder.resolve(name);
    }

    /** Begins it, or begins it anew. */
    OutputStream open() throws IOException {
      forget();
      Files.createDirectories(folder);
      // Readable by the owner of the process alone, as temporary files are made.
      Path begun = Files.createTempFile(folder, whole.getFileName() + ".", PART);
      part = begun;
      size = 0;
      OutputStream sealing = vault.sealing(Files.newOutputStream(begun), purpose(whole));
      return new FilterOutputStream(sealing) {
        @Override
        public void write(int one) throws IOException {
          out.write(one);
          size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
          size += length;
        }
      };
    }

    private Path part() {
      if (part == null) {
        throw new IllegalStateException("nothing was written");
      }
      return part;
    }

    /**
     * Gives it its name.
     *
     * @return its size, decrypted, in bytes
     */
    long keep() throws IOException {
      WholeFile.name(part(), whole);
      part = null;
      return size;
    }

    /** Deletes what was not kept. */
    void forget() {
      if (part != null) {
        try {
          Files.deleteIfExists(part);
        } catch (IOException e) {
          LOG.warn("a half-written file stays until it is swept: {}", e.getMessage());
        }
        part = null;
      }
    }
  }
}
