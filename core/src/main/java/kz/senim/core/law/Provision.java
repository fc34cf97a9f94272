package kz.senim.core.law;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * One provision in one version: a paragraph, a subparagraph or a listed item.
 *
 * @param act the act it stands in
 * @param citation its place in the act, such as {@code 38/4} or {@code 38/2/item-3}
 * @param section the id of the act's section it stands in
 * @param inForceFrom the day from which there is such a provision
 * @param basis how that day is known
 * @param introduced the act that added it; null when it was there from the beginning
 * @param amended the acts that changed it or the paragraph around it, in order
 * @param excluded the act that took it out; null while it stands
 * @param summary what it says, in our own words
 * @param term for a definition, the term
 * @param note what a lawyer should know about this reading
 * @param requirements the ids of its requirements
 */
public record Provision(
    String act,
    String citation,
    String section,
    Nature nature,
    LocalDate inForceFrom,
    Act.Basis basis,
    @Nullable Amendment introduced,
    List<Amendment> amended,
    @Nullable Amendment excluded,
    Localized summary,
    @Nullable Localized term,
    @Nullable Localized note,
    List<String> requirements) {

  /** Act and citation: {@code P1600000832/38/4}. */
  public String id() {
    return act + "/" + citation;
  }

  /** The paragraph's number, or its annex and number: {@code 38}, {@code annex-3}. */
  public String paragraph() {
    int slash = citation.indexOf('/');
    return slash < 0 ? citation : citation.substring(0, slash);
  }

  /** The subparagraph's number, or null for a paragraph and for an item directly under it. */
  public @Nullable String subparagraph() {
    String[] parts = citation.split("/", -1);
    return parts.length > 1 && !parts[1].startsWith("item-") ? parts[1] : null;
  }

  /** The item's ordinal under the nearest numbered unit, from 1; null for a numbered unit. */
  public @Nullable Integer item() {
    int at = citation.lastIndexOf("/item-");
    return at < 0 ? null : Integer.valueOf(citation.substring(at + 6));
  }

  /** How deep it stands: 0 for a paragraph. */
  public int depth() {
    return (int) citation.chars().filter(c -> c == '/').count();
  }

  /** The day from which the wording held is the one in force. */
  public LocalDate wordingFrom() {
    LocalDate from = inForceFrom;
    for (Amendment amendment : amended) {
      if (amendment.effective().isAfter(from)) {
        from = amendment.effective();
      }
    }
    return from;
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (excluded == null || day.isBefore(excluded.effective()));
  }
}
