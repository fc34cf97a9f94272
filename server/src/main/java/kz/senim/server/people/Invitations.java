package kz.senim.server.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.web.IcuMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** One-time links for people who are asked in, or who forgot their password. */
@Component
class Invitations {

  private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;
  private final IcuMessages messages;
  private final ObjectProvider<JavaMailSender> mail;
  private final ServerSettings settings;
  private final String from;

  Invitations(
      Accounts accounts,
      IcuMessages messages,
      ObjectProvider<JavaMailSender> mail,
      ServerSettings settings,
      @Value("${senim.mail.from}") String from) {
    this.accounts = accounts;
    this.messages = messages;
    this.mail = mail;
    this.settings = settings;
    this.from = from;
  }

  /**
   * A link that was just made.
   *
   * @param address the whole address, which is shown once
   * @param mailed whether it was sent to the person too
   */
  public record Link(Account account, String address, boolean mailed) {}

  /** Keys of all that is wrong with an address and a name; empty when nothing is. */
  static List<String> mistakes(String email, String name) {
    List<String> mistakes = new ArrayList<>();
    if (!email.strip().matches("[^@\\s]+@[^@\\s]+") || email.length() > 320) {
      mistakes.add("people.setup.bad-email");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      mistakes.add("people.setup.bad-name");
    }
    return mistakes;
  }

  /** Makes a link with which the person chooses a password, and mails it where mail is set up. */
  Link link(UUID id, Lang lang) {
    Account account = accounts.find(id).orElseThrow();
    String address = settings.baseUrl() + "/setup/" + accounts.newLink(id);
    return new Link(account, address, send(account, address, lang));
  }

  private boolean send(Account account, String address, Lang lang) {
    JavaMailSender sender = mail.getIfAvailable();
    if (sender == null) {
      return false;
    }
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(account.email());
    message.setSubject(messages.get(lang, "people.mail.subject"));
    message.setText(messages.get(lang, "people.mail.text", account.name(), address));
    try {
      sender.send(message);
      return true;
    } catch (MailException e) {
      LOG.warn(
          String.format(
              Locale.ROOT, "a link could not be mailed: %s", e.getClass().getSimpleName()));
      return false;
    }
  }
}
