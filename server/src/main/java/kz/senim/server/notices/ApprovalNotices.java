package kz.senim.server.notices;

import java.util.List;
import kz.senim.server.approvals.ApprovalAsked;
import kz.senim.server.approvals.ApprovalDecided;
import kz.senim.server.walls.Scope;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells second persons what waits for them, and the first what came of it. */
@Component
class ApprovalNotices {

  private static final String PAGE = "/approvals";

  private final Notices notices;

  ApprovalNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(ApprovalAsked asked) {
    List<NoticeRequested> all =
        asked.approvers().stream()
            .map(
                approver ->
                    new NoticeRequested(
                        approver,
                        NoticeKind.APPROVAL_ASKED,
                        "approval:" + asked.id(),
                        List.of(
                            NoticeRequested.text(asked.asker()),
                            NoticeRequested.text(asked.subject())),
                        PAGE))
            .toList();
    Scope.system(() -> notices.add(all));
  }

  @ApplicationModuleListener
  void on(ApprovalDecided decided) {
    NoticeRequested news =
        new NoticeRequested(
            decided.asker(),
            decided.approved() ? NoticeKind.APPROVAL_GIVEN : NoticeKind.APPROVAL_REFUSED,
            "approval:" + decided.id() + ":decided",
            List.of(NoticeRequested.text(decided.by()), NoticeRequested.text(decided.subject())),
            PAGE);
    Scope.system(() -> notices.add(List.of(news)));
  }
}
