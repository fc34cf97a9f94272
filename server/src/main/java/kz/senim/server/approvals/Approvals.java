package kz.senim.server.approvals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two persons for what one must not do alone. Where there is no second who could, it takes effect
 * at once and is marked so: nobody is locked out, and everybody can see it.
 */
@Component
@Transactional
public class Approvals {

  /** How long something waits. */
  static final Duration LASTS = Duration.ofDays(14);

  private final ApprovalStore store;
  private final ObjectProvider<ApprovalKind> kinds;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Approvals(
      ApprovalStore store,
      ObjectProvider<ApprovalKind> kinds,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for something; whether the viewer may ask is checked before.
   *
   * @param organization null for what administrators decide
   * @param subject of whom or what, in words that need no language
   * @param target whose rights it is about, who has no say
   * @return whether it waits; false when it took effect, because there is no second person
   */
  public boolean ask(
      Viewer viewer,
      String kind,
      @Nullable UUID organization,
      String subject,
      @Nullable UUID target,
      String input) {
    Set<UUID> approvers = new HashSet<>(store.approvers(organization, target));
    approvers.remove(viewer.account());
    UUID id = UUID.randomUUID();
    Timestamp now = Timestamp.from(clock.instant());
    Timestamp until = Timestamp.from(clock.instant().plus(LASTS));
    store.forgetExpired(kind, organization, input, now);
    boolean alone = approvers.isEmpty();
    boolean fresh =
        store.add(
            id, kind, organization, subject, target, input, viewer.account(), now, until, alone);
    if (!fresh) {
      return true; // somebody asked for the same already
    }
    String detail = kind + ": " + subject;
    audit.record(organization, alone ? "approval.alone" : "approval.ask", "approval " + id, detail);
    if (alone) {
      kind(kind).carryOut(viewer, store.find(id).orElseThrow());
      return false;
    }
    events.publishEvent(new ApprovalAsked(id, kind, subject, viewer.name(), approvers));
    return true;
  }

  /** What waits, and what was decided lately, of all that the viewer may see. */
  List<Approval> list(Viewer viewer) {
    return store.list(viewer, Timestamp.from(clock.instant()));
  }

  /** What waits in an organisation, or of an account; the newest first. */
  public List<Approval> waiting(@Nullable UUID organization, @Nullable UUID target) {
    return store.waiting(organization, target, Timestamp.from(clock.instant()));
  }

  /** Whether the viewer is a second person for it. */
  boolean decides(Viewer viewer, Approval approval) {
    return approval.state() == Approval.State.WAITING
        && !approval.askedBy().equals(viewer.account())
        && !viewer.account().equals(approval.target())
        && (isOf(viewer, approval) || (viewer.administrator() && !isOfWork(approval)));
  }

  private static boolean isOf(Viewer viewer, Approval approval) {
    UUID organization = approval.organization();
    return organization != null && viewer.writes(organization);
  }

  /** An administrator has a say in who is who, and none in what an organisation judges. */
  private static boolean isOfWork(Approval approval) {
    return approval.target() == null;
  }

  void approve(Viewer viewer, UUID id) {
    Approval approval = locked(viewer, id);
    store.decide(id, "approved", viewer.account(), null, Timestamp.from(clock.instant()));
    kind(approval.kind()).carryOut(viewer, approval);
    decided(viewer, approval, true, "");
  }

  void refuse(Viewer viewer, UUID id, String reason) {
    Approval approval = locked(viewer, id);
    store.decide(id, "refused", viewer.account(), reason, Timestamp.from(clock.instant()));
    decided(viewer, approval, false, reason);
  }

  /** Takes back what one asked for. */
  void withdraw(Viewer viewer, UUID id) {
    Approval approval = seen(viewer, id);
    if (!approval.askedBy().equals(viewer.account())) {
      throw new AccessDeniedException("it was another who asked");
    }
    store.decide(id, "withdrawn", null, null, Timestamp.from(clock.instant()));
    audit.record(approval.organization(), "approval.withdraw", "approval " + id, words(approval));
  }

  private Approval locked(Viewer viewer, UUID id) {
    Approval approval = seen(viewer, id);
    if (!decides(viewer, approval)) {
      throw new AccessDeniedException("no second person for this");
    }
    return approval;
  }

  private Approval seen(Viewer viewer, UUID id) {
    Approval approval = store.lock(id).orElseThrow(NotFound::new);
    UUID organization = approval.organization();
    if (!viewer.administrator() && (organization == null || !viewer.reads(organization))) {
      throw new NotFound();
    }
    if (approval.state() != Approval.State.WAITING
        || !approval.expiresAt().isAfter(clock.instant())) {
      throw new NotFound();
    }
    return approval;
  }

  private void decided(Viewer viewer, Approval approval, boolean approved, String reason) {
    audit.record(
        approval.organization(),
        approved ? "approval.approve" : "approval.refuse",
        "approval " + approval.id(),
        words(approval)
            + "; asked by "
            + approval.askedByName()
            + (reason.isEmpty() ? "" : "; " + reason));
    events.publishEvent(
        new ApprovalDecided(
            approval.id(), approval.askedBy(), approval.subject(), viewer.name(), approved));
  }

  private static String words(Approval approval) {
    return approval.kind() + ": " + approval.subject();
  }

  String link(Viewer viewer, Approval approval) {
    return kind(approval.kind()).link(viewer, approval);
  }

  private ApprovalKind kind(String word) {
    return kinds.stream()
        .filter(kind -> kind.words().contains(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing carries out " + word));
  }
}
