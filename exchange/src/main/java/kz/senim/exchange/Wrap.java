package kz.senim.exchange;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Lines of text for a terminal, broken between words. */
public final class Wrap {

  /** Characters in a line, its indent included. */
  private static final int WIDTH = 100;

  private Wrap() {}

  /**
   * Breaks a text into lines.
   *
   * @param first what the first line begins with
   * @param rest what each further line begins with
   * @param colour applied to each line's own words
   * @param line takes each line, without a line break
   */
  public static void lines(
      String first, String rest, String text, UnaryOperator<String> colour, Consumer<String> line) {
    String indent = first;
    StringBuilder current = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (current.length() + word.length() + indent.length() >= WIDTH && !current.isEmpty()) {
        line.accept(indent + colour.apply(current.toString()));
        indent = rest;
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    line.accept(indent + colour.apply(current.toString()));
  }
}
