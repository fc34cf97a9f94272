package kz.senim.server.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.web.Languages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mails that wait, are under way, went out or were given up. Each step is a transaction. */
@Component
@Transactional
class MailQueue {

  private static final int MOST_ATTEMPTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

  private final JdbcClient db;
  private final NoticeText texts;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  MailQueue(JdbcClient db, NoticeText texts, Clock clock) {
    this.db = db;
    this.texts = texts;
    this.clock = clock;
  }

  /** One notice in a mail, in the person's language. */
  record Item(String text, String link) {}

  /** A mail that is about to be handed over; nobody else has it. */
  record Letter(UUID id, String address, String name, Lang lang, int attempts, List<Item> items) {}

  /** Makes one mail for each person who has notices that were not mailed. */
  void gather() {
    db.sql(
            """
            with waiting as (
              select n.id, n.account_id
              from notices n join accounts a on a.id = n.account_id and a.disabled_at is null
              where n.by_mail and n.mail_id is null
              for update of n skip locked
            ), people as (
              select account_id, gen_random_uuid() as mail from waiting group by account_id
            ), made as (
              insert into notice_mails (id, account_id, created_at, state, next_at)
              select mail, account_id, :now, 'ready', :now from people
              returning id, account_id
            )
            update notices n set mail_id = made.id
            from waiting join made using (account_id)
            where n.id = waiting.id
            """)
        .param("now", now())
        .update();
  }

  List<UUID> ready(int most) {
    return db.sql(
            "select id from notice_mails where state = 'ready' and next_at <= ? order by next_at limit ?")
        .params(now(), most)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Takes the mail for sending; empty when another has it, or the account was disabled. */
  Optional<Letter> claim(UUID id) {
    return db.sql(
            """
            update notice_mails m set state = 'sending', attempts = attempts + 1
            from accounts a
            where m.id = ? and m.state = 'ready' and a.id = m.account_id and a.disabled_at is null
            returning m.id, m.attempts, a.email, a.name, a.lang
            """)
        .param(id)
        .query(
            (row, _) ->
                new Letter(
                    id,
                    row.getString("email"),
                    row.getString("name"),
                    Languages.of(Locale.of(row.getString("lang"))),
                    row.getInt("attempts"),
                    List.of()))
        .optional()
        .map(
            letter ->
                new Letter(
                    letter.id(),
                    letter.address(),
                    letter.name(),
                    letter.lang(),
                    letter.attempts(),
                    items(letter)));
  }

  private List<Item> items(Letter letter) {
    return db.sql("select kind, args, link from notices where mail_id = ? order by id")
        .param(letter.id())
        .query(
            (row, _) ->
                new Item(
                    texts.of(
                        NoticeKind.of(row.getString("kind")),
                        json.readValue(
                            row.getString("args"),
                            new TypeReference<List<NoticeRequested.Arg>>() {}),
                        letter.lang()),
                    row.getString("link")))
        .list();
  }

  void sent(UUID id) {
    db.sql("update notice_mails set state = 'sent', sent_at = ?, error = null where id = ?")
        .params(now(), id)
        .update();
  }

  /** Puts the mail back for later; says for how long, or nothing when it is given up. */
  Optional<Duration> refused(Letter letter, String error) {
    boolean last = letter.attempts() >= MOST_ATTEMPTS;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << (letter.attempts() - 1));
    db.sql("update notice_mails set state = ?, next_at = ?, error = ? where id = ?")
        .params(
            last ? "failed" : "ready",
            Timestamp.from(Instant.now(clock).plus(pause)),
            error.length() > 500 ? error.substring(0, 500) : error,
            letter.id())
        .update();
    return last ? Optional.empty() : Optional.of(pause);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
