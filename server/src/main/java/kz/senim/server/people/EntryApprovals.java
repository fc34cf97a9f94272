package kz.senim.server.people;

import java.util.Set;
import java.util.UUID;
import kz.senim.server.approvals.Approval;
import kz.senim.server.approvals.ApprovalKind;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * New ways into an account: a link for another password, the second factor taken away. Together
 * they make somebody the person, so a second person approves; and the person is told.
 */
@Component
class EntryApprovals implements ApprovalKind {

  static final String LINK = "link";
  static final String SECOND_FACTOR = "second-factor";

  private final Accounts accounts;
  private final Sessions sessions;
  private final ObjectProvider<WaysIn> ways;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  EntryApprovals(
      Accounts accounts,
      Sessions sessions,
      ObjectProvider<WaysIn> ways,
      Audit audit,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.ways = ways;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public Set<String> words() {
    return Set.of(LINK, SECOND_FACTOR);
  }

  @Override
  public void carryOut(Viewer viewer, Approval approval) {
    UUID target = approval.target();
    if (target == null) {
      throw new IllegalStateException("a way in for nobody");
    }
    Account account = accounts.find(target).orElseThrow(NotFound::new);
    if (approval.kind().equals(LINK)) {
      accounts.openLink(target, approval.input());
      noteLink(account, approval.organization(), approval.askedByName());
    } else {
      resetSecondFactor(account, approval.organization(), approval.askedByName());
    }
  }

  @Override
  public String link(Viewer viewer, Approval approval) {
    UUID organization = approval.organization();
    return organization != null && viewer.reads(organization)
        ? "/organizations/" + organization + "/people"
        : "/administration/accounts/" + approval.target();
  }

  void noteLink(Account account, @Nullable UUID organization, String asker) {
    audit.record(organization, "account.link", "account " + account.id(), account.email());
    tell(account, true, asker);
  }

  void resetSecondFactor(Account account, @Nullable UUID organization, String asker) {
    accounts.removeSecondFactors(account.id());
    sessions.endAll(account.email(), null);
    ways.forEach(way -> way.endAll(account.id(), null));
    audit.record(
        organization, "account.second-factor-reset", "account " + account.id(), account.email());
    tell(account, true, asker);
  }

  /** Tells the person, so that what they did not ask for comes to light. */
  void tell(Account account, boolean done, String asker) {
    if (account.used()) {
      events.publishEvent(new EntryOpened(UUID.randomUUID(), account.id(), done, asker));
    }
  }
}
