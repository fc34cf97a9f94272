package kz.senim.core.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.senim.core.text.Lang;

/**
 * An act's official text as an operator imported it, by citation. Senim ships none.
 *
 * @param edition the day of the last amendment that it contains
 */
public record OfficialText(String act, Lang lang, LocalDate edition, Map<String, String> units) {

  /**
   * Takes the plain text apart.
   *
   * @param edition the day of its last amendment, or empty to take it from the footnotes
   * @return empty when it is not the text of an act, or its edition is neither given nor to be
   *     found
   */
  public static Optional<OfficialText> of(
      String act, Lang lang, Optional<LocalDate> edition, String text) {
    Map<String, ActText.Unit> parsed = ActText.parse(text);
    Map<String, String> units = new LinkedHashMap<>();
    TreeMap<LocalDate, String> days = new TreeMap<>();
    for (ActText.Unit unit : parsed.values()) {
      units.put(unit.citation(), unit.text());
      unit.amended().forEach(change -> days.put(change.on(), change.act()));
      if (unit.introduced() != null) {
        days.put(unit.introduced().on(), unit.introduced().act());
      }
      if (unit.excluded() != null) {
        days.put(unit.excluded().on(), unit.excluded().act());
      }
    }
    Optional<LocalDate> last =
        edition.or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey()));
    return units.isEmpty()
        ? Optional.empty()
        : last.map(day -> new OfficialText(act, lang, day, units));
  }
}
