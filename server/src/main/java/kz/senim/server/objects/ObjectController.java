package kz.senim.server.objects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.Outcome;
import kz.senim.core.decision.Warning;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An object before the law: at a glance, as a list of requirements, and each of them by itself. */
@Controller
class ObjectController {

  private static final int DUTIES_SHOWN = 5;

  private final Assessments assessments;
  private final Standings standings;
  private final LawBook book;
  private final WorkingCalendar calendar;
  private final ObjectProvider<OpenRemedies> remedies;

  ObjectController(
      Assessments assessments,
      Standings standings,
      LawBook book,
      WorkingCalendar calendar,
      ObjectProvider<OpenRemedies> remedies) {
    this.assessments = assessments;
    this.standings = standings;
    this.book = book;
    this.calendar = calendar;
    this.remedies = remedies;
  }

  /**
   * Something due.
   *
   * @param workingDays from the day asked about; negative when overdue
   */
  public record Due(
      String requirement, String statement, String cite, LocalDate due, int workingDays) {}

  @GetMapping("/objects/{id}")
  String object(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    List<Duties.Duty> duties = Duties.of(book, assessed.facts(), assessed.assessment());
    Standing standing = standings.count(id, duties, assessed.assessment());
    put(model, assessed, viewer);
    model.addAttribute("standing", standing);
    model.addAttribute("sections", SectionCount.of(book, standing.sections(), ui.lang()));
    model.addAttribute(
        "worst",
        rows(assessed, Outcome.NOT_MET, ui.lang()).stream()
            .filter(row -> row.severity().equals(Vocabulary.Level.HIGH.word()))
            .limit(5)
            .toList());
    model.addAttribute("due", due(duties, asOf.day(), ui.lang()));
    model.addAttribute("warnings", warnings(assessed, ui.lang(), false));
    model.addAttribute("expired", warnings(assessed, ui.lang(), true));
    model.addAttribute("questions", questions(assessed));
    model.addAttribute("openRemedies", remedies.stream().mapToInt(one -> one.open(id)).sum());
    return "objects/object";
  }

  @GetMapping("/objects/{id}/requirements")
  String requirements(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String section,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    String words = q.strip().toLowerCase(Locale.ROOT);
    Map<String, List<RequirementRow>> bySection = new LinkedHashMap<>();
    int shown = 0;
    for (Decision decision : assessed.assessment().decisions()) {
      if (outcome.isEmpty()
          ? decision.outcome() == Outcome.NOT_APPLICABLE
          : !decision.outcome().word().equals(outcome)) {
        continue;
      }
      RequirementRow row = RequirementRow.of(book, decision, ui.lang());
      if ((section.isEmpty() || row.section().equals(section))
          && (severity.isEmpty() || row.severity().equals(severity))
          && (words.isEmpty() || row.contains(words))) {
        bySection.computeIfAbsent(row.section(), _ -> new ArrayList<>()).add(row);
        shown++;
      }
    }
    Standing standing = standings.count(id, List.of(), assessed.assessment());
    put(model, assessed, viewer);
    model.addAttribute("bySection", bySection);
    model.addAttribute("titles", titles(ui.lang()));
    model.addAttribute("sections", SectionCount.of(book, standing.sections(), ui.lang()));
    model.addAttribute("standing", standing);
    model.addAttribute("shown", shown);
    model.addAttribute(
        "filter", Map.of("outcome", outcome, "section", section, "severity", severity, "q", q));
    return "objects/requirements";
  }

  @GetMapping("/objects/{id}/requirements/{requirement}")
  String requirement(
      @PathVariable UUID id,
      @PathVariable String requirement,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    Decision decision = assessed.decision(requirement);
    Lang lang = ui.lang();
    Explainer explainer = new Explainer(book, assessed.facts(), asOf.day(), lang);
    Provision provision = book.provisionOf(decision.requirement());
    put(model, assessed, viewer);
    model.addAttribute("row", RequirementRow.of(book, decision, lang));
    model.addAttribute("provision", provision);
    model.addAttribute("actTitle", book.getAct(provision.act()).shortTitle().in(lang));
    model.addAttribute("because", explainer.lines(decision));
    model.addAttribute("binds", explainer.binds(decision));
    model.addAttribute(
        "weight", book.getSeverity(decision.requirement().severity()).because().in(lang));
    model.addAttribute(
        "proofs",
        book.vocabulary().evidence().stream()
            .filter(e -> decision.requirement().evidence().contains(e.id()))
            .map(e -> e.name().in(lang))
            .toList());
    model.addAttribute(
        "missing",
        decision.missing().stream().map(book.facts()::get).map(fact -> asked(fact, lang)).toList());
    model.addAttribute("decided", decidedBy(decision, lang));
    model.addAttribute("controls", decision.requirement().mapsTo());
    return "objects/requirement";
  }

  /** A fact as a person is asked for it. */
  public record Asked(String fact, String ask, String whom) {}

  private static Asked asked(Fact fact, Lang lang) {
    return new Asked(fact.id(), fact.ask().in(lang), Roles.name(fact.knownBy()).in(lang));
  }

  /** The facts on which the outcome rests, so that they can be opened and changed. */
  private List<Asked> decidedBy(Decision decision, Lang lang) {
    BitSet facts = new BitSet();
    Evaluation.facts(decision.requirement().met(), facts::set);
    return facts.stream().mapToObj(book.facts()::get).map(fact -> asked(fact, lang)).toList();
  }

  private List<RequirementRow> rows(Assessed assessed, Outcome outcome, Lang lang) {
    return assessed.assessment().with(outcome).stream()
        .map(decision -> RequirementRow.of(book, decision, lang))
        .toList();
  }

  private List<Due> due(List<Duties.Duty> duties, LocalDate day, Lang lang) {
    return duties.stream()
        .flatMap(
            duty -> {
              LocalDate due = duty.due();
              return due == null
                  ? Stream.<Due>empty()
                  : Stream.of(
                      new Due(
                          duty.requirement().id(),
                          duty.requirement().statement().in(lang),
                          CitationText.in(book.provisionOf(duty.requirement()).citation(), lang),
                          due,
                          due.isBefore(day)
                              ? -calendar.workingDaysBetween(due, day)
                              : calendar.workingDaysBetween(day, due)));
            })
        .limit(DUTIES_SHOWN)
        .toList();
  }

  /** What a reader must know of the law, or which facts may not be relied on any more. */
  private static List<String> warnings(Assessed assessed, Lang lang, boolean ofFacts) {
    return assessed.assessment().warnings().stream()
        .filter(warning -> (warning.kind() == Warning.Kind.EXPIRED_FACTS) == ofFacts)
        .map(warning -> warning.text().in(lang))
        .toList();
  }

  /** How many different answers the undecided requirements wait for. */
  private int questions(Assessed assessed) {
    return (int)
        assessed.assessment().with(Outcome.UNDECIDED).stream()
            .flatMap(decision -> decision.missing().stream())
            .distinct()
            .count();
  }

  private Map<String, String> titles(Lang lang) {
    Map<String, String> titles = new LinkedHashMap<>();
    book.acts()
        .forEach(
            act ->
                act.sections()
                    .forEach(
                        section ->
                            titles.put(
                                act.id() + "#" + section.id(),
                                act.shortTitle().in(lang) + " · " + section.title().in(lang))));
    return titles;
  }

  static void put(Model model, Assessed assessed, Viewer viewer) {
    model.addAttribute("object", assessed.object());
    model.addAttribute("organization", assessed.organization());
    model.addAttribute("writes", viewer.writes(assessed.organization().id()));
  }
}
