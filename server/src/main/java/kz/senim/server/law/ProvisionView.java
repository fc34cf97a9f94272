package kz.senim.server.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A provision as a page shows it on a day.
 *
 * @param path its address
 * @param status {@code in-force}, {@code not-yet} or {@code excluded}
 * @param earlier whether another wording was in force on that day than the one held
 */
public record ProvisionView(
    Provision provision, String path, String cite, String status, boolean earlier) {

  /** A change, in the order in which changes took effect. */
  public record Change(String kind, @Nullable String act, LocalDate on, boolean estimated) {}

  /** A requirement with what it rests on. */
  public record RequirementView(
      Requirement requirement, String severity, List<String> proofs, List<String> addressees) {}

  /** A figure of the law with its value on the day. */
  public record Figure(String name, String value) {}

  static ProvisionView of(Provision provision, LocalDate day, Lang lang) {
    String status =
        day.isBefore(provision.inForceFrom())
            ? "not-yet"
            : provision.inForceOn(day) ? "in-force" : "excluded";
    return new ProvisionView(
        provision,
        "/law/" + provision.id(),
        CitationText.in(provision.citation(), lang),
        status,
        status.equals("in-force") && day.isBefore(provision.wordingFrom()));
  }

  /** What happened to the provision, as footnotes tell it. */
  public List<Change> history() {
    List<Change> changes = new ArrayList<>();
    Amendment introduced = provision.introduced();
    changes.add(
        introduced == null
            ? new Change(
                "began", null, provision.inForceFrom(), provision.basis() == Act.Basis.ESTIMATED)
            : change("introduced", introduced));
    provision.amended().forEach(amendment -> changes.add(change("amended", amendment)));
    Amendment excluded = provision.excluded();
    if (excluded != null) {
      changes.add(change("excluded", excluded));
    }
    return changes;
  }

  private static Change change(String kind, Amendment amendment) {
    return new Change(
        kind, amendment.act(), amendment.effective(), amendment.basis() == Act.Basis.ESTIMATED);
  }

  static List<RequirementView> requirements(
      LawBook book, Provision provision, LocalDate day, Lang lang) {
    return provision.requirements().stream()
        .flatMap(id -> book.findRequirement(id).stream())
        .filter(requirement -> requirement.inForceOn(day) || !provision.inForceOn(day))
        .map(
            requirement ->
                new RequirementView(
                    requirement,
                    book.getSeverity(requirement.severity()).level().word(),
                    book.vocabulary().evidence().stream()
                        .filter(e -> requirement.evidence().contains(e.id()))
                        .map(e -> e.name().in(lang))
                        .toList(),
                    book.vocabulary().addressees().stream()
                        .filter(a -> requirement.addressees().contains(a.id()))
                        .map(a -> a.name().in(lang))
                        .toList()))
        .toList();
  }

  static List<Figure> figures(LawBook book, Provision provision, LocalDate day, Lang lang) {
    return book.parameters().stream()
        .filter(
            figure ->
                figure.act().equals(provision.act())
                    && figure.cites().equals(provision.citation())
                    && figure.on(day) != null)
        .map(
            figure ->
                new Figure(
                    figure.name().in(lang), ValueText.bare(figure.on(day), figure.unit(), lang)))
        .toList();
  }
}
