package kz.senim.server.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.senim.core.text.Lang;

/**
 * What somebody searches for: words, each of which may stand in another form or have a longer end.
 * The language is not asked for: a word is looked for as a word of each.
 */
public final class Words {

  private static final int MOST = 12;
  private static final int LONGEST_SNIPPET = 260;
  private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Word> words;

  private Words(List<Word> words) {
    this.words = words;
  }

  /**
   * One word.
   *
   * @param typed in lower case
   * @param stems by language
   */
  record Word(String typed, Map<Lang, String> stems) {

    boolean matches(String token, Lang lang, String stem) {
      return stem.equals(stems.get(lang)) || begins(token);
    }

    /** Whether a part of the token begins with what was typed: {@code portal_1} has two. */
    private boolean begins(String token) {
      int at = token.indexOf(typed);
      return at == 0
          ? typed.length() > 1 || token.length() == 1
          : at > 0 && !Character.isLetterOrDigit(token.charAt(at - 1));
    }
  }

  /** A part of a text, marked where what is searched for stands. */
  public record Piece(String text, boolean hit) {}

  /** The words that are typed; those that mean nothing by themselves are left out. */
  public static Words of(String typed) {
    List<Word> words = new ArrayList<>();
    for (String part : SPACE.split(typed.toLowerCase(Locale.ROOT), -1)) {
      if (part.isEmpty() || words.size() == MOST) {
        continue;
      }
      Map<Lang, String> stems = new EnumMap<>(Lang.class);
      for (Lang lang : Lang.values()) {
        Stems.tokens(part, lang).stream()
            .findFirst()
            .ifPresent(token -> stems.put(lang, token.stem()));
      }
      // A word that one language leaves out is left out.
      if (stems.size() == Lang.values().length) {
        words.add(new Word(part, stems));
      }
    }
    return new Words(words);
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  List<Word> list() {
    return words;
  }

  /** Whether each word stands in the text, in whatever form. */
  public boolean in(String text) {
    Set<Word> left = new HashSet<>(words);
    for (Lang lang : Lang.values()) {
      for (Stems.Token token : Stems.tokens(text, lang)) {
        String written = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        left.removeIf(word -> word.matches(written, lang, token.stem()));
      }
    }
    return left.isEmpty();
  }

  /**
   * A condition that holds for all that {@link #in} finds, and may hold for more. Its parameters
   * are {@link #likes}.
   *
   * @param expression SQL, in lower case by {@code lower(… collate pg_c_utf8)}
   */
  public String like(String expression) {
    return words.isEmpty()
        ? "true"
        : IntStream.range(0, words.size())
            .mapToObj(i -> expression + " like :like" + i)
            .collect(Collectors.joining(" and "));
  }

  /**
   * The parameters of {@link #like}; {@code longest} is the one that tells most, {@code patterns}
   * are all of them, as {@code found_by_words} takes them.
   */
  public Map<String, Object> likes() {
    Map<String, Object> likes = new HashMap<>();
    List<String> patterns = new ArrayList<>();
    String longest = "%";
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String shortest = word.typed();
      for (String stem : word.stems().values()) {
        shortest = common(shortest, stem);
      }
      String pattern =
          "%" + shortest.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
      likes.put("like" + i, pattern);
      patterns.add(pattern);
      longest = pattern.length() > longest.length() ? pattern : longest;
    }
    likes.put("longest", longest);
    likes.put("patterns", patterns.toArray(String[]::new));
    return likes;
  }

  private static String common(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return a.substring(0, i);
  }

  /** The text in pieces; of a long one the part around the first hit. */
  public List<Piece> mark(String text) {
    boolean[] hit = new boolean[text.length()];
    int first = text.length();
    for (Lang lang : Lang.values()) {
      for (Stems.Token token : Stems.tokens(text, lang)) {
        String written = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        if (matches(words, written, lang, token.stem())) {
          java.util.Arrays.fill(hit, token.start(), token.end(), true);
          first = Math.min(first, token.start());
        }
      }
    }
    int from = 0;
    int to = text.length();
    if (text.length() > LONGEST_SNIPPET) {
      from = first == text.length() ? 0 : Math.max(0, first - LONGEST_SNIPPET / 3);
      from = from == 0 ? 0 : text.indexOf(' ', from) + 1;
      to = Math.min(text.length(), from + LONGEST_SNIPPET);
      to = to == text.length() ? to : Math.max(from, text.lastIndexOf(' ', to));
    }
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece("… ", false));
    }
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && hit[end] == hit[i]) {
        end++;
      }
      pieces.add(new Piece(text.substring(i, end), hit[i]));
      i = end;
    }
    if (to < text.length()) {
      pieces.add(new Piece(" …", false));
    }
    return pieces;
  }

  private static boolean matches(Collection<Word> words, String token, Lang lang, String stem) {
    return words.stream().anyMatch(word -> word.matches(token, lang, stem));
  }
}
