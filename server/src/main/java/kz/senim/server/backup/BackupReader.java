package kz.senim.server.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup from its beginning to its end, and says where it is not what was written. */
final class BackupReader {

  private final BackupKey key;

  BackupReader(BackupKey key) {
    this.key = key;
  }

  /** Takes the parts, one after the other. */
  @FunctionalInterface
  interface Taker {

    /**
     * @param content to be read to its end or not at all
     */
    void take(String name, InputStream content) throws IOException, SQLException, BackupProblem;
  }

  /** Looks at every byte; the manifest, against which all of it was held. */
  Manifest verify(Path file, Progress progress) throws IOException, SQLException, BackupProblem {
    List<Manifest.Part> found = new ArrayList<>();
    Manifest manifest =
        read(
            file,
            (name, content) -> {
              Parts hash = new Parts(OutputStream.nullOutputStream());
              content.transferTo(hash);
              found.add(hash.part(name, 0));
            });
    for (int i = 0; i < Math.max(found.size(), manifest.parts().size()); i++) {
      Manifest.Part right = i < manifest.parts().size() ? manifest.parts().get(i) : null;
      Manifest.Part is = i < found.size() ? found.get(i) : null;
      if (right == null || is == null || !right.name().equals(is.name())) {
        throw new BackupProblem(
            BackupSay.MANIFEST_DIFFERS.with(
                file,
                is == null ? BackupSay.NOTHING.with() : is.name(),
                right == null ? BackupSay.NOTHING.with() : right.name()));
      }
      if (right.size() != is.size() || !right.sha256().equals(is.sha256())) {
        throw new BackupProblem(BackupSay.PART_DIFFERS.with(file, is.name()));
      }
      progress.part(right);
    }
    return manifest;
  }

  /** Hands out the parts; the manifest, which comes last. */
  Manifest read(Path file, Taker taker) throws IOException, SQLException, BackupProblem {
    if (!Files.isReadable(file)) {
      throw new BackupProblem(BackupSay.NOT_READABLE.with(file));
    }
    Counted counted = new Counted(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    Object at = BackupSay.BEGINNING.with();
    try (counted;
        ZipInputStream zip = open(file, counted)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        at = name;
        if (name.equals(Manifest.NAME)) {
          Manifest manifest =
              JsonMapper.builder().build().readValue(zip.readAllBytes(), Manifest.class);
          zip.transferTo(OutputStream.nullOutputStream());
          at = BackupSay.END.with();
          // Only the last segment tells that nothing was cut off.
          while (zip.getNextEntry() != null) {
            throw new BackupProblem(BackupSay.FOLLOWS.with(file));
          }
          return manifest;
        }
        taker.take(name, zip);
      }
    } catch (BackupProblem | SQLException e) {
      throw e;
    } catch (IOException | JacksonException e) {
      throw damaged(file, at, counted.count, e);
    }
    throw damaged(file, at, counted.count, null);
  }

  private ZipInputStream open(Path file, InputStream in) throws IOException, BackupProblem {
    try {
      return new ZipInputStream(key.decrypt(in), StandardCharsets.UTF_8);
    } catch (BackupProblem e) {
      throw new BackupProblem(BackupSay.OF_FILE.with(file, e.reason()), e);
    }
  }

  private static BackupProblem damaged(
      Path file, Object at, long count, @Nullable Exception cause) {
    return new BackupProblem(
        (cause == null ? BackupSay.ENDS_EARLY : BackupSay.DAMAGED)
            .with(file, at, count, file.toFile().length()),
        cause);
  }

  /** Knows how much of the file was read. */
  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
