package kz.senim.core.decision;

import java.util.List;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How one requirement came out, and why.
 *
 * @param applies why it binds the subject or does not, or what leaves that open
 * @param met why it is met or not; null when it does not apply
 * @param missing indexes of the facts that would decide it, most telling first; empty unless
 *     undecided
 * @param earlierWording whether on the day asked about another wording was in force than the one
 *     held
 */
public record Decision(
    Requirement requirement,
    Outcome outcome,
    Reason applies,
    @Nullable Reason met,
    List<Integer> missing,
    boolean earlierWording) {

  /** What decided: of one that does not apply the gate that closed, else the rule itself. */
  public Reason because() {
    return met == null || outcome == Outcome.NOT_APPLICABLE ? applies : met;
  }
}
