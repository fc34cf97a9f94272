package kz.senim.server.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The law book: acts, their provisions on a day, and what these require. */
@ApiController
class LawApi {

  private final LawBook book;

  LawApi(LawBook book) {
    this.book = book;
  }

  /**
   * An act.
   *
   * @param status in-force, not-yet, repealed or draft on the day
   * @param edition the day of the last amendment that the text held contains
   * @param checkedOn when a person last compared it with what is known of the act
   */
  public record ActView(
      String id,
      String kind,
      String number,
      LocalDate adopted,
      String title,
      String shortTitle,
      String status,
      LocalDate inForceFrom,
      LocalDate edition,
      LocalDate checkedOn) {}

  /**
   * A provision on the day, in Senim's own words; only the official text has force.
   *
   * @param status in-force, not-yet or excluded
   * @param earlierWording whether another wording was in force that day than the one held
   */
  public record ProvisionRow(
      String id,
      String act,
      String place,
      String citation,
      String section,
      String nature,
      String status,
      boolean earlierWording,
      String summary,
      @Nullable String term,
      List<String> requirements,
      List<ProvisionChange> history) {}

  /** What happened to a provision: began, introduced, amended or excluded. */
  public record ProvisionChange(
      String kind, @Nullable String act, LocalDate on, boolean estimated) {}

  /** What a subject can meet or fail. */
  public record RequirementRow(
      String id,
      String act,
      String provision,
      String citation,
      String statement,
      String subject,
      List<String> addressees,
      String severity,
      boolean attested,
      LocalDate from,
      @Nullable LocalDate until,
      List<String> evidence,
      Map<String, List<String>> controls) {}

  /** The acts of the law book. */
  @GetMapping("/acts")
  @Needs({})
  Part<ActView> acts(Caller caller, Paging paging) {
    return paging.of(book.acts(), act -> view(act, caller));
  }

  /** One act. */
  @GetMapping("/acts/{act}")
  @Needs({})
  ActView act(@PathVariable String act, Caller caller) {
    return view(book.findAct(act).orElseThrow(NotFound::new), caller);
  }

  /** The provisions of an act in the order of its text. */
  @GetMapping("/acts/{act}/provisions")
  @Needs({})
  Part<ProvisionRow> provisions(@PathVariable String act, Caller caller, Paging paging) {
    Act found = book.findAct(act).orElseThrow(NotFound::new);
    return paging.of(
        List.copyOf(LawController.onDay(book, found, caller.day()).values()),
        provision -> view(provision, caller));
  }

  /**
   * One provision.
   *
   * @param place where it stands in the act, such as 38/4
   */
  @GetMapping("/acts/{act}/provision")
  @Needs({})
  ProvisionRow provision(@PathVariable String act, @RequestParam String place, Caller caller) {
    Act found = book.findAct(act).orElseThrow(NotFound::new);
    return Optional.ofNullable(LawController.onDay(book, found, caller.day()).get(place))
        .map(provision -> view(provision, caller))
        .orElseThrow(NotFound::new);
  }

  /**
   * The requirements in force on the day.
   *
   * @param act only those of the act; absent for all
   */
  @GetMapping("/requirements")
  @Needs({})
  Part<RequirementRow> requirements(
      @RequestParam(required = false) @Nullable String act, Caller caller, Paging paging) {
    return paging.of(
        book.requirements().stream()
            .filter(requirement -> requirement.inForceOn(caller.day()))
            .filter(requirement -> act == null || book.provisionOf(requirement).act().equals(act))
            .toList(),
        requirement -> view(requirement, caller.lang()));
  }

  /** One requirement. */
  @GetMapping("/requirements/{requirement}")
  @Needs({})
  RequirementRow requirement(@PathVariable String requirement, Caller caller) {
    return view(book.findRequirement(requirement).orElseThrow(NotFound::new), caller.lang());
  }

  private static ActView view(Act act, Caller caller) {
    Lang lang = caller.lang();
    return new ActView(
        act.id(),
        act.kind(),
        act.number(),
        act.adopted(),
        act.title().in(lang),
        act.shortTitle().in(lang),
        LawController.status(act, caller.day()),
        act.inForce().from(),
        act.edition(),
        act.checkedOn());
  }

  private static ProvisionRow view(Provision provision, Caller caller) {
    ProvisionView view = ProvisionView.of(provision, caller.day(), caller.lang());
    Localized term = provision.term();
    return new ProvisionRow(
        provision.id(),
        provision.act(),
        provision.citation(),
        view.cite(),
        provision.section(),
        provision.nature().name().toLowerCase(java.util.Locale.ROOT),
        view.status(),
        view.earlier(),
        provision.summary().in(caller.lang()),
        term == null ? null : term.in(caller.lang()),
        provision.requirements(),
        view.history().stream()
            .map(c -> new ProvisionChange(c.kind(), c.act(), c.on(), c.estimated()))
            .toList());
  }

  private RequirementRow view(Requirement requirement, Lang lang) {
    Provision provision = book.provisionOf(requirement);
    return new RequirementRow(
        requirement.id(),
        provision.act(),
        provision.id(),
        CitationText.in(provision.citation(), lang),
        requirement.statement().in(lang),
        requirement.subject(),
        requirement.addressees(),
        book.getSeverity(requirement.severity()).level().word(),
        requirement.attestedBy() != null,
        requirement.from(),
        requirement.until(),
        requirement.evidence(),
        requirement.mapsTo());
  }
}
