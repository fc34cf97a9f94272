package kz.senim.server.people;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes for the day when the phone is lost; each works once, and is kept only as a hash. Of 24
 * signs of 31 they have 118 bits, so that nobody finds them from the hash.
 */
@Component
@Transactional
class RecoveryCodes {

  private static final int HOW_MANY = 10;
  private static final int GROUPS = 6;

  /** Without the letters and digits that people mix up. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final JdbcClient db;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** New ones in place of all before. */
  List<String> renew(UUID account) {
    db.sql("delete from recovery_codes where account_id = ?").param(account).update();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < HOW_MANY; i++) {
      StringBuilder code = new StringBuilder();
      for (int sign = 0; sign < GROUPS * 4; sign++) {
        code.append(sign > 0 && sign % 4 == 0 ? "-" : "")
            .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      db.sql("insert into recovery_codes (account_id, code_hash) values (?, ?)")
          .params(account, Accounts.hash(plain(code.toString())))
          .update();
      codes.add(code.toString());
    }
    return codes;
  }

  /** Uses a code up; false when it is none of theirs, or was used. */
  boolean use(UUID account, String code) {
    return db.sql(
                """
                update recovery_codes set used_at = ?
                where account_id = ? and code_hash = ? and used_at is null
                """)
            .params(Timestamp.from(clock.instant()), account, Accounts.hash(plain(code)))
            .update()
        == 1;
  }

  /** How many still work. */
  int left(UUID account) {
    return db.sql("select count(*) from recovery_codes where account_id = ? and used_at is null")
        .param(account)
        .query(Integer.class)
        .single();
  }

  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
