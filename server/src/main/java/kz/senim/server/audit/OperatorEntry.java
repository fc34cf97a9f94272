package kz.senim.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * An entry of what somebody does at the machine, with a command that works beside the servers. It
 * is written as the owner of the tables; a server that runs, or the next one that does, puts it
 * into the chain.
 */
public final class OperatorEntry {

  private OperatorEntry() {}

  /**
   * Notes it, in the name of the system's account.
   *
   * @param action as of {@link Audit#record}
   * @param subject on what
   * @param detail what a reader should know of it; no secrets
   */
  public static void write(Connection db, String action, String subject, String detail)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement(
            "insert into audit_log (at, account_name, action, subject, detail)"
                + " values (?, ?, ?, ?, ?)")) {
      insert.setTimestamp(1, Timestamp.from(Instant.now()));
      insert.setString(2, System.getProperty("user.name", ""));
      insert.setString(3, action);
      insert.setString(4, subject);
      insert.setString(5, detail);
      insert.executeUpdate();
    }
  }
}
