package kz.senim.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in an act as people write it: {@code 38 4}, {@code п. 38}, {@code подп. 4) п. 38}, {@code
 * 38-т. 4) тш.}, {@code 38(4), item 2}, {@code ст. 5}.
 *
 * @param citation as the law book spells it, such as {@code 38/4}
 * @param act a number by which an act may be meant; null when none was given
 */
record CitationQuery(String citation, @Nullable String act) {

  private static final String NUMBER = "\\d{1,4}(?:-\\d{1,2})?";

  /** A number with the word before it (Russian, English) or after it (Kazakh), or a lone word. */
  private static final Pattern PARTS =
      Pattern.compile("(" + NUMBER + ")(?:-(?=\\p{L}))?|(\\p{L}+)|№");

  /** What a citation is written with: 100% is none. */
  private static final Pattern SPELLED = Pattern.compile("[\\p{L}\\p{N}\\s.,;()/№-]*");

  private enum Unit {
    ACT,
    ANNEX,
    ARTICLE,
    ISSUE,
    PARAGRAPH,
    SUBPARAGRAPH,
    /** Counted with the text before the first item, as Russian and Kazakh do. */
    LINE,
    ITEM
  }

  private record Part(String digits, @Nullable Unit unit) {}

  /** Empty when the words are no citation, or none that names a paragraph. */
  static Optional<CitationQuery> of(String typed) {
    if (!SPELLED.matcher(typed).matches()) {
      return Optional.empty();
    }
    List<Part> numbers = new ArrayList<>();
    Unit waiting = null;
    Matcher parts = PARTS.matcher(typed.toLowerCase(Locale.ROOT));
    while (parts.find()) {
      String digits = parts.group(1);
      String word = parts.group(2);
      if (digits != null) {
        numbers.add(new Part(digits, waiting));
        waiting = null;
        continue;
      }
      Unit after = word == null ? null : kazakh(word);
      Unit before = word == null ? Unit.ACT : named(word);
      if (after != null && !numbers.isEmpty() && numbers.getLast().unit() == null) {
        numbers.set(numbers.size() - 1, new Part(numbers.getLast().digits(), after));
      } else if (before != null && waiting == null) {
        waiting = before;
      } else {
        return Optional.empty();
      }
    }
    return waiting != null || numbers.isEmpty() || numbers.size() > 6
        ? Optional.empty()
        : Optional.ofNullable(spell(numbers));
  }

  /** The word stands after its number. */
  private static @Nullable Unit kazakh(String word) {
    return switch (word) {
      case "т", "тармақ", "тармағы", "тармақтың", "тармағының" -> Unit.PARAGRAPH;
      case "тш", "тармақша", "тармақшасы", "тармақшаның" -> Unit.SUBPARAGRAPH;
      case "абз", "абзац", "абзацы" -> Unit.LINE;
      case "қос", "қосымша", "қосымшаның" -> Unit.ANNEX;
      case "бап", "баптың", "бабы" -> Unit.ARTICLE;
      case "мәселе" -> Unit.ISSUE;
      default -> null;
    };
  }

  /** The word stands before its number. */
  private static @Nullable Unit named(String word) {
    return switch (word) {
      case "п", "пп", "пункт", "пункта", "пункте", "para", "par", "paragraph" -> Unit.PARAGRAPH;
      case "подп", "подпункт", "подпункта", "subparagraph" -> Unit.SUBPARAGRAPH;
      case "абз", "абзац", "абзаца" -> Unit.LINE;
      case "item" -> Unit.ITEM;
      case "прил", "приложение", "приложения", "annex" -> Unit.ANNEX;
      case "ст", "статья", "статьи", "art", "article" -> Unit.ARTICLE;
      case "вопрос", "вопроса", "issue" -> Unit.ISSUE;
      default -> null;
    };
  }

  private static @Nullable CitationQuery spell(List<Part> numbers) {
    String act = null;
    String first = null;
    List<String> below = new ArrayList<>();
    int item = 0;
    // Russian goes from the part to the whole: what is named is put in its place first.
    for (Part number : numbers) {
      switch (number.unit()) {
        case null -> {}
        case ACT -> act = number.digits();
        case ANNEX -> first = "annex-" + number.digits();
        case ARTICLE -> first = "article-" + number.digits();
        case ISSUE -> first = "issue-" + number.digits();
        case PARAGRAPH, SUBPARAGRAPH -> {}
        case LINE, ITEM -> {
          if (number.digits().contains("-")) {
            return null;
          }
          item = Integer.parseInt(number.digits()) - (number.unit() == Unit.LINE ? 1 : 0);
        }
      }
    }
    for (Part number : numbers) {
      if (number.unit() == Unit.PARAGRAPH) {
        below.add(number.digits());
      }
    }
    boolean hasParagraph = !below.isEmpty();
    List<String> subparagraphs =
        new ArrayList<>(
            numbers.stream()
                .filter(number -> number.unit() == Unit.SUBPARAGRAPH)
                .map(Part::digits)
                .toList());
    if (hasParagraph && numbers.getLast().unit() == Unit.PARAGRAPH) {
      java.util.Collections.reverse(subparagraphs); // подп. 2) подп. 1) п. 38
    }
    for (Part number : numbers) {
      if (number.unit() == null) {
        below.add(number.digits());
      }
    }
    below.addAll(subparagraphs);
    if (first != null) {
      below.addFirst(first);
    }
    if (item > 0) {
      below.add("item-" + item);
    }
    return below.isEmpty() || item < 0 || (below.size() == 1 && item > 0)
        ? null
        : new CitationQuery(String.join("/", below), act);
  }
}
