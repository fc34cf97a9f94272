package kz.senim.server.people;

import java.util.Set;
import java.util.UUID;
import kz.senim.server.approvals.Approval;
import kz.senim.server.approvals.ApprovalKind;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Component;

/** Roles, and administrators: given when a second person approved. */
@Component
class RoleApprovals implements ApprovalKind {

  static final String ADMINISTRATOR = "administrator";

  private final Accounts accounts;
  private final Audit audit;

  RoleApprovals(Accounts accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public Set<String> words() {
    return Set.of(
        ADMINISTRATOR, Role.OWNER.word(), Role.SECURITY_OFFICER.word(), Role.AUDITOR.word());
  }

  @Override
  public void carryOut(Viewer viewer, Approval approval) {
    UUID target = approval.target();
    if (target == null) {
      throw new IllegalStateException("rights of nobody");
    }
    Account account = accounts.find(target).orElseThrow(NotFound::new);
    UUID organization = approval.organization();
    if (organization == null) {
      accounts.setAdministrator(target, true);
    } else {
      accounts.grant(target, organization, Role.of(approval.kind()));
    }
    audit.record(
        organization,
        "role.grant",
        "account " + target,
        approval.kind() + " " + account.email() + "; asked by " + approval.askedByName());
  }

  @Override
  public String link(Viewer viewer, Approval approval) {
    UUID organization = approval.organization();
    return organization != null && viewer.reads(organization)
        ? "/organizations/" + organization + "/people"
        : "/administration/accounts/" + approval.target();
  }
}
