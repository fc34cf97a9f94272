package kz.senim.server.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.SealedPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The contents of evidence, in the order of their names. */
@Component
class ContentsPlace implements SealedPlace {

  private static final Logger LOG = LoggerFactory.getLogger(ContentsPlace.class);
  private static final int FILES = 200;
  private static final long BYTES = 64L << 20;

  private final Contents contents;

  ContentsPlace(Contents contents) {
    this.contents = contents;
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public Step renew(String after) throws IOException {
    int renewed = 0;
    int failed = 0;
    int files = 0;
    long bytes = 0;
    for (Path folder : in(contents.folder(), after.isEmpty() ? "" : after.substring(0, 2))) {
      String prefix = folder.getFileName().toString();
      if (prefix.length() != 2) {
        continue; // what arrives
      }
      for (Path file : in(folder, "")) {
        String sha256 = prefix + file.getFileName();
        if (sha256.compareTo(after) <= 0) {
          continue;
        }
        try {
          long size = contents.renew(sha256);
          renewed += size > 0 ? 1 : 0;
          bytes += size;
        } catch (Damaged e) {
          LOG.error("evidence content {} is damaged: bring it back from a backup", sha256, e);
          failed++;
        }
        if (++files == FILES || bytes >= BYTES) {
          return new Step(sha256, renewed, failed);
        }
      }
    }
    return new Step(null, renewed, failed);
  }

  private static List<Path> in(Path folder, String from) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().compareTo(from) >= 0)
          .sorted()
          .toList();
    }
  }
}
