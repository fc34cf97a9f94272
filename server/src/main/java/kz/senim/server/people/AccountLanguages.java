package kz.senim.server.people;

import java.util.UUID;
import kz.senim.server.web.LanguageMemory;
import org.springframework.stereotype.Component;

/** Keeps the language with the account. */
@Component
class AccountLanguages implements LanguageMemory {

  private final Accounts accounts;

  AccountLanguages(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void remember(UUID account, String lang) {
    accounts.setLanguage(account, lang);
  }
}
