package kz.senim.server.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.senim.server.approvals.Approvals;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do, each of it in the audit log. Nobody gives a role to himself, and the last
 * administrator stays.
 */
@Component
@Transactional
class Administration {

  private final Accounts accounts;
  private final Approvals approvals;
  private final EntryApprovals entries;
  private final Members members;
  private final Sessions sessions;
  private final ObjectProvider<WaysIn> ways;
  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  Administration(
      Accounts accounts,
      Approvals approvals,
      EntryApprovals entries,
      Members members,
      Sessions sessions,
      ObjectProvider<WaysIn> ways,
      JdbcClient db,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.approvals = approvals;
    this.entries = entries;
    this.members = members;
    this.sessions = sessions;
    this.ways = ways;
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why something was not done: the key of a text. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String key) {
      super(key);
    }
  }

  static void mustAdminister(Viewer viewer) {
    if (!viewer.administrator()) {
      throw new AccessDeniedException("only for administrators");
    }
  }

  /** Nobody changes his own rights, not even through somebody's oversight. */
  static void mustBeAnother(Viewer viewer, UUID account) {
    if (viewer.account().equals(account)) {
      throw new AccessDeniedException("nobody changes his own rights");
    }
  }

  Account account(UUID id) {
    return accounts.find(id).orElseThrow(NotFound::new);
  }

  /**
   * Makes an account for somebody.
   *
   * @param organization into which they are asked; null when into none yet
   */
  UUID invite(@Nullable UUID organization, String email, String name) {
    UUID id = accounts.create(email, name, false);
    audit.record(organization, "account.invite", "account " + id, email.strip());
    return id;
  }

  /**
   * A role that changes something waits for a second person, where there is one; of an
   * administrator from outside every role does, since each reads all evidence.
   */
  void grant(Viewer viewer, Account account, UUID organization, Role role) {
    mustBeAnother(viewer, account.id());
    if (role.writes() || !viewer.writes(organization)) {
      approvals.ask(
          viewer,
          role.word(),
          organization,
          account.email(),
          account.id(),
          account.id().toString());
      return;
    }
    accounts.grant(account.id(), organization, role);
    audit.record(
        organization, "role.grant", "account " + account.id(), role.word() + " " + account.email());
  }

  void withdraw(Viewer viewer, Account account, UUID organization, Role role) {
    mustBeAnother(viewer, account.id());
    accounts.withdraw(account.id(), organization, role);
    audit.record(
        organization,
        "role.withdraw",
        "account " + account.id(),
        role.word() + " " + account.email());
  }

  /** To become one waits for a second administrator, where there is one. */
  void setAdministrator(Viewer viewer, Account account, boolean administrator) throws Refused {
    mustBeAnother(viewer, account.id());
    if (administrator) {
      approvals.ask(
          viewer,
          RoleApprovals.ADMINISTRATOR,
          null,
          account.email(),
          account.id(),
          account.id().toString());
      return;
    }
    mustNotBeLast(account);
    accounts.setAdministrator(account.id(), false);
    audit.record(
        null, "role.withdraw", "account " + account.id(), "administrator " + account.email());
  }

  /** Puts the account out, and ends its sessions, tokens and calendar's access. */
  void disable(Account account) throws Refused {
    mustNotBeLast(account);
    accounts.setDisabled(account.id(), true);
    sessions.endAll(account.email(), null);
    ways.forEach(way -> way.endAll(account.id(), null));
    audit.record(null, "account.disable", "account " + account.id(), account.email());
  }

  void enable(Account account) {
    accounts.setDisabled(account.id(), false);
    audit.record(null, "account.enable", "account " + account.id(), account.email());
  }

  /**
   * A link that was just made.
   *
   * @param waits whether it works only when a second person has approved
   */
  record NewLink(String token, boolean waits) {}

  /** For a password; where the account opens something it waits for a second person. */
  NewLink link(Viewer viewer, Account account) {
    if (!opensSomething(account)) {
      String token = accounts.newLink(account.id());
      entries.noteLink(account, null, viewer.name());
      return new NewLink(token, false);
    }
    String token = accounts.newWaitingLink(account.id());
    return new NewLink(token, ask(viewer, EntryApprovals.LINK, account, Accounts.handle(token)));
  }

  /** For whoever lost their phone: the next sign-in sets a factor up anew. Waits likewise. */
  void resetSecondFactor(Viewer viewer, Account account) {
    if (opensSomething(account)) {
      ask(viewer, EntryApprovals.SECOND_FACTOR, account, account.id().toString());
    } else {
      entries.resetSecondFactor(account, null, viewer.name());
    }
  }

  /**
   * Whether whoever enters it would be somebody: then one administrator alone opens it to nobody.
   */
  private boolean opensSomething(Account account) {
    return account.used() && (account.administrator() || !members.of(account).isEmpty());
  }

  private boolean ask(Viewer viewer, String kind, Account account, String input) {
    UUID organization = members.speaker(account.id(), viewer.account()).orElse(null);
    boolean waits = approvals.ask(viewer, kind, organization, account.email(), account.id(), input);
    if (waits) {
      entries.tell(account, false, viewer.name());
    }
    return waits;
  }

  /** Signs the person out everywhere, their programs too. */
  void endSessions(Account account) {
    int ended = sessions.endAll(account.email(), null);
    ways.forEach(way -> way.endAll(account.id(), null));
    audit.record(null, "session.end", "account " + account.id(), Integer.toString(ended));
  }

  private void mustNotBeLast(Account account) throws Refused {
    List<UUID> administrators = accounts.administratorsLocked();
    if (administrators.equals(List.of(account.id()))) {
      throw new Refused("people.last-administrator");
    }
  }

  /** Puts an organisation away: its people do not see it any more, and nothing is lost. */
  void archive(Viewer viewer, UUID organization, String reason) {
    int changed =
        db.sql(
                """
                update organizations set archived_at = ?, archived_by = ?, archived_reason = ?
                where id = ? and archived_at is null
                """)
            .params(Timestamp.from(clock.instant()), viewer.account(), reason.strip(), organization)
            .update();
    if (changed == 1) {
      audit.record(
          organization, "organization.archive", "organization " + organization, reason.strip());
    }
  }

  void restore(UUID organization) {
    int changed =
        db.sql(
                """
                update organizations set archived_at = null, archived_by = null, archived_reason = null
                where id = ? and archived_at is not null
                """)
            .param(organization)
            .update();
    if (changed == 1) {
      audit.record(organization, "organization.restore", "organization " + organization, "");
    }
  }
}
