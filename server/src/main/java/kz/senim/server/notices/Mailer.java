package kz.senim.server.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.IcuMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;

/**
 * Sends what waits in the database: one mail with all that is new for a person. A mail is claimed
 * before it is handed over, so that it never goes out twice; one that the mail server did not take
 * is tried again, later and later.
 */
@Component
class Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final int SOME = 50;

  private final MailQueue queue;
  private final ObjectProvider<JavaMailSender> senders;
  private final ITemplateEngine templates;
  private final IcuMessages messages;
  private final MailSettings mail;
  private final ServerSettings settings;
  private final Clock clock;

  Mailer(
      MailQueue queue,
      ObjectProvider<JavaMailSender> senders,
      ITemplateEngine templates,
      IcuMessages messages,
      MailSettings mail,
      ServerSettings settings,
      Clock clock) {
    this.queue = queue;
    this.senders = senders;
    this.templates = templates;
    this.messages = messages;
    this.mail = mail;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a mail server is named. */
  boolean isSetUp() {
    return senders.getIfAvailable() != null;
  }

  void send() {
    JavaMailSender sender = senders.getIfAvailable();
    if (sender == null) {
      return;
    }
    Scope.system(() -> send(sender));
  }

  private void send(JavaMailSender sender) {
    queue.gather();
    List<UUID> ready;
    do {
      ready = queue.ready(SOME);
      for (UUID id : ready) {
        queue.claim(id).ifPresent(letter -> send(sender, letter));
      }
    } while (ready.size() == SOME);
  }

  private void send(JavaMailSender sender, MailQueue.Letter letter) {
    try {
      sender.send(message(sender, letter));
    } catch (MailException | MessagingException | TemplateEngineException e) {
      Optional<Duration> again = queue.refused(letter, String.valueOf(e.getMessage()));
      LOG.warn(
          "mail {} did not go out ({}); {}",
          letter.id(),
          e.getMessage(),
          again.map(after -> "again in " + after).orElse("given up"));
      return;
    }
    queue.sent(letter.id());
  }

  private MimeMessage message(JavaMailSender sender, MailQueue.Letter letter)
      throws MessagingException {
    Lang lang = letter.lang();
    Context context = new Context(java.util.Locale.of(lang.code()));
    context.setVariable("lang", lang.code());
    context.setVariable("name", letter.name());
    context.setVariable("items", letter.items());
    context.setVariable("baseUrl", settings.baseUrl());
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(mail.from());
    helper.setTo(letter.address());
    helper.setSubject(
        letter.items().size() == 1
            ? letter.items().getFirst().text()
            : messages.get(lang, "notices.mail.subject", letter.items().size()));
    helper.setText(plain(letter, lang), templates.process("notices/mail", context));
    helper.setSentDate(Date.from(clock.instant()));
    // A mail server or reader that sees a repetition knows it by this.
    message.setHeader("Message-ID", "<" + letter.id() + "@senim>");
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private String plain(MailQueue.Letter letter, Lang lang) {
    StringBuilder out =
        new StringBuilder(messages.get(lang, "notices.mail.greeting", letter.name()))
            .append("\n\n");
    for (MailQueue.Item item : letter.items()) {
      out.append("- ")
          .append(item.text())
          .append("\n  ")
          .append(settings.baseUrl())
          .append(item.link())
          .append("\n\n");
    }
    return out.append(messages.get(lang, "notices.mail.why"))
        .append('\n')
        .append(settings.baseUrl())
        .append("/notices/settings\n")
        .toString();
  }
}
