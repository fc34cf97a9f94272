package kz.senim.server.search;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.senim.core.text.Lang;

/**
 * Texts that do not change, with their words looked up beforehand: finds what {@link Words#in}
 * does.
 */
public final class TextIndex {

  private static final BitSet NONE = new BitSet();

  private final int size;
  private final TreeMap<String, BitSet> whole = new TreeMap<>();

  /** From the second part of a word on: {@code 1} of {@code portal_1}. */
  private final TreeMap<String, BitSet> parts = new TreeMap<>();

  private final Map<Lang, Map<String, BitSet>> stems = new EnumMap<>(Lang.class);

  public TextIndex(List<String> texts) {
    this.size = texts.size();
    for (Lang lang : Lang.values()) {
      Map<String, BitSet> found = new HashMap<>();
      stems.put(lang, found);
      for (int i = 0; i < size; i++) {
        String text = texts.get(i);
        for (Stems.Token token : Stems.tokens(text, lang)) {
          put(found, token.stem(), i);
          written(text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT), i);
        }
      }
    }
  }

  private void written(String token, int text) {
    put(whole, token, text);
    for (int i = 1; i < token.length(); i++) {
      if (!Character.isLetterOrDigit(token.charAt(i - 1))) {
        put(parts, token.substring(i), text);
      }
    }
  }

  private static void put(Map<String, BitSet> in, String word, int text) {
    in.computeIfAbsent(word, _ -> new BitSet()).set(text);
  }

  /** The positions of the texts in which each word stands, in whatever form. */
  public BitSet find(Words words) {
    BitSet all = new BitSet();
    all.set(0, size);
    for (Words.Word word : words.list()) {
      BitSet any = new BitSet();
      word.stems()
          .forEach(
              (lang, stem) -> any.or(stems.getOrDefault(lang, Map.of()).getOrDefault(stem, NONE)));
      if (word.typed().length() > 1) {
        beginning(whole, word.typed(), any);
      } else {
        any.or(whole.getOrDefault(word.typed(), NONE));
      }
      beginning(parts, word.typed(), any);
      all.and(any);
    }
    return all;
  }

  private static void beginning(NavigableMap<String, BitSet> words, String with, BitSet any) {
    words.subMap(with, with + Character.MAX_VALUE).values().forEach(any::or);
  }
}
