package kz.senim.server.web;

import java.util.UUID;

/** Remembers the language that a person chose, wherever they sign in next. */
public interface LanguageMemory {

  /** The attribute of a session in which somebody chose a language before signing in. */
  String CHOSEN = "chosenLanguage";

  void remember(UUID account, String lang);
}
