package kz.senim.server.law;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.book.OfficialTexts;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The law to read: acts, their chapters, each provision with its history and its requirements. */
@Controller
class LawController {

  /** What binds on the day comes first. */
  private static final List<String> STATUSES = List.of("in-force", "not-yet", "draft", "repealed");

  private final LawBook book;
  private final OfficialTexts texts;

  LawController(LawBook book, ServerSettings settings) {
    this.book = book;
    this.texts = new OfficialTexts(settings.data().resolve("texts"));
  }

  /** An act in the list, with how much of it is in force on the day. */
  public record ActRow(Act act, String status, long provisions, long requirements) {}

  @GetMapping("/law")
  String acts(@ModelAttribute AsOf asOf, Model model) {
    model.addAttribute(
        "acts",
        book.acts().stream()
            .map(act -> row(act, asOf.day()))
            .sorted(Comparator.comparingInt(row -> STATUSES.indexOf(row.status())))
            .toList());
    return "law/acts";
  }

  private ActRow row(Act act, LocalDate day) {
    List<Provision> provisions = book.provisionsOf(act.id());
    return new ActRow(
        act,
        status(act, day),
        provisions.stream().map(Provision::citation).distinct().count(),
        provisions.stream().mapToLong(provision -> provision.requirements().size()).sum());
  }

  static String status(Act act, LocalDate day) {
    if (act.draft()) {
      return "draft";
    }
    return act.inForceOn(day)
        ? "in-force"
        : day.isBefore(act.inForce().from()) ? "not-yet" : "repealed";
  }

  /** One chapter at a time: the whole of the longest act would be a page of 860 entries. */
  @GetMapping("/law/{act}")
  String act(
      @PathVariable String act,
      @RequestParam(defaultValue = "") String section,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    Act found = book.findAct(act).orElseThrow(NotFound::new);
    Act.Section chosen =
        found.sections().stream()
            .filter(s -> section.isEmpty() || s.id().equals(section))
            .findFirst()
            .orElseThrow(NotFound::new);
    model.addAttribute("row", row(found, asOf.day()));
    model.addAttribute("chosen", chosen);
    model.addAttribute(
        "provisions",
        onDay(book, found, asOf.day()).values().stream()
            .filter(provision -> provision.section().equals(chosen.id()))
            .map(provision -> ProvisionView.of(provision, asOf.day(), ui.lang()))
            .toList());
    return "law/act";
  }

  @GetMapping("/law/{act}/{*citation}")
  String provision(
      @PathVariable String act,
      @PathVariable String citation,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model)
      throws IOException {
    Act found = book.findAct(act).orElseThrow(NotFound::new);
    Map<String, Provision> all = onDay(book, found, asOf.day());
    String place = citation.substring(1);
    Provision provision = Optional.ofNullable(all.get(place)).orElseThrow(NotFound::new);
    LocalDate day = asOf.day();
    Lang lang = ui.lang();
    List<String> order = List.copyOf(all.keySet());
    int at = order.indexOf(place);
    model.addAttribute("row", row(found, day));
    model.addAttribute("view", ProvisionView.of(provision, day, lang));
    model.addAttribute(
        "section",
        found.sections().stream()
            .filter(s -> s.id().equals(provision.section()))
            .findFirst()
            .orElseThrow(NotFound::new));
    model.addAttribute(
        "parents",
        order.subList(0, at).stream()
            .filter(other -> place.startsWith(other + "/"))
            .map(other -> ProvisionView.of(all.getOrDefault(other, provision), day, lang))
            .toList());
    model.addAttribute(
        "children",
        order.stream()
            .filter(other -> other.startsWith(place + "/"))
            .map(other -> ProvisionView.of(all.getOrDefault(other, provision), day, lang))
            .toList());
    model.addAttribute("requirements", ProvisionView.requirements(book, provision, day, lang));
    model.addAttribute("figures", ProvisionView.figures(book, provision, day, lang));
    model.addAttribute("versions", book.versions(provision.id()));
    model.addAttribute("previous", at == 0 ? null : neighbour(all, order.get(at - 1), day, lang));
    model.addAttribute(
        "next", at == order.size() - 1 ? null : neighbour(all, order.get(at + 1), day, lang));
    Optional<OfficialText> official = texts.find(found.id(), lang);
    model.addAttribute("official", official.map(text -> text.units().get(place)).orElse(null));
    model.addAttribute("edition", official.map(OfficialText::edition).orElse(null));
    return "law/provision";
  }

  private static ProvisionView neighbour(
      Map<String, Provision> all, String place, LocalDate day, Lang lang) {
    return ProvisionView.of(
        Optional.ofNullable(all.get(place)).orElseThrow(NotFound::new), day, lang);
  }

  /** By citation, in the order of the text, each in the version of the day. */
  static Map<String, Provision> onDay(LawBook book, Act act, LocalDate day) {
    Map<String, Provision> found = new LinkedHashMap<>();
    for (Provision provision : book.provisionsOf(act.id())) {
      found.merge(
          provision.citation(),
          provision,
          (before, later) -> later.inForceFrom().isAfter(day) ? before : later);
    }
    return found;
  }
}
