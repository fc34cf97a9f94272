package kz.senim.server.vault;

import kz.senim.core.text.Message;
import kz.senim.server.Refused;

/** A key is missing, wrong or unreadable: what is wrong, and what would be right. */
public final class KeyMistake extends Refused {

  private static final long serialVersionUID = 1;

  public KeyMistake(Message wrong, Message remedy) {
    super(KeySay.WHOLE.with(wrong, remedy));
  }
}
