package kz.senim.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.Citation;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a law book compares with an act's text.
 *
 * @param units how many units the text has
 * @param paragraphs how many of them are paragraphs
 * @param findings every difference, in the order of the text
 */
public record Coverage(int units, int paragraphs, List<Finding> findings) {

  /** What kind of difference it is. */
  public enum Kind {
    MISSING,
    EXCESS,
    STATUS,
    AMENDMENTS
  }

  public record Finding(Kind kind, String citation, Message message) {}

  /** Compares all of the act's provisions with the text. */
  public static Coverage of(LawBook book, String act, String text) {
    boolean overview = Overview.is(text);
    Map<String, ActText.Unit> units = overview ? Overview.parse(text) : ActText.parse(text);
    List<Finding> findings = new ArrayList<>();
    Set<String> citations = new TreeSet<>(Citation.ORDER);
    citations.addAll(units.keySet());
    book.provisionsOf(act).forEach(provision -> citations.add(provision.citation()));
    for (String citation : citations) {
      ActText.Unit unit = units.get(citation);
      Optional<Provision> provision = book.findProvision(act + "/" + citation);
      if (provision.isEmpty() && unit != null) {
        findings.add(
            new Finding(Kind.MISSING, citation, CoverageSay.MISSING.with(shortened(unit.text()))));
      } else if (unit == null) {
        if (overview && units.containsKey(Citation.parent(citation))) {
          continue; // the book may divide what an overview names
        }
        findings.add(new Finding(Kind.EXCESS, citation, CoverageSay.EXCESS.with()));
      } else {
        if (!overview) {
          compare(unit, provision.orElseThrow(), findings);
        }
      }
    }
    int paragraphs =
        (int) units.keySet().stream().filter(citation -> citation.indexOf('/') < 0).count();
    return new Coverage(units.size(), paragraphs, findings);
  }

  private static void compare(ActText.Unit unit, Provision provision, List<Finding> findings) {
    Message inText =
        unit.excluded() == null
            ? CoverageSay.IN_FORCE.with()
            : CoverageSay.EXCLUDED.with(unit.excluded().label());
    Message inBook =
        provision.excluded() == null
            ? CoverageSay.IN_FORCE.with()
            : CoverageSay.EXCLUDED.with(label(provision.excluded()));
    if (!inText.equals(inBook)) {
      findings.add(
          new Finding(Kind.STATUS, unit.citation(), CoverageSay.DIFFERS.with(inText, inBook)));
    }
    if (unit.excluded() != null) {
      return;
    }
    List<Message> textHistory = history(unit.introduced(), unit.amended());
    List<Message> bookHistory = bookHistory(provision);
    if (!textHistory.equals(bookHistory)) {
      findings.add(
          new Finding(
              Kind.AMENDMENTS,
              unit.citation(),
              CoverageSay.DIFFERS.with(textHistory, bookHistory)));
    }
  }

  private static List<Message> history(
      Footnote.@Nullable Change introduced, List<Footnote.Change> amended) {
    List<Message> parts = new ArrayList<>();
    if (introduced != null) {
      parts.add(CoverageSay.ADDED.with(introduced.label()));
    }
    amended.forEach(change -> parts.add(CoverageSay.AMENDED.with(change.label())));
    return parts.isEmpty() ? List.of(CoverageSay.UNCHANGED.with()) : parts;
  }

  private static List<Message> bookHistory(Provision provision) {
    List<Message> parts = new ArrayList<>();
    if (provision.introduced() != null) {
      parts.add(CoverageSay.ADDED.with(label(provision.introduced())));
    }
    provision.amended().forEach(change -> parts.add(CoverageSay.AMENDED.with(label(change))));
    return parts.isEmpty() ? List.of(CoverageSay.UNCHANGED.with()) : parts;
  }

  private static Message label(Amendment amendment) {
    return new Footnote.Change(
            amendment.act(),
            amendment.on(),
            amendment.basis() == Act.Basis.PUBLISHED ? amendment.effective() : null)
        .label();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "…";
  }
}
