package kz.senim.core.casework;

import java.time.Instant;
import java.util.Map;

/**
 * One act of a case file, signed and never changed.
 *
 * @param id its own identifier; the same act told twice is one act
 * @param act what was done
 * @param by the role in which it was done
 * @param at when
 * @param sequence its place among acts of the same instant
 * @param fields what it tells, by field; values as {@link kz.senim.core.rule.Type} says
 * @param attachments the SHA-256 of each attachment in hexadecimal, by kind
 */
public record CaseAct(
    String id,
    String act,
    String by,
    Instant at,
    int sequence,
    Map<String, Object> fields,
    Map<String, String> attachments) {

  /** The same act at another place among acts of its instant. */
  public CaseAct placed(int place) {
    return new CaseAct(id, act, by, at, place, fields, attachments);
  }
}
