package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is known of an object, from whom and since when; changing it keeps what was before. */
@Controller
class FactController {

  private final Objects objects;
  private final FactStore facts;
  private final Assessments assessments;
  private final Judgements judgements;
  private final LawBook book;

  FactController(
      Objects objects,
      FactStore facts,
      Assessments assessments,
      Judgements judgements,
      LawBook book) {
    this.objects = objects;
    this.facts = facts;
    this.assessments = assessments;
    this.judgements = judgements;
    this.book = book;
  }

  /** A known fact in a list. */
  public record Row(String fact, String ask, String value, FactValue known, boolean expired) {}

  /** An entry of a fact's history. */
  public record Entry(FactRecord told, String value) {}

  @GetMapping("/objects/{id}/facts")
  String list(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Assessed assessed = assessments.assess(viewer, id, asOf.day());
    String words = q.strip().toLowerCase(Locale.ROOT);
    Map<String, List<Row>> bySubject = new LinkedHashMap<>();
    Map<String, String> subjects = new HashMap<>();
    book.vocabulary().subjects().forEach(s -> subjects.put(s.id(), s.name().in(ui.lang())));
    int shown = 0;
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue known = assessed.facts().find(i);
      Fact fact = book.facts().get(i);
      String ask = fact.ask().in(ui.lang());
      if (known == null || !(words.isEmpty() || ask.toLowerCase(Locale.ROOT).contains(words))) {
        continue;
      }
      shown++;
      bySubject
          .computeIfAbsent(
              subjects.getOrDefault(fact.subject(), fact.subject()), _ -> new ArrayList<>())
          .add(
              new Row(
                  fact.id(),
                  ask,
                  ValueText.of(fact, known.value(), ui.lang()),
                  known,
                  !known.holdsOn(asOf.day())));
    }
    ObjectController.put(model, assessed, viewer);
    model.addAttribute("bySubject", bySubject);
    model.addAttribute("shown", shown);
    model.addAttribute("q", q);
    return "objects/facts";
  }

  @GetMapping("/objects/{id}/facts/{fact}")
  String fact(
      @PathVariable UUID id,
      @PathVariable String fact,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    InformatizationObject object = objects.object(viewer, id);
    Fact found = find(fact);
    Lang lang = ui.lang();
    List<Entry> history =
        facts.history(object, found).stream()
            .map(
                told -> {
                  FactValue value = told.value();
                  return new Entry(
                      told, value == null ? "" : ValueText.of(found, value.value(), lang));
                })
            .toList();
    model.addAttribute("object", object);
    model.addAttribute("organization", objects.organization(viewer, object.organization()));
    model.addAttribute("writes", viewer.writes(object.organization()));
    model.addAttribute("question", QuestionView.of(found, lang));
    model.addAttribute("history", history);
    return "objects/fact";
  }

  @PostMapping("/objects/{id}/facts/{fact}")
  String change(
      @PathVariable UUID id,
      @PathVariable String fact,
      @RequestParam MultiValueMap<String, String> form,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Fact found = find(fact);
    @Nullable FactValue told = null;
    if (!form.containsKey("retract")) {
      FactForm.Read read = FactForm.read(found, form);
      if (read.value() == null) {
        model.addAttribute("mistakes", read.mistakes());
        return fact(id, fact, viewer, ui, model);
      }
      told = read.value();
    }
    if (judgements.record(viewer, id, found, told)) {
      return "redirect:/approvals";
    }
    return "redirect:/objects/" + id + "/facts/" + fact;
  }

  private Fact find(String id) {
    int index = book.factIndex(id);
    if (index < 0) {
      throw new NotFound();
    }
    return book.facts().get(index);
  }
}
