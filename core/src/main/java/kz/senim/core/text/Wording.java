package kz.senim.core.text;

import java.util.List;

/**
 * A sentence in the three languages, with numbered places ({@code {0}}, {@code {1}}) for what it is
 * about. Each is a constant of an enum of its part of the code, which is its only place.
 */
public interface Wording {

  Localized text();

  /**
   * The sentence about something: words and numbers as they shall stand there, days, texts in three
   * languages, other messages, or lists of these.
   */
  default Message with(Object... args) {
    return new Message(this, List.of(args));
  }
}
