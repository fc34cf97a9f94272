package kz.senim.server.audit;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.springframework.stereotype.Component;

/**
 * Actions as people read them: the text {@code audit.action.<action>}, which stands with the other
 * texts of the module that does it; the word itself where there is none.
 */
@Component
class ActionNames {

  /** Between a detail and how many more times it was so. */
  static final String TIMES = " ×";

  private final IcuMessages messages;
  private final LawBook book;

  ActionNames(IcuMessages messages, LawBook book) {
    this.messages = messages;
    this.book = book;
  }

  In in(Lang lang) {
    return new In(messages, book, lang);
  }

  /** The names in one language. */
  public record In(IcuMessages messages, LawBook book, Lang lang) {

    public String of(String action) {
      String name =
          messages.getMessage("audit.action." + action, null, action, Locale.of(lang.code()));
      return name == null ? action : name;
    }

    /** As {@link #detail(String)}; of facts their questions, where the law book knows them. */
    public String detail(String action, String detail) {
      if (!action.equals("fact.record")) {
        return detail(detail);
      }
      return Arrays.stream(detail.split(", ")).map(this::question).collect(joining(" "));
    }

    private String question(String fact) {
      int index = book.factIndex(fact);
      return index < 0 ? fact : book.facts().get(index).ask().in(lang);
    }

    /** The text {@code audit.detail.<detail>} where there is one. */
    public String detail(String detail) {
      int end = detail.lastIndexOf(TIMES);
      String word = end < 0 ? detail : detail.substring(0, end);
      String known =
          messages.getMessage("audit.detail." + word, null, null, Locale.of(lang.code()));
      return known == null ? detail : known + detail.substring(word.length());
    }

    String text(String key) {
      return messages.get(lang, key);
    }
  }
}
