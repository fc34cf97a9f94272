package kz.senim.core.text;

/** One text in the three languages; all three are always there. */
public record Localized(String en, String ru, String kk) {

  public String in(Lang lang) {
    return switch (lang) {
      case EN -> en;
      case RU -> ru;
      case KK -> kk;
    };
  }
}
