package kz.senim.core.source;

/**
 * A place in a file.
 *
 * @param line from 1; 0 when the problem is with the file as a whole
 * @param column from 1, in characters
 */
public record Position(String file, int line, int column) {

  /** The file as a whole. */
  public static Position of(String file) {
    return new Position(file, 0, 0);
  }

  Position shifted(int columns) {
    return new Position(file, line, column + columns);
  }
}
