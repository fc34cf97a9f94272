package kz.senim.server.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.core.text.Lang;

/**
 * The commonest abbreviations of the acts (paragraph 7 of decree 832 and its paragraph 6), so that
 * a text is found by the whole words too.
 */
final class Abbreviations {

  private static final Map<Lang, Map<String, String>> WHOLE = new EnumMap<>(Lang.class);

  static {
    WHOLE.put(Lang.EN, Map.of());
    WHOLE.put(
        Lang.RU,
        Map.of(
            "ИБ", "информационная безопасность",
            "ПО", "программное обеспечение",
            "ИС", "информационная система",
            "ЭИР", "электронный информационный ресурс",
            "ЭЦП", "электронная цифровая подпись"));
    WHOLE.put(
        Lang.KK,
        Map.of(
            "АҚ", "ақпараттық қауіпсіздік",
            "БҚ", "бағдарламалық қамтылым",
            "АЖ", "ақпараттық жүйе",
            "ЭАР", "электрондық ақпараттық ресурс",
            "ЭЦҚ", "электрондық цифрлық қолтаңба"));
  }

  private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})\\p{Lu}{2,3}(?!\\p{L})");

  private Abbreviations() {}

  /** The text with the whole words behind each abbreviation. */
  static String spellOut(String text, Lang lang) {
    Map<String, String> whole = WHOLE.getOrDefault(lang, Map.of());
    Matcher capitals = CAPITALS.matcher(text);
    StringBuilder out = new StringBuilder();
    while (capitals.find()) {
      String words = whole.get(capitals.group());
      capitals.appendReplacement(
          out, words == null ? capitals.group() : capitals.group() + " " + words);
    }
    return capitals.appendTail(out).toString();
  }
}
