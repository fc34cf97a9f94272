package kz.senim.server.settings;

import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param setting the name as it was written; null when it is about the file as a whole
 * @param where the name as it was written, and where it stands
 * @param wrong what is wrong with it
 * @param right what would be right
 */
public record SettingsMistake(
    @Nullable String setting, Message where, Message wrong, Message right) {

  /** What is wrong with a setting that stands at the place. */
  static SettingsMistake of(String setting, Message place, Message wrong, Message right) {
    return new SettingsMistake(setting, SettingSay.AT.with(setting, place), wrong, right);
  }

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
