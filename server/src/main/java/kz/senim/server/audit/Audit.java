package kz.senim.server.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes the audit log. An entry is written in the transaction of what it tells of. */
@Component
public class Audit {

  private final JdbcClient db;
  private final Viewers viewers;
  private final Clock clock;

  Audit(JdbcClient db, Viewers viewers, Clock clock) {
    this.db = db;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Notes what the person signed in does.
   *
   * @param organization whose log it belongs to; null when it concerns none
   * @param action a dotted word such as {@code evidence.read}
   * @param subject on what: a kind and an identifier, such as {@code object 0190…}
   * @param detail what a reader should know of it; no secrets
   */
  public void record(@Nullable UUID organization, String action, String subject, String detail) {
    Viewer viewer = viewers.current().orElse(null);
    record(
        viewer == null ? null : viewer.account(),
        viewer == null ? "" : viewer.email(),
        organization,
        action,
        subject,
        detail,
        true);
  }

  /** As above, of somebody who is not signed in or was not allowed. */
  public void record(
      @Nullable UUID account,
      String name,
      @Nullable UUID organization,
      String action,
      String subject,
      String detail,
      boolean allowed) {
    record(new Actor(account, name, address()), organization, action, subject, detail, allowed);
  }

  /** Who did it, and from where. */
  record Actor(@Nullable UUID account, String name, String address) {}

  void record(
      Actor actor,
      @Nullable UUID organization,
      String action,
      String subject,
      String detail,
      boolean allowed) {
    db.sql(
            """
            insert into audit_log
              (at, account_id, account_name, organization_id, action, subject, detail, address, allowed)
            values (:at, :account, :name, :organization, :action, :subject, :detail, :address, :allowed)
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("account", actor.account())
        .param("name", actor.name())
        .param("organization", organization)
        .param("action", action)
        .param("subject", subject)
        .param("detail", detail.length() > 2000 ? detail.substring(0, 2000) : detail)
        .param("address", actor.address())
        .param("allowed", allowed)
        .update();
  }

  /** Empty where no request is under way. */
  static String address() {
    if (RequestContextHolder.getRequestAttributes()
        instanceof ServletRequestAttributes attributes) {
      HttpServletRequest request = attributes.getRequest();
      return request.getRemoteAddr();
    }
    return "";
  }
}
