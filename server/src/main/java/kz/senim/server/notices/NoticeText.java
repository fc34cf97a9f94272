package kz.senim.server.notices;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.springframework.stereotype.Component;

/** Turns a notice into words. */
@Component
class NoticeText {

  private final IcuMessages messages;
  private final LawBook book;

  NoticeText(IcuMessages messages, LawBook book) {
    this.messages = messages;
    this.book = book;
  }

  String of(NoticeKind kind, List<NoticeRequested.Arg> args, Lang lang) {
    Object[] words = args.stream().map(arg -> word(arg, lang)).toArray();
    return messages.get(lang, "notices.text." + kind.word(), words);
  }

  private String word(NoticeRequested.Arg arg, Lang lang) {
    return switch (arg.type()) {
      case TEXT -> arg.value();
      case DAY -> Days.in(LocalDate.parse(arg.value()), lang);
      // What a later law book does not know any more keeps its identifier.
      case REQUIREMENT ->
          book.findRequirement(arg.value())
              .map(found -> found.statement().in(lang))
              .orElse(arg.value());
      case FACT -> {
        int index = book.factIndex(arg.value());
        yield index < 0 ? arg.value() : book.facts().get(index).ask().in(lang);
      }
    };
  }
}
