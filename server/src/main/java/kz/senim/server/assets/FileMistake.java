package kz.senim.server.assets;

import java.util.List;

/**
 * Something wrong in a file.
 *
 * @param line from 1; 0 when it is the file as a whole
 * @param column as its reader names it: a number, or a letter of a sheet; empty when it is the
 *     whole line
 * @param key of the message that says what is wrong and what would be right
 */
public record FileMistake(int line, String column, String key, List<Object> details) {

  static FileMistake ofFile(String key, Object... details) {
    return new FileMistake(0, "", key, List.of(details));
  }

  /** For the template. */
  public Object[] arguments() {
    return details.toArray();
  }
}
