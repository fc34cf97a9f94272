package kz.senim.server.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The interview: one question at a time, only while its answer still matters. */
@Controller
class InterviewController {

  private static final int CONCERNS_SHOWN = 3;

  private final Assessments assessments;
  private final Judgements judgements;
  private final LawBook book;

  InterviewController(Assessments assessments, Judgements judgements, LawBook book) {
    this.assessments = assessments;
    this.judgements = judgements;
    this.book = book;
  }

  /** A requirement that waits for the answer. */
  public record Concern(String id, String cite, String statement) {}

  @GetMapping("/objects/{id}/interview")
  String ask(
      @PathVariable UUID id,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    viewer.mustWrite(assessed.organization().id());
    ObjectController.put(model, assessed, viewer);
    Map<Outcome, Integer> counts = assessed.assessment().summary();
    int open = counts.getOrDefault(Outcome.UNDECIDED, 0);
    model.addAttribute("open", open);
    model.addAttribute(
        "decided", counts.values().stream().mapToInt(Integer::intValue).sum() - open);
    model.addAttribute("declined", assessments.declined(id).size());
    Optional<Interview.Question> question = assessments.question(assessed);
    if (question.isEmpty()) {
      return "objects/interview-done";
    }
    Lang lang = ui.lang();
    List<Concern> concerns =
        question.get().concerns().stream()
            .limit(CONCERNS_SHOWN)
            .map(
                r ->
                    new Concern(
                        r.id(),
                        CitationText.in(book.provisionOf(r).citation(), lang),
                        r.statement().in(lang)))
            .toList();
    model.addAttribute("question", QuestionView.of(book.facts().get(question.get().fact()), lang));
    model.addAttribute("concerns", concerns);
    model.addAttribute("more", question.get().concerns().size() - concerns.size());
    return "objects/interview";
  }

  @PostMapping("/objects/{id}/interview")
  String answer(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Fact fact = fact(String.valueOf(form.getFirst("fact")));
    if (form.containsKey("decline")) {
      assessments.decline(viewer, id, fact);
      return "redirect:/objects/" + id + "/interview";
    }
    FactForm.Read read = FactForm.read(fact, form);
    if (read.value() == null) {
      String page = ask(id, viewer, asOf, ui, model);
      model.addAttribute("question", QuestionView.of(fact, ui.lang()));
      model.addAttribute("mistakes", read.mistakes());
      return page;
    }
    if (judgements.record(viewer, id, fact, read.value())) {
      assessments.decline(viewer, id, fact); // it is not asked again meanwhile
    }
    return "redirect:/objects/" + id + "/interview";
  }

  @PostMapping("/objects/{id}/interview/again")
  String again(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    assessments.askAgain(viewer, id);
    return "redirect:/objects/" + id + "/interview";
  }

  private Fact fact(String id) {
    int index = book.factIndex(id);
    if (index < 0) {
      throw new NotFound();
    }
    return book.facts().get(index);
  }
}
