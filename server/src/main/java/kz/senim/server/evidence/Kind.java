package kz.senim.server.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;

/** A kind of evidence as the law book knows it, in the reader's language. */
public record Kind(String id, String name) {

  /** All kinds, in the order of the law book. */
  public static List<Kind> all(LawBook book, Lang lang) {
    return book.vocabulary().evidence().stream()
        .map(kind -> new Kind(kind.id(), kind.name().in(lang)))
        .toList();
  }

  static Map<String, String> names(LawBook book, Lang lang) {
    return all(book, lang).stream().collect(Collectors.toMap(Kind::id, Kind::name));
  }
}
