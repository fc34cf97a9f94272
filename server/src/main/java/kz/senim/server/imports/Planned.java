package kz.senim.server.imports;

import java.util.List;
import kz.senim.core.decision.Passport;
import kz.senim.server.objects.InformatizationObject;
import org.jspecify.annotations.Nullable;

/**
 * What taking over one passport will do.
 *
 * @param told the file, and what is wrong with it
 * @param object the object that is completed; null when a new one is registered
 * @param changes what is new or changes
 * @param same how many facts are known already
 * @param difference the passport with only what is new or changes; null when there is a mistake
 * @param elsewhere the other organisation that the passport names; empty when it names none
 */
record Planned(
    Told told,
    @Nullable InformatizationObject object,
    List<Change> changes,
    int same,
    @Nullable Passport difference,
    String elsewhere) {

  /**
   * A fact that is new or changes.
   *
   * @param shared whether it is the organisation's, and so changes for all its objects
   * @param before empty when it was not known
   */
  public record Change(
      String ask, boolean shared, String before, String after, String source, boolean isNew) {}

  public boolean good() {
    return difference != null;
  }

  public String name() {
    return difference == null ? "" : difference.name();
  }

  public long fresh() {
    return changes.stream().filter(Change::isNew).count();
  }

  public long changed() {
    return changes.size() - fresh();
  }
}
