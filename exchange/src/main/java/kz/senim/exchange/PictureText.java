package kz.senim.exchange;

import java.util.ArrayList;
import java.util.List;

/** Text in a box of a picture: lines that fit its width, by the usual widths of letters. */
final class PictureText {

  static final int PAD = 9;

  private static final String NARROW = "fijltr.,:;'()|! І і/";
  private static final String WIDE = "mwMWMжмшщыюфЖМШЩЫЮФДОҢңҚҒ@%—";

  /** One line of text; sizes in pixels. */
  record Line(String text, int size, boolean bold, String colour) {
    int height() {
      return size + 4;
    }
  }

  private final int width;
  private final List<Line> lines = new ArrayList<>();

  PictureText(int width) {
    this.width = width;
  }

  void bold(String text, String colour) {
    add(text, 13, true, colour);
  }

  void plain(String text, String colour) {
    add(text, 13, false, colour);
  }

  void small(String text, String colour) {
    add(text, 11, false, colour);
  }

  List<Line> lines() {
    return lines;
  }

  static int height(List<Line> lines) {
    return lines.stream().mapToInt(Line::height).sum() + 2 * PAD;
  }

  private void add(String text, int size, boolean bold, String colour) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(longer, size, bold) > width - 2 * PAD) {
        lines.add(new Line(line.toString(), size, bold, colour));
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(new Line(line.toString(), size, bold, colour));
  }

  private static double widthOf(String text, int size, boolean bold) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NARROW.indexOf(c) >= 0) {
        width += 0.36;
      } else if (WIDE.indexOf(c) >= 0) {
        width += 0.86;
      } else {
        width += Character.isUpperCase(c) ? 0.70 : 0.60;
      }
    }
    return width * size * (bold ? 1.08 : 1);
  }
}
