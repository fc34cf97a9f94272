package kz.senim.server.objects;

import java.util.List;
import java.util.Locale;
import kz.senim.core.decision.Decision;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;

/**
 * One requirement in a list.
 *
 * @param section {@code act#section}
 * @param outcome the outcome's word
 * @param severity the weight's word
 * @param missing the questions whose answers would decide it, at most two
 */
public record RequirementRow(
    String id,
    String act,
    String section,
    String cite,
    String statement,
    String outcome,
    String severity,
    List<String> missing) {

  static RequirementRow of(LawBook book, Decision decision, Lang lang) {
    Provision provision = book.provisionOf(decision.requirement());
    return new RequirementRow(
        decision.requirement().id(),
        provision.act(),
        provision.act() + "#" + provision.section(),
        CitationText.in(provision.citation(), lang),
        decision.requirement().statement().in(lang),
        decision.outcome().word(),
        book.getSeverity(decision.requirement().severity()).level().word(),
        decision.missing().stream()
            .limit(2)
            .map(fact -> book.facts().get(fact).ask().in(lang))
            .toList());
  }

  boolean contains(String words) {
    return (cite + " " + statement).toLowerCase(Locale.ROOT).contains(words);
  }
}
