package kz.senim.server.approvals;

import java.util.List;
import java.util.UUID;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a second person, and what became of the rest. */
@Controller
@RequestMapping("/approvals")
class ApprovalController {

  private static final int LONGEST = 500;

  private final Approvals approvals;

  ApprovalController(Approvals approvals) {
    this.approvals = approvals;
  }

  /** An approval, with what the viewer may do about it. */
  public record Row(Approval approval, String link, boolean decides, boolean own) {}

  @GetMapping
  String list(@ModelAttribute Viewer viewer, Model model) {
    List<Row> rows =
        approvals.list(viewer).stream()
            .map(
                approval ->
                    new Row(
                        approval,
                        approvals.link(viewer, approval),
                        approvals.decides(viewer, approval),
                        approval.askedBy().equals(viewer.account())))
            .toList();
    model.addAttribute("waiting", rows.stream().filter(ApprovalController::isWaiting).toList());
    model.addAttribute("past", rows.stream().filter(row -> !isWaiting(row)).toList());
    model.addAttribute("days", Approvals.LASTS.toDays());
    return "approvals/approvals";
  }

  private static boolean isWaiting(Row row) {
    return row.approval().state() == Approval.State.WAITING;
  }

  @PostMapping("/{id}/approve")
  String approve(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    approvals.approve(viewer, id);
    return "redirect:/approvals";
  }

  @PostMapping("/{id}/refuse")
  String refuse(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute Viewer viewer,
      Model model) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      model.addAttribute("mistakes", List.of("approvals.no-reason"));
      return list(viewer, model);
    }
    approvals.refuse(viewer, id, reason.strip());
    return "redirect:/approvals";
  }

  @PostMapping("/{id}/withdraw")
  String withdraw(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    approvals.withdraw(viewer, id);
    return "redirect:/approvals";
  }
}
