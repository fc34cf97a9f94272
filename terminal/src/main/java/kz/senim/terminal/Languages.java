package kz.senim.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.senim.core.text.Lang;

/** In which language a command speaks. */
public final class Languages {

  /** The first that is set decides: our own, then as other programs do. */
  private static final List<String> VARIABLES =
      List.of("SENIM_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

  private static final String OPTION = "--lang";

  private Languages() {}

  /** Of this process: what its variables say, or else the system's settings. */
  public static Lang usual() {
    return of(System.getenv());
  }

  /**
   * Of a run with these arguments, which may be wrong: what its {@code --lang} says, or the usual.
   */
  public static Lang of(String... args) {
    for (int i = 0; i < args.length; i++) {
      String value =
          args[i].equals(OPTION) && i + 1 < args.length
              ? args[i + 1]
              : args[i].startsWith(OPTION + "=") ? args[i].substring(OPTION.length() + 1) : "";
      for (Lang lang : Lang.values()) {
        if (lang.code().equals(value)) {
          return lang;
        }
      }
    }
    return usual();
  }

  /** English, unless the variables name Kazakh or Russian, as {@code kk_KZ.UTF-8} does. */
  static Lang of(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        return named(value);
      }
    }
    return named(Locale.getDefault().getLanguage());
  }

  private static Lang named(String value) {
    for (Lang lang : Lang.values()) {
      if (value.toLowerCase(Locale.ROOT).matches(lang.code() + "([^a-z].*)?")) {
        return lang;
      }
    }
    return Lang.EN;
  }
}
