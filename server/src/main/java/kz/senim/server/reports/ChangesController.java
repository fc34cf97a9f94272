package kz.senim.server.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.law.LawBook;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Standing;
import kz.senim.server.objects.Standings;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.TypedDay;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed for an object since a day, and how it stood over time. */
@Controller
class ChangesController {

  private static final int USUAL_DAYS = 30;

  private final Assessments assessments;
  private final Standings standings;
  private final Changes changes;
  private final LawBook book;
  private final IcuMessages messages;

  ChangesController(
      Assessments assessments,
      Standings standings,
      Changes changes,
      LawBook book,
      IcuMessages messages) {
    this.assessments = assessments;
    this.standings = standings;
    this.changes = changes;
    this.book = book;
    this.messages = messages;
  }

  @GetMapping("/objects/{id}/changes")
  String changes(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    List<String> mistakes = new ArrayList<>();
    LocalDate end = day(to, asOf.day(), mistakes);
    LocalDate start = day(from, end.minusDays(USUAL_DAYS), mistakes);
    if (!start.isBefore(end)) {
      mistakes.add("reports.changes.order");
    }
    Assessed assessed;
    try {
      assessed = assessments.assess(viewer, id, end);
      if (mistakes.isEmpty()) {
        PrintItems words = new PrintItems(book, messages, assessed, ui.lang());
        Changes.Since since = changes.between(assessed, start, ui.lang(), words);
        model.addAttribute("since", since);
        model.addAttribute("outcomes", grouped(since.outcomes()));
      }
    } catch (BeforeTheLaw e) {
      mistakes.add("reports.changes.before-law");
      assessed = assessments.assess(viewer, id, asOf.day());
    }
    List<Standing> trend = standings.trend(id, end);
    model.addAttribute("object", assessed.object());
    model.addAttribute("organization", assessed.organization());
    model.addAttribute("from", start);
    model.addAttribute("to", end);
    model.addAttribute("mistakes", mistakes.stream().distinct().toList());
    model.addAttribute("trend", trend.isEmpty() ? null : Trend.of(trend, end));
    return "reports/changes";
  }

  private static LocalDate day(String text, LocalDate usual, List<String> mistakes) {
    if (text.isBlank()) {
      return usual;
    }
    try {
      return TypedDay.parse(text);
    } catch (DateTimeException e) {
      mistakes.add("facts.bad-day");
      return usual;
    }
  }

  /** By what became of them: what is worse first. */
  private static Map<String, List<Changes.InOutcome>> grouped(List<Changes.InOutcome> all) {
    Map<String, List<Changes.InOutcome>> groups = new LinkedHashMap<>();
    for (String after : new String[] {"not-met", "undecided", "met", "not-applicable", ""}) {
      List<Changes.InOutcome> some =
          all.stream().filter(outcome -> outcome.after().equals(after)).toList();
      if (!some.isEmpty()) {
        groups.put(after, some);
      }
    }
    return groups;
  }
}
