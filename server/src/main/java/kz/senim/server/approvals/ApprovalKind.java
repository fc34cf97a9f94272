package kz.senim.server.approvals;

import java.util.Set;
import kz.senim.server.web.Viewer;

/** Something that takes two persons. A module that has such a thing adds a component. */
public interface ApprovalKind {

  /** The words for it in the database and in {@code approvals.kind.…}, such as {@code owner}. */
  Set<String> words();

  /**
   * Lets it take effect, in the transaction of the approval.
   *
   * @param viewer the second person, or the first where there is no second
   */
  void carryOut(Viewer viewer, Approval approval);

  /** The path of the page on which the viewer sees its effect. */
  String link(Viewer viewer, Approval approval);
}
