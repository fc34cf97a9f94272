package kz.senim.core.text;

/** Citations as lawyers write them in each language. */
public final class CitationText {

  private CitationText() {}

  /**
   * {@code 38/2/item-3} is {@code 38(2), item 3} in English, {@code п. 38, пп. 2), абз. 3} in
   * Russian and {@code 38-т., 2)-тш., 3-абз.} in Kazakh.
   */
  public static String in(String citation, Lang lang) {
    StringBuilder out = new StringBuilder();
    boolean numbered = false;
    for (String part : citation.split("/", -1)) {
      int dash = part.indexOf('-');
      String word = dash > 0 && Character.isLetter(part.charAt(0)) ? part.substring(0, dash) : "";
      String number = word.isEmpty() ? part : part.substring(dash + 1);
      if (word.isEmpty() && numbered && lang == Lang.EN) {
        out.append('(').append(number).append(')');
      } else {
        out.append(out.isEmpty() ? "" : ", ").append(unit(word, number, numbered, lang));
      }
      numbered |= word.isEmpty();
    }
    return out.toString();
  }

  private static String unit(String word, String n, boolean below, Lang lang) {
    return switch (word) {
      case "item" -> new Localized("item " + n, "абз. " + n, n + "-абз.").in(lang);
      case "annex" -> new Localized("annex " + n, "прил. " + n, n + "-қос.").in(lang);
      case "article" -> new Localized("art. " + n, "ст. " + n, n + "-бап").in(lang);
      case "issue" -> new Localized("issue " + n, "вопрос " + n, n + "-мәселе").in(lang);
      default ->
          below
              ? new Localized(n, "пп. " + n + ")", n + ")-тш.").in(lang)
              : new Localized(n, "п. " + n, n + "-т.").in(lang);
    };
  }
}
