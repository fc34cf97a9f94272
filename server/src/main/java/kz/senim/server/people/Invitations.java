package kz.senim.server.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import org.springframework.stereotype.Component;

/** One-time links for people who are asked in, or who forgot their password. */
@Component
class Invitations {

  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;
  private final SetupMails mails;
  private final ServerSettings settings;

  Invitations(Accounts accounts, SetupMails mails, ServerSettings settings) {
    this.accounts = accounts;
    this.mails = mails;
    this.settings = settings;
  }

  /**
   * A link that was just made.
   *
   * @param address the whole address, which is shown once
   * @param code the secret in it, for whoever cannot open the address
   * @param mailed whether it goes to the person by mail too
   * @param waits whether it works only when a second person has approved
   */
  public record Link(Account account, String address, String code, boolean mailed, boolean waits) {}

  /** In the fragment, which no server, proxy or log gets to see. */
  static String address(ServerSettings settings, String code) {
    return settings.baseUrl() + "/setup#" + code;
  }

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

  /**
   * Makes a link with which the person chooses a password, and mails it where mail is set up, once
   * the transaction is committed.
   */
  Link link(UUID id, Lang lang) {
    return link(id, accounts.newLink(id), false, lang);
  }

  /** Shows a link that was made, and mails it likewise. */
  Link link(UUID id, String code, boolean waits, Lang lang) {
    Account account = accounts.find(id).orElseThrow();
    boolean mailed = mails.isSetUp();
    if (mailed) {
      mails.add(account, code, waits, lang);
    }
    return new Link(account, address(settings, code), code, mailed, waits);
  }
}
