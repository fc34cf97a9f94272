package kz.senim.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log in its place of the chain.
 *
 * @param position 1, 2, 3 …
 * @param id its number in the log, in the order of writing
 * @param at to the microsecond, as the database keeps it
 */
record ChainEntry(
    long position,
    long id,
    Instant at,
    @Nullable UUID account,
    String person,
    @Nullable UUID organization,
    String action,
    String subject,
    String detail,
    String address,
    boolean allowed) {

  /** Of a row with all columns of the log and {@code position}. */
  static ChainEntry of(ResultSet row) throws SQLException {
    return of(row, row.getLong("position"));
  }

  static ChainEntry of(ResultSet row, long position) throws SQLException {
    return new ChainEntry(
        position,
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getObject("account_id", UUID.class),
        row.getString("account_name"),
        row.getObject("organization_id", UUID.class),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("address"),
        row.getBoolean("allowed"));
  }

  /**
   * SHA-256 over the hash before it and its content: each field as the length of its UTF-8 in
   * decimal, a colon, the bytes and a comma; one that is absent as a minus and a comma.
   */
  byte[] hash(byte[] previous) {
    MessageDigest digest = sha256();
    digest.update(previous);
    for (Object field :
        new @Nullable Object[] {
          position, id, at, account, person, organization, action, subject, detail, address, allowed
        }) {
      update(digest, field);
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, @Nullable Object field) {
    if (field == null) {
      digest.update((byte) '-');
    } else {
      byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    digest.update((byte) ',');
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
