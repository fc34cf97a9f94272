package kz.senim.server.overview;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.web.AsOf;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: one organisation at once, or all of them as a portfolio. */
@Controller
class OverviewController {

  private static final int MOST_PAGES = 10_000;

  private final Portfolio portfolio;
  private final LawBook book;
  private final IcuMessages messages;

  OverviewController(Portfolio portfolio, LawBook book, IcuMessages messages) {
    this.portfolio = portfolio;
    this.book = book;
    this.messages = messages;
  }

  @GetMapping("/")
  String overview(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean heavy,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute Viewer viewer,
      @ModelAttribute AsOf asOf,
      @ModelAttribute("ui") Ui ui,
      Model model) {
    if (viewer.roles().size() == 1) {
      return "redirect:/organizations/" + viewer.roles().keySet().iterator().next();
    }
    Portfolio.Filter filter = new Portfolio.Filter(q.strip(), heavy, overdue);
    int at = Math.clamp(page, 0, MOST_PAGES);
    Portfolio.Found found = portfolio.find(viewer.account(), asOf.day(), filter, at);
    Portfolio.Total total = found.total();
    List<Portfolio.Row> rows = found.rows();
    Map<UUID, Map<String, int[]>> sections =
        portfolio.sections(rows.stream().map(Portfolio.Row::id).toList());
    List<Portfolio.Point> trend = portfolio.trend(viewer.account(), found.now());
    model.addAttribute("total", total);
    model.addAttribute("rows", rows);
    model.addAttribute("heat", HeatMap.of(book, rows, sections, messages, ui.lang()));
    model.addAttribute("trend", trend);
    model.addAttribute("picture", TrendPicture.of(trend));
    model.addAttribute("filter", filter);
    model.addAttribute("page", at);
    model.addAttribute("more", (at + 1) * Portfolio.PAGE < total.organizations());
    return "overview/overview";
  }
}
