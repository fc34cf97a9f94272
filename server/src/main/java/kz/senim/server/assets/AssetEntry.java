package kz.senim.server.assets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form or a line of a file tells of an asset; see {@link Asset}.
 *
 * @param line where it stands in its file; 0 of a form
 */
public record AssetEntry(
    int line,
    String code,
    String name,
    String kind,
    @Nullable String version,
    @Nullable String supplier,
    @Nullable String place,
    @Nullable UUID object,
    @Nullable Integer confidentiality,
    @Nullable Integer integrity,
    @Nullable Integer availability,
    @Nullable String marking,
    @Nullable String owner,
    @Nullable String responsibility) {

  static final int LONGEST_CODE = 500;
  static final int LONGEST = 300;

  /** The same, of the object when none was told. */
  AssetEntry ofObject(@Nullable UUID other) {
    return object != null || other == null
        ? this
        : new AssetEntry(
            line,
            code,
            name,
            kind,
            version,
            supplier,
            place,
            other,
            confidentiality,
            integrity,
            availability,
            marking,
            owner,
            responsibility);
  }
}
