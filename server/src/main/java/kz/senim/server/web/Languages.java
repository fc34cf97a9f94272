package kz.senim.server.web;

import java.util.Locale;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/** Between the three languages and Java's locales. */
public final class Languages {

  private Languages() {}

  /** Russian for any language that Senim does not speak. */
  public static Lang of(@Nullable Locale locale) {
    if (locale == null) {
      return Lang.RU;
    }
    for (Lang lang : Lang.values()) {
      if (lang.code().equals(locale.getLanguage())) {
        return lang;
      }
    }
    return Lang.RU;
  }
}
