package kz.senim.core.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SequencedCollection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something said to a person: which sentence, and of what. It becomes a text in a language only
 * where that person reads it.
 */
public record Message(Wording wording, List<Object> args) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private static final Wording LITERAL = () -> new Localized("{0}", "{0}", "{0}");

  /** Nothing is said: for a place that is not always filled. */
  public static final Message NOTHING = of("");

  public Message {
    args = List.copyOf(args);
  }

  /** Words that are the same in each language, such as those of another program. */
  public static Message of(String text) {
    return new Message(LITERAL, List.of(text));
  }

  public String in(Lang lang) {
    Matcher place = PLACE.matcher(wording.text().in(lang));
    StringBuilder out = new StringBuilder();
    while (place.find()) {
      String filled = text(args.get(place.group(1).charAt(0) - '0'), lang);
      place.appendReplacement(out, Matcher.quoteReplacement(filled));
    }
    return place.appendTail(out).toString();
  }

  private static String text(Object arg, Lang lang) {
    return switch (arg) {
      case Message message -> message.in(lang);
      case Localized localized -> localized.in(lang);
      case LocalDate day -> Days.in(day, lang);
      case Collection<?> all -> {
        Stream<String> each = all.stream().map(one -> text(one, lang));
        // What is said must not change from run to run, as the order of an unordered set does.
        boolean ordered = all instanceof SequencedCollection<?>;
        yield (ordered ? each : each.sorted()).collect(Collectors.joining(", "));
      }
      default -> arg.toString();
    };
  }

  /** In English, for logs and for those who write code. */
  @Override
  public String toString() {
    return in(Lang.EN);
  }
}
