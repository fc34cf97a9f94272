package kz.senim.server.audit;

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

  private static final String RECORDED = "fact.record";

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

    /** The text {@code audit.detail.<detail>} where there is one. */
    public String detail(String detail) {
      int end = detail.lastIndexOf(TIMES);
      String word = end < 0 ? detail : detail.substring(0, end);
      String known =
          messages.getMessage("audit.detail." + word, null, null, Locale.of(lang.code()));
      return known == null ? detail : known + detail.substring(word.length());
    }

    /** The detail of an action to read: of facts that were recorded, the first question. */
    public String detail(String action, String detail) {
      if (!action.equals(RECORDED)) {
        return detail(detail);
      }
      String[] facts = detail.split(", ", -1);
      int first = book.factIndex(facts[0]);
      return first < 0
          ? detail
          : messages.get(
              lang, "audit.facts", book.facts().get(first).ask().in(lang), facts.length - 1);
    }

    String text(String key) {
      return messages.get(lang, key);
    }
  }
}
