package kz.senim.server.settings;

/**
 * One thing that is wrong.
 *
 * @param where the name as it was written, and where it stands
 * @param wrong what is wrong with it
 * @param right what would be right
 */
public record SettingsMistake(String where, String wrong, String right) {

  @Override
  public String toString() {
    return where + ": " + wrong + "; " + right;
  }
}
