package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.ServerTest;
import kz.senim.server.vault.Vault;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class SetupMailsTest extends ServerTest {

  @Autowired private JdbcClient db;
  @Autowired private DataSource source;
  @Autowired private Vault vault;
  @Autowired private IcuMessages messages;
  @Autowired private ServerSettings settings;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  private final Server server = new Server();
  private SetupMails mails;
  private Account account;

  /** A mail server that refuses, hangs or breaks off when it is told to. */
  private final class Server extends JavaMailSenderImpl {

    private final List<SimpleMailMessage> taken = new CopyOnWriteArrayList<>();
    private final List<String> held = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable fails;
    private volatile CountDownLatch go = new CountDownLatch(0);
    private final CountDownLatch asked = new CountDownLatch(1);

    @Override
    public void send(SimpleMailMessage... all) {
      if (TransactionSynchronizationManager.isActualTransactionActive()
          || TransactionSynchronizationManager.hasResource(source)) {
        held.add("a connection to the database");
      }
      Throwable failure = fails;
      asked.countDown();
      try {
        go.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      taken.addAll(List.of(all));
    }
  }

  @BeforeEach
  void a_mail_server() {
    // What other tests of this class left.
    db.sql("update setup_mails set secret = null").update();
    mails =
        new SetupMails(
            db,
            vault,
            new StaticListableBeanFactory(Map.of("sender", server))
                .getBeanProvider(JavaMailSender.class),
            messages,
            settings,
            "senim@example.kz",
            clock);
    account = accounts.find(person()).orElseThrow();
  }

  private String invite() {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              String code = accounts.newLink(account.id());
              mails.add(account, code, false, Lang.RU);
              return code;
            }));
  }

  /**
   * @param secret as it lies there; null when it does no more
   */
  private record Row(@Nullable String secret, @Nullable Instant sentAt, int attempts) {}

  private List<Row> rows() {
    return db.sql(
            "select encode(secret, 'escape') as secret, sent_at, attempts from setup_mails where account_id = ?")
        .param(account.id())
        .query(
            (row, _) ->
                new Row(
                    row.getString("secret"),
                    row.getTimestamp("sent_at") == null
                        ? null
                        : row.getTimestamp("sent_at").toInstant(),
                    row.getInt("attempts")))
        .list();
  }

  private void later(Duration by) {
    db.sql(
            "update setup_mails set next_at = next_at - make_interval(secs => ?) where account_id = ?")
        .params(by.toSeconds(), account.id())
        .update();
  }

  /** Waits for what goes out by itself after the commit. */
  private Row ended() throws InterruptedException {
    for (int i = 0; i < 1000 && rows().getFirst().secret() != null; i++) {
      Thread.sleep(10);
    }
    return rows().getFirst();
  }

  /** Waits until the mail server has said no, and the mail is put back for a minute. */
  private void refused() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      if (db.sql(
              """
              select exists (select from setup_mails where account_id = ? and attempts > 0
                and next_at < now() + interval '10 minutes')
              """)
          .param(account.id())
          .query(Boolean.class)
          .single()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("nothing was tried");
  }

  @Test
  void an_invitation_goes_out_after_the_commit_with_link_and_code_and_the_link_is_forgotten()
      throws Exception {
    String code = invite();
    assertThat(ended().sentAt()).isNotNull();
    assertThat(ended().secret()).isNull();
    assertThat(server.taken).hasSize(1);
    SimpleMailMessage mail = server.taken.getFirst();
    assertThat(mail.getTo()).containsExactly(account.email());
    assertThat(mail.getSubject()).isEqualTo("Senim: приглашение");
    assertThat(mail.getText())
        .contains(settings.baseUrl() + "/setup#" + code + "\n")
        .contains("\n" + code + "\n");
    mails.send();
    assertThat(server.taken).as("once").hasSize(1);
  }

  @Test
  void an_invitation_that_is_rolled_back_sends_nothing() throws Exception {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      mails.add(account, accounts.newLink(account.id()), false, Lang.RU);
                      throw new IllegalStateException("after the mail");
                    }))
        .hasMessage("after the mail");
    mails.send();
    assertThat(rows()).isEmpty();
    assertThat(server.asked.await(300, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(server.taken).isEmpty();
  }

  @Test
  void a_mail_server_that_hangs_holds_up_nobody_and_no_connection_to_the_database()
      throws Exception {
    server.go = new CountDownLatch(1);
    String code = invite(); // returns
    assertThat(server.asked.await(10, TimeUnit.SECONDS)).isTrue();
    Row waiting = rows().getFirst();
    assertThat(waiting.sentAt()).isNull();
    assertThat(waiting.secret()).isNotEmpty().doesNotContain(code);
    assertThat(server.held).isEmpty();
    mails.send(); // and another round does not stand behind it
    server.go.countDown();
    assertThat(ended().sentAt()).isNotNull();
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void a_mail_that_is_refused_goes_out_later() throws Exception {
    server.fails = new MailSendException("no");
    String code = invite();
    refused();
    List<Integer> attempts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      later(Duration.ofHours(1));
      mails.send();
      mails.send(); // not before its time
      attempts.add(rows().getFirst().attempts());
    }
    assertThat(attempts.getLast() - attempts.getFirst()).isEqualTo(2);
    assertThat(server.taken).isEmpty();
    server.fails = null;
    later(Duration.ofHours(1));
    mails.send();
    assertThat(server.taken).hasSize(1);
    assertThat(server.taken.getFirst().getText()).contains(code);
    assertThat(rows().getFirst().secret()).isNull();
  }

  @Test
  void a_mail_whose_handing_over_was_cut_off_goes_out_again() throws Exception {
    server.fails = new AssertionError("the power went");
    invite();
    assertThat(server.asked.await(10, TimeUnit.SECONDS)).isTrue();
    server.fails = null;
    mails.send();
    assertThat(server.taken).as("it may be under way").isEmpty();
    later(Duration.ofMinutes(16));
    for (int i = 0; i < 1000 && server.taken.isEmpty(); i++) {
      mails.send(); // the thread that was cut off may not have ended yet
      Thread.sleep(10);
    }
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void a_link_that_works_no_more_is_not_mailed() throws Exception {
    server.fails = new MailSendException("no");
    String first = invite();
    refused();
    server.fails = null;
    accounts.newLink(account.id());
    later(Duration.ofHours(1));
    mails.send();
    assertThat(rows().getFirst().secret()).isNull();
    assertThat(rows().getFirst().sentAt()).isNull();
    assertThat(server.taken).noneMatch(mail -> String.valueOf(mail.getText()).contains(first));
  }
}
