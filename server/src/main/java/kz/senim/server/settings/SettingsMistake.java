package kz.senim.server.settings;

import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;

/**
 * One thing that is wrong.
 *
 * @param where the name as it was written, and where it stands
 * @param wrong what is wrong with it
 * @param right what would be right
 */
public record SettingsMistake(Message where, Message wrong, Message right) {

  /** All of it in a line. */
  public Message message() {
    return SettingSay.MISTAKE.with(where, wrong, right);
  }

  public String in(Lang lang) {
    return message().in(lang);
  }

  @Override
  public String toString() {
    return in(Lang.EN);
  }
}
