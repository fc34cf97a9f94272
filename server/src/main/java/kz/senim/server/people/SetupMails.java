package kz.senim.server.people;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.Vault;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Languages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mails with one-time links. A mail is written down in the transaction that makes its link, and
 * goes out after that, outside of any: what is rolled back sends nothing, what is committed is
 * sent, later and later while the mail server does not take it, until the link works no more. A
 * mail whose handing over was cut off goes out again. The link lies encrypted meanwhile.
 */
@Component
class SetupMails {

  private static final Logger LOG = LoggerFactory.getLogger(SetupMails.class);

  /** Longer than a mail server may take to answer, step by step. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(15);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final JdbcClient db;
  private final Vault vault;
  private final ObjectProvider<JavaMailSender> senders;
  private final IcuMessages messages;
  private final ServerSettings settings;
  private final String from;
  private final Clock clock;
  private final ReentrantLock sending = new ReentrantLock();

  SetupMails(
      JdbcClient db,
      Vault vault,
      ObjectProvider<JavaMailSender> senders,
      IcuMessages messages,
      ServerSettings settings,
      @Value("${senim.mail.from}") String from,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.senders = senders;
    this.messages = messages;
    this.settings = settings;
    this.from = from;
    this.clock = clock;
  }

  /**
   * A mail that is about to be handed over; nobody else has it for a while.
   *
   * @param code null when it cannot be decrypted
   */
  private record Letter(
      String handle,
      @Nullable String code,
      String to,
      String name,
      Lang lang,
      boolean waits,
      int attempts) {}

  /** Whether a mail server is named. */
  boolean isSetUp() {
    return senders.getIfAvailable() != null;
  }

  /** Writes a mail down in the transaction of its link, and sends it when that is committed. */
  @Transactional
  public void add(Account account, String code, boolean waits, Lang lang) {
    String handle = Accounts.handle(code);
    Scope.system(
        () ->
            db.sql(
                    """
                    insert into setup_mails (link, account_id, lang, waits, secret, created_at, next_at)
                    values (:link, :account, :lang, :waits, :secret, :now, :now)
                    """)
                .param("link", HexFormat.of().parseHex(handle))
                .param("account", account.id())
                .param("lang", lang.code())
                .param("waits", waits)
                .param("secret", vault.seal(code.getBytes(StandardCharsets.UTF_8), place(handle)))
                .param("now", Timestamp.from(clock.instant()))
                .update());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual().name("setup-mails").start(SetupMails.this::send);
          }
        });
  }

  /** Sends what is due; in no transaction, so that a slow mail server holds no connection. */
  void send() {
    JavaMailSender sender = senders.getIfAvailable();
    if (sender == null || !sending.tryLock()) {
      return; // whoever is at it takes the newest too, or the next round does
    }
    try {
      Scope.system(
          () -> {
            forget();
            for (Optional<Letter> next = claim(); next.isPresent(); next = claim()) {
              send(sender, next.get());
            }
          });
    } finally {
      sending.unlock();
    }
  }

  private void send(JavaMailSender sender, Letter letter) {
    String code = letter.code();
    if (code == null) {
      LOG.error("a link could not be mailed: it is damaged, or its key is gone; make another");
      db.sql("update setup_mails set secret = null where link = ?")
          .param(bytes(letter.handle()))
          .update();
      return;
    }
    String address = Invitations.address(settings, code);
    String text = letter.waits() ? "people.mail.text-waits" : "people.mail.text";
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(letter.to());
    message.setSubject(messages.get(letter.lang(), "people.mail.subject"));
    message.setText(messages.get(letter.lang(), text, letter.name(), address, code));
    try {
      sender.send(message);
    } catch (MailException e) {
      Duration pause = pause(letter.attempts());
      // What the mail server answers may repeat the mail.
      LOG.warn("a link could not be mailed: {}; again in {}", e.getClass().getSimpleName(), pause);
      db.sql("update setup_mails set next_at = ? where link = ?")
          .params(Timestamp.from(clock.instant().plus(pause)), bytes(letter.handle()))
          .update();
      return;
    }
    db.sql("update setup_mails set secret = null, sent_at = ? where link = ?")
        .params(Timestamp.from(clock.instant()), bytes(letter.handle()))
        .update();
  }

  private static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Links that work no more are not mailed. */
  private void forget() {
    int forgotten =
        db.sql(
                """
                update setup_mails m set secret = null
                from setup_links l join accounts a on a.id = l.account_id
                where m.secret is not null and l.token_hash = m.link
                  and (l.used_at is not null or l.expires_at <= ? or a.disabled_at is not null)
                """)
            .param(Timestamp.from(clock.instant()))
            .update();
    if (forgotten > 0) {
      LOG.warn("{} links were not mailed while they worked", forgotten);
    }
  }

  /** Takes the mail that is due first; empty when none is. */
  private Optional<Letter> claim() {
    return db.sql(
            """
            update setup_mails m set attempts = attempts + 1, next_at = :until
            from accounts a
            where a.id = m.account_id and m.link = (
              select link from setup_mails where secret is not null and next_at <= :now
              order by next_at limit 1 for update skip locked)
            returning m.link, m.secret, m.lang, m.waits, m.attempts, a.email, a.name
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("until", Timestamp.from(clock.instant().plus(UNDER_WAY)))
        .query((row, _) -> letter(row))
        .optional();
  }

  private Letter letter(ResultSet row) throws SQLException {
    String handle = HexFormat.of().formatHex(row.getBytes("link"));
    return new Letter(
        handle,
        open(row.getBytes("secret"), handle),
        row.getString("email"),
        row.getString("name"),
        Languages.of(Locale.of(row.getString("lang"))),
        row.getBoolean("waits"),
        row.getInt("attempts"));
  }

  private @Nullable String open(byte[] secret, String handle) {
    try {
      return new String(vault.open(secret, place(handle)), StandardCharsets.UTF_8);
    } catch (Damaged e) {
      return null;
    }
  }

  /** Where a link is kept, to which its encryption is bound. */
  private static String place(String handle) {
    return "setup_mails.secret/" + handle;
  }

  private static byte[] bytes(String handle) {
    return HexFormat.of().parseHex(handle);
  }
}
