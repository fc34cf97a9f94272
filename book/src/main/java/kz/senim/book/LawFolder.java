package kz.senim.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;

/** The files of a folder with law in it. */
public final class LawFolder {

  private LawFolder() {}

  /**
   * Every {@code .yaml} file under the folder, named relative to it.
   *
   * @throws IOException when the folder is none, or a file cannot be read
   */
  public static List<SourceFile> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths =
          walk.filter(p -> p.toString().endsWith(".yaml") && Files.isRegularFile(p))
              .filter(p -> !folder.relativize(p).startsWith("target"))
              .sorted()
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      files.add(read(folder.getFileName() + "/" + name, path));
    }
    return files;
  }

  /** One file; of a file beyond the limit only enough is read to see that it is too large. */
  public static SourceFile read(String name, Path path) throws IOException {
    return read(name, path, Yaml.MOST_BYTES);
  }

  /** As {@link #read(String, Path)}, with a limit of its own. */
  public static SourceFile read(String name, Path path, int mostBytes) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "a folder");
    }
    try (var in = Files.newInputStream(path)) {
      return new SourceFile(name, in.readNBytes(mostBytes + 1));
    }
  }
}
