package kz.senim.core.source;

import java.util.Comparator;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;

/**
 * Something wrong in a file that a person wrote: where, what is wrong and what would be right.
 *
 * @param snippet the line it stands in, or an empty string
 */
public record Problem(Position at, Message message, String snippet) implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem p) -> p.at.file())
          .thenComparingInt(p -> p.at.line())
          .thenComparingInt(p -> p.at.column())
          .thenComparing(p -> p.message.in(Lang.EN));

  /** {@code file:line:col: message}, then the line with a caret under the place. */
  public String render(Lang lang) {
    if (at.line() == 0) {
      return at.file() + ": " + message.in(lang);
    }
    String head = at.file() + ":" + at.line() + ":" + at.column() + ": " + message.in(lang);
    if (snippet.isEmpty()) {
      return head;
    }
    int window = Math.max(0, Math.min(at.column() - 1, snippet.length()) - 70);
    String shown = snippet.substring(window, Math.min(snippet.length(), window + 110));
    int caret = Math.max(0, Math.min(at.column() - 1, snippet.length()) - window);
    return head + "\n  | " + shown + "\n  | " + " ".repeat(caret) + "^";
  }

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }
}
