package kz.senim.server.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.UnreadNotices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people were told, what of it they have read, and what they want by mail. */
@Component
@Transactional
public class Notices implements UnreadNotices {

  /** Every page tells how many there are: of a hundred and more only that. */
  private static final int UNREAD_COUNTED = 100;

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final Mailer mailer;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  Notices(JdbcClient db, JdbcTemplate batch, Mailer mailer, Clock clock) {
    this.db = db;
    this.batch = batch;
    this.mailer = mailer;
    this.clock = clock;
  }

  /**
   * A notice.
   *
   * @param readAt null while it is not read
   */
  record Notice(
      long id,
      NoticeKind kind,
      List<NoticeRequested.Arg> args,
      String link,
      Instant createdAt,
      @Nullable Instant readAt) {}

  /** In the person's own time, after the transaction that asked for it. */
  @ApplicationModuleListener
  void on(NoticeRequested request) {
    Scope.system(() -> add(List.of(request)));
  }

  /**
   * Tells people what they were not told yet. What goes out by mail is decided here, so that mail
   * that is set up later does not bring old news. Two statements.
   */
  void add(Collection<NoticeRequested> requests) {
    if (requests.isEmpty()) {
      return;
    }
    boolean mails = mailer.isSetUp();
    Set<String> unwanted = unwanted(requests.stream().map(NoticeRequested::account).toList());
    List<Object[]> rows = new ArrayList<>();
    Timestamp now = Timestamp.from(clock.instant());
    for (NoticeRequested request : requests) {
      rows.add(
          new Object[] {
            request.account(),
            request.key(),
            request.kind().word(),
            json.writeValueAsString(request.args()),
            request.link(),
            now,
            mails && !unwanted.contains(request.account() + request.kind().word())
          });
    }
    batch.batchUpdate(
        """
        insert into notices (account_id, key, kind, args, link, created_at, by_mail)
        values (?, ?, ?, ?::jsonb, ?, ?, ?)
        on conflict (account_id, key) do nothing
        """,
        rows);
  }

  private Set<String> unwanted(Collection<UUID> accounts) {
    return new HashSet<>(
        db.sql(
                "select account_id, kind from notice_settings where account_id in (:ids) and not"
                    + " by_mail")
            .param("ids", new HashSet<>(accounts))
            .query((row, _) -> row.getString("account_id") + row.getString("kind"))
            .list());
  }

  @Override
  public int unread(UUID account) {
    return db.sql(
            "select count(*) from (select from notices where account_id = ? and read_at is null"
                + " limit ?) as few")
        .params(account, UNREAD_COUNTED)
        .query(Integer.class)
        .single();
  }

  /** The newest first; of one round what it found first, which is what is overdue. */
  List<Notice> list(UUID account, boolean onlyUnread, int offset, int most) {
    return db.sql(
            """
            select id, kind, args, link, created_at, read_at from notices
            where account_id = :account and (not :unread or read_at is null)
            order by created_at desc, id offset :offset limit :most
            """)
        .param("account", account)
        .param("unread", onlyUnread)
        .param("offset", offset)
        .param("most", most)
        .query((row, _) -> notice(row))
        .list();
  }

  private Notice notice(ResultSet row) throws SQLException {
    Timestamp read = row.getTimestamp("read_at");
    return new Notice(
        row.getLong("id"),
        NoticeKind.of(row.getString("kind")),
        args(row.getString("args")),
        row.getString("link"),
        row.getTimestamp("created_at").toInstant(),
        read == null ? null : read.toInstant());
  }

  List<NoticeRequested.Arg> args(String text) {
    return json.readValue(text, new TypeReference<List<NoticeRequested.Arg>>() {});
  }

  /** Marks one as read and says where it leads; empty when it is not the person's. */
  Optional<String> read(UUID account, long id) {
    return db.sql(
            """
            update notices set read_at = coalesce(read_at, ?)
            where id = ? and account_id = ? returning link
            """)
        .params(Timestamp.from(clock.instant()), id, account)
        .query(String.class)
        .optional();
  }

  void readAll(UUID account) {
    db.sql("update notices set read_at = ? where account_id = ? and read_at is null")
        .params(Timestamp.from(clock.instant()), account)
        .update();
  }

  /** The kinds that go out by mail to the person. */
  Set<NoticeKind> byMail(UUID account) {
    Set<NoticeKind> kinds = EnumSet.allOf(NoticeKind.class);
    db.sql("select kind from notice_settings where account_id = ? and not by_mail")
        .param(account)
        .query(String.class)
        .list()
        .forEach(kind -> kinds.remove(NoticeKind.of(kind)));
    return kinds;
  }

  void setByMail(UUID account, Set<NoticeKind> kinds) {
    List<Object[]> rows = new ArrayList<>();
    for (NoticeKind kind : NoticeKind.values()) {
      rows.add(new Object[] {account, kind.word(), kinds.contains(kind)});
    }
    batch.batchUpdate(
        """
        insert into notice_settings (account_id, kind, by_mail) values (?, ?, ?)
        on conflict (account_id, kind) do update set by_mail = excluded.by_mail
        """,
        rows);
  }
}
