package kz.senim.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import kz.senim.core.text.Lang;

/**
 * The texts of {@code --help}: {@code Help_en.properties} and its like beside the commands, and
 * those that all commands share beside this class. Read only when help is shown: most runs show
 * none.
 */
final class Help {

  private Help() {}

  /**
   * The texts in a language.
   *
   * @param home a class beside whose resources the commands' texts stand
   */
  static ResourceBundle in(Lang lang, Class<?> home) {
    try {
      return new PropertyResourceBundle(
          new StringReader(text(Help.class, lang) + "\n" + text(home, lang)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Class<?> home, Lang lang) throws IOException {
    String name = "Help_" + lang.code() + ".properties";
    try (InputStream in = home.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(home.getPackageName() + " has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
