package kz.senim.server.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds; its last part.
 *
 * @param schema the newest change of the tables, such as {@code 90}
 * @param madeAt when, in ISO 8601
 * @param parts all others, in their order
 * @param counters the sequences and how far they have counted
 * @param masterKey the fingerprint of the master key without which its secrets and evidence cannot
 *     be read; null in backups of older programs, and where nothing is sealed
 */
record Manifest(
    String schema,
    String madeAt,
    List<Part> parts,
    List<Counter> counters,
    @Nullable String masterKey) {

  static final String NAME = "manifest.json";

  /**
   * @param name {@code tables/…} or {@code files/…}
   * @param rows of a table; 0 of a file
   */
  record Part(String name, long size, String sha256, long rows) {}

  /**
   * @param last the last value given; a sequence that gave none is left out
   */
  record Counter(String sequence, long last) {}
}
