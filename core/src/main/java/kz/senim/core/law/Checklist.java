package kz.senim.core.law;

import java.util.List;
import kz.senim.core.text.Localized;

/**
 * The form of an inspection checklist: its requirements are the provisions under its annex.
 *
 * @param id the annex, such as {@code annex-3}
 * @param addressees for whom it is: ids of {@link Vocabulary#addressees()}
 * @param header the fields above the list
 * @param signatures the fields below it
 */
public record Checklist(
    String act,
    String id,
    Localized title,
    List<String> addressees,
    List<Field> header,
    List<Field> signatures) {

  /**
   * @param repeats whether there can be several, such as the officials who sign
   */
  public record Field(String id, Localized label, boolean repeats) {}
}
