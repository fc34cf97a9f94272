package kz.senim.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.server.ServerSettings;
import kz.senim.server.ServerTest;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

class NoticesTest extends ServerTest {

  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  static {
    MAIL.start();
  }

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private Notices notices;
  private Mailer mailer;
  @Autowired private DailyRound round;
  @Autowired private MailQueue queue;
  @Autowired private ITemplateEngine templates;
  @Autowired private IcuMessages messages;
  @Autowired private ServerSettings settings;
  @Autowired private JdbcTemplate batch;
  @Autowired private JdbcClient db;
  @Autowired private DataSource source;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  private UUID owner;
  private UUID organization;
  private UUID object;
  private LocalDate today;

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  /** As the application makes them when a mail server is named. */
  @BeforeEach
  void a_mail_server() {
    sender.setHost("127.0.0.1");
    sender.setPort(MAIL.getSmtp().getPort());
    mailer =
        new Mailer(
            queue,
            new StaticListableBeanFactory(Map.of("sender", sender))
                .getBeanProvider(JavaMailSender.class),
            templates,
            messages,
            new MailSettings("senim@example.kz"),
            settings,
            clock);
    notices = new Notices(db, batch, mailer, clock);
  }

  @BeforeEach
  void an_owner_whose_documents_are_to_be_reviewed_in_five_days() {
    today = LocalDate.now(clock);
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = objects.add(viewer(owner, organization, Role.OWNER), organization, "Portal", null);
    tell("documents.reviewedOn", today.minusYears(2).plusDays(5));
  }

  private void tell(String fact, Object value) {
    tell(fact, FactValue.declared(value));
  }

  private void tell(String fact, FactValue value) {
    Fact found = book.facts().get(book.factIndex(fact));
    assessments.record(viewer(owner, organization, Role.OWNER), object, Map.of(found, value));
  }

  private List<NoticeKind> kinds() {
    return notices.list(owner, false, 0, 100).stream().map(Notices.Notice::kind).toList();
  }

  private List<MimeMessage> mails() {
    String address = accounts.find(owner).orElseThrow().email();
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(
            message -> {
              try {
                return Arrays.stream(message.getAllRecipients())
                    .map(Address::toString)
                    .anyMatch(address::equals);
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static NoticeRequested remedy(UUID account, String key) {
    return new NoticeRequested(
        account,
        NoticeKind.REMEDY_ASSIGNED,
        key,
        List.of(
            NoticeRequested.text("Keep <logs> longer"),
            NoticeRequested.text("Portal"),
            NoticeRequested.day(LocalDate.of(2026, 12, 16))),
        "/remedies/1");
  }

  @Test
  void the_daily_round_twice_tells_as_much_as_once() {
    assertThat(round.run(today)).isTrue();
    List<NoticeKind> first = kinds();
    assertThat(first).contains(NoticeKind.DUTY_DUE);
    assertThat(round.run(today)).isTrue();
    assertThat(kinds()).isEqualTo(first);
  }

  @Test
  void a_deadline_is_told_again_when_it_is_near_and_when_it_has_passed() {
    round.run(today);
    long before = count("duty:ur-31");
    round.run(today.plusDays(1));
    assertThat(count("duty:ur-31")).isEqualTo(before);
    round.run(today.plusDays(4));
    assertThat(count("duty:ur-31")).isEqualTo(2 * before);
    round.run(today.plusDays(6));
    assertThat(count("duty:ur-31")).isEqualTo(3 * before);
    assertThat(kinds()).contains(NoticeKind.DUTY_OVERDUE);
  }

  private long count(String key) {
    return db.sql("select count(*) from notices where account_id = ? and key like ?")
        .params(owner, key + "%")
        .query(Long.class)
        .single();
  }

  @Test
  void a_fact_that_expires_soon_is_told_to_those_who_can_change_it_and_not_to_an_auditor() {
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    tell(
        "logs.retention",
        new FactValue(
            java.time.Period.ofYears(3),
            FactValue.Source.DECLARED,
            null,
            null,
            null,
            null,
            today.plusDays(20),
            null));
    round.run(today);
    assertThat(kinds()).contains(NoticeKind.FACT_EXPIRES);
    assertThat(notices.list(auditor, false, 0, 100)).isEmpty();
  }

  @Test
  void the_daily_round_counts_every_object_for_the_new_day() {
    LocalDate day = today.plusDays(2);
    round.run(day);
    assertThat(
            db.sql("select count(*) from object_standings where object_id = ? and day = ?")
                .params(object, Date.valueOf(day))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void one_server_at_a_time_goes_round() throws Exception {
    try (Connection other = source.getConnection();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + 0x53454e494dL + ")");
      assertThat(round.run(today)).isFalse();
      statement.execute("select pg_advisory_unlock(" + 0x53454e494dL + ")");
    }
    assertThat(round.run(today)).isTrue();
  }

  @Test
  void a_mail_goes_out_once_in_the_persons_language_with_links() throws Exception {
    accounts.setLanguage(owner, "kk");
    notices.add(List.of(remedy(owner, "r:1"), remedy(owner, "r:2"), remedy(owner, "r:1")));
    mailer.send();
    mailer.send();
    assertThat(mails()).hasSize(1);
    MimeMessage mail = mails().getFirst();
    assertThat(mail.getSubject()).isEqualTo("Senim: 2 хабарлама");
    String raw = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail);
    assertThat(raw).contains("text/plain", "text/html", "multipart/alternative");
    jakarta.mail.internet.MimeMultipart parts = alternative(mail);
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("Сізге 16.12.2026 дейін түзету тапсырылды: Keep <logs> longer", "/remedies/1");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("Keep &lt;logs&gt; longer")
        .doesNotContain("<logs>");
  }

  private static jakarta.mail.internet.MimeMultipart alternative(MimeMessage mail)
      throws Exception {
    Object content = mail.getContent();
    while (content instanceof jakarta.mail.internet.MimeMultipart parts) {
      if (parts.getContentType().startsWith("multipart/alternative")) {
        return parts;
      }
      content = parts.getBodyPart(0).getContent();
    }
    throw new AssertionError("no alternatives in " + mail.getContentType());
  }

  @Test
  void a_mail_that_was_refused_is_sent_later_and_only_once() {
    int port = sender.getPort();
    notices.add(List.of(remedy(owner, "r:refused")));
    sender.setPort(1);
    try {
      mailer.send();
    } finally {
      sender.setPort(port);
    }
    mailer.send();
    assertThat(mails()).as("not before its time").isEmpty();
    db.sql("update notice_mails set next_at = next_at - interval '1 hour' where account_id = ?")
        .param(owner)
        .update();
    mailer.send();
    mailer.send();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_mail_whose_handing_over_was_cut_off_is_never_sent_again() {
    notices.add(List.of(remedy(owner, "r:cut")));
    db.sql(
            """
            with m as (insert into notice_mails (id, account_id, created_at, state, next_at)
                       values (gen_random_uuid(), :owner, now(), 'sending', now()) returning id)
            update notices set mail_id = (select id from m) where account_id = :owner
            """)
        .param("owner", owner)
        .update();
    mailer.send();
    assertThat(mails()).isEmpty();
  }

  @Test
  void what_a_person_does_not_want_by_mail_is_told_in_the_application_only() throws Exception {
    web.perform(post("/notices/settings").with(as(owner)).with(form()).param("kind", "DUTY_DUE"))
        .andExpect(redirectedUrl("/notices/settings?saved"));
    notices.add(List.of(remedy(owner, "r:quiet")));
    mailer.send();
    assertThat(mails()).isEmpty();
    assertThat(notices.unread(owner)).isEqualTo(1);
  }

  @Test
  void another_modules_event_becomes_one_notice_however_often_it_is_published() throws Exception {
    for (int i = 0; i < 2; i++) {
      transaction.executeWithoutResult(_ -> events.publishEvent(remedy(owner, "r:event")));
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (open() > 0 || kinds().isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(50);
    }
    assertThat(kinds()).containsExactly(NoticeKind.REMEDY_ASSIGNED);
  }

  private long open() {
    return db.sql(
            "select count(*) from event_publication where completion_date is null and"
                + " serialized_event like ?")
        .param("%" + owner + "%")
        .query(Long.class)
        .single();
  }

  @Test
  void a_notice_is_counted_in_the_layout_until_it_is_opened_and_only_by_its_owner()
      throws Exception {
    notices.add(List.of(remedy(owner, "r:a"), remedy(owner, "r:b")));
    long id = notices.list(owner, false, 0, 1).getFirst().id();
    web.perform(get("/notices").with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("<b>2</b>")))
        .andExpect(content().string(containsString("Keep &lt;logs&gt; longer")));
    web.perform(post("/notices/" + id).with(as(person())).with(form()))
        .andExpect(status().isNotFound());
    web.perform(post("/notices/" + id).with(as(owner)).with(form()))
        .andExpect(redirectedUrl("/remedies/1"));
    assertThat(notices.unread(owner)).isEqualTo(1);
    web.perform(post("/notices/read").with(as(owner)).with(form()))
        .andExpect(redirectedUrl("/notices"));
    assertThat(notices.unread(owner)).isZero();
  }

  @Test
  void the_pages_open_in_each_language() throws Exception {
    round.run(today);
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String page :
          new String[] {
            "/notices", "/notices?unread=true", "/notices?page=2", "/notices/settings"
          }) {
        web.perform(get(page).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
            .andExpect(content().string(not(containsString("??"))));
      }
    }
  }
}
