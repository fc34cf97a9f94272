package kz.senim.server.people;

import java.util.List;
import java.util.UUID;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.SealedPlace;
import kz.senim.server.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of authenticator applications. */
@Component
class TotpPlace implements SealedPlace {

  private static final Logger LOG = LoggerFactory.getLogger(TotpPlace.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient db;
  private final Vault vault;

  TotpPlace(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Row(UUID id, byte[] stored) {}

  @Override
  public String name() {
    return "authenticators";
  }

  @Override
  public Step renew(String after) {
    List<Row> rows =
        db.sql(
                """
                select id, totp_secret from accounts
                where totp_secret is not null and id > ? order by id limit ? for update
                """)
            .params(after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after), AT_ONCE)
            .query(
                (row, _) -> new Row(row.getObject("id", UUID.class), row.getBytes("totp_secret")))
            .list();
    int renewed = 0;
    int failed = 0;
    for (Row row : rows) {
      String place = Accounts.totpPlace(row.id());
      try {
        if (!vault.isNewest(row.stored())) {
          byte[] sealed = vault.seal(vault.open(row.stored(), place), place);
          db.sql("update accounts set totp_secret = ? where id = ?")
              .params(sealed, row.id())
              .update();
          renewed++;
        }
      } catch (Damaged e) {
        LOG.error("the second factor of account {} must be set up anew", row.id(), e);
        failed++;
      }
    }
    return new Step(rows.size() < AT_ONCE ? null : rows.getLast().id().toString(), renewed, failed);
  }
}
