package kz.senim.server.hooks;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.SealedPlace;
import kz.senim.server.vault.Vault;
import kz.senim.server.walls.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets with which messages are signed. Unlike a token's, they must come out again: the vault
 * seals them, each to its subscription.
 */
@Component
class HookSecrets implements SealedPlace {

  private static final Logger LOG = LoggerFactory.getLogger(HookSecrets.class);
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int AT_ONCE = 200;

  private final Vault vault;
  private final JdbcClient db;
  private final SecureRandom random = new SecureRandom();

  HookSecrets(Vault vault, JdbcClient db) {
    this.vault = vault;
    this.db = db;
  }

  byte[] make() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** As its owner gets it, once. */
  static String text(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  /** As the database keeps it. */
  byte[] kept(UUID subscription, byte[] secret) {
    return vault.seal(secret, place(subscription));
  }

  /**
   * From what the database keeps.
   *
   * @throws IllegalStateException when it was changed, or its key is gone
   */
  byte[] usable(UUID subscription, byte[] kept) {
    try {
      return vault.open(kept, place(subscription));
    } catch (Damaged e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(UUID subscription) {
    return "hook_subscriptions.secret/" + subscription;
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Row(UUID id, byte[] stored) {}

  @Override
  public Step renew(String after) {
    return Scope.system(() -> renewSome(after));
  }

  private Step renewSome(String after) {
    List<Row> rows =
        db.sql(
                "select id, secret from hook_subscriptions where id > ? order by id limit ? for"
                    + " update")
            .params(after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after), AT_ONCE)
            .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getBytes("secret")))
            .list();
    int renewed = 0;
    int failed = 0;
    for (Row row : rows) {
      try {
        if (!vault.isNewest(row.stored())) {
          byte[] secret = vault.open(row.stored(), place(row.id()));
          db.sql("update hook_subscriptions set secret = ? where id = ?")
              .params(kept(row.id(), secret), row.id())
              .update();
          renewed++;
        }
      } catch (Damaged e) {
        LOG.error("webhook {} must be made anew", row.id(), e);
        failed++;
      }
    }
    return new Step(rows.size() < AT_ONCE ? null : rows.getLast().id().toString(), renewed, failed);
  }
}
