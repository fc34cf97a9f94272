package kz.senim.server.assets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the inventory.
 *
 * @param code its inventory number, by which it is told from all others of the organisation
 * @param kind one of {@link #KINDS}
 * @param object the informatisation object it belongs to; null when it belongs to none
 * @param objectName the object's name
 * @param confidentiality 1 (low) to 3 (high), as {@code integrity} and {@code availability}; null
 *     while not classified
 * @param marking what the label on it says; null while it bears none
 * @param owner the employee who answers for it; null while nobody does
 * @param responsibility how far; null while not written down
 */
public record Asset(
    UUID id,
    UUID organization,
    String code,
    String name,
    String kind,
    @Nullable String version,
    @Nullable String supplier,
    @Nullable String place,
    @Nullable UUID object,
    @Nullable String objectName,
    @Nullable Integer confidentiality,
    @Nullable Integer integrity,
    @Nullable Integer availability,
    @Nullable String marking,
    @Nullable String owner,
    @Nullable String responsibility,
    boolean archived) {

  static final List<String> KINDS =
      List.of("hardware", "software", "data", "media", "service", "other");

  /** The highest of the three, which the class of the whole asset follows; null until all are. */
  public @Nullable Integer worth() {
    return confidentiality == null || integrity == null || availability == null
        ? null
        : Math.max(confidentiality, Math.max(integrity, availability));
  }

  public boolean isAssigned() {
    return owner != null && responsibility != null;
  }
}
