package kz.senim.core.text;

/** Citations as lawyers write them in each language. */
public final class CitationText {

  private CitationText() {}

  /**
   * {@code 38/2/item-3} is {@code 38(2), item 3} in English, {@code абз. 4 подп. 2) п. 38} in
   * Russian and {@code 38-т. 2) тш. 4-абз.} in Kazakh: there the text of the unit itself is its
   * first indented line (абзац), so the third item is the fourth.
   */
  public static String in(String citation, Lang lang) {
    String[] parts = citation.split("/", -1);
    StringBuilder out = new StringBuilder();
    boolean numbered = false;
    for (String part : parts) {
      int dash = part.indexOf('-');
      String word = dash > 0 && Character.isLetter(part.charAt(0)) ? part.substring(0, dash) : "";
      String number = word.isEmpty() ? part : part.substring(dash + 1);
      String unit = unit(word, number, numbered, lang);
      switch (lang) {
        case EN -> out.append(out.isEmpty() || unit.startsWith("(") ? "" : ", ").append(unit);
        case RU -> out.insert(0, out.isEmpty() ? unit : unit + " ");
        case KK -> out.append(out.isEmpty() ? "" : " ").append(unit);
      }
      numbered |= word.isEmpty();
    }
    return out.toString();
  }

  private static String unit(String word, String n, boolean below, Lang lang) {
    return switch (word) {
      case "item" -> {
        String following = Integer.toString(Integer.parseInt(n) + 1);
        yield new Localized("item " + n, "абз. " + following, following + "-абз.").in(lang);
      }
      case "annex" -> new Localized("annex " + n, "прил. " + n, n + "-қос.").in(lang);
      case "article" -> new Localized("art. " + n, "ст. " + n, n + "-бап").in(lang);
      case "issue" -> new Localized("issue " + n, "вопроса " + n, n + "-мәселе").in(lang);
      default ->
          below
              ? new Localized("(" + n + ")", "подп. " + n + ")", n + ") тш.").in(lang)
              : new Localized(n, "п. " + n, n + "-т.").in(lang);
    };
  }
}
