package kz.senim.server.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import kz.senim.core.text.Lang;

/** What people type into the search, given to a fuzzer. */
public final class SearchWordsFuzz {

  private SearchWordsFuzz() {}

  public static void read(byte[] bytes) {
    String all = new String(bytes, UTF_8);
    // As the page cuts it.
    String typed = all.substring(0, Math.min(all.length(), 200));
    CitationQuery.of(typed);
    Words.of(typed);
    for (Lang lang : Lang.values()) {
      Stems.tokens(typed, lang);
    }
  }
}
