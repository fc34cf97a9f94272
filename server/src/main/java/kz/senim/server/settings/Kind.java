package kz.senim.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import kz.senim.core.text.Message;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What values a setting takes.
 *
 * @param right what would be right, for people
 * @param takes whether a value is one
 */
record Kind(Message right, Predicate<String> takes) {

  static final Kind TEXT = new Kind(SettingSay.TEXT.with(), value -> !value.isBlank());

  static final Kind FLAG = new Kind(SettingSay.FLAG.with(), value -> value.matches("true|false"));

  static final Kind FOLDER = new Kind(SettingSay.FOLDER.with(), Kind::folder);

  static final Kind FILE = new Kind(SettingSay.FILE.with(), value -> Files.isReadable(path(value)));

  static final Kind HOST = new Kind(SettingSay.HOST.with(), value -> value.matches("[\\w.:-]+"));

  static final Kind HOSTS =
      new Kind(
          SettingSay.HOSTS.with(),
          value -> value.matches("[\\w.:\\[\\]-]+(\\s*,\\s*[\\w.:\\[\\]-]+)*"));

  static final Kind PATTERNS =
      new Kind(
          SettingSay.PATTERNS.with(),
          value -> value.matches("(\\*\\.)?[\\w.:-]+(\\s*,\\s*(\\*\\.)?[\\w.:-]+)*"));

  static final Kind HOST_PORT =
      new Kind(SettingSay.HOST_PORT.with(), value -> value.matches("[\\w.:\\[\\]-]+:\\d{1,5}"));

  static final Kind PORT = number(0, 65_535, SettingSay.PORT);

  static final Kind SITE =
      new Kind(SettingSay.SITE.with(), value -> web(value) && value.matches("https?://[^/?#]+"));

  static final Kind WEB = new Kind(SettingSay.WEB.with(), Kind::web);

  static final Kind DATABASE =
      new Kind(
          SettingSay.DATABASE.with(),
          value -> value.matches("jdbc:postgresql:(//[^/]+/)?[^/?]+(\\?.*)?"));

  static final Kind MAIL =
      new Kind(SettingSay.MAIL.with(), value -> value.matches("[^@\\s]+@[^@\\s]+"));

  static final Kind TIME = new Kind(SettingSay.TIME.with(), Kind::time);

  static final Kind SIZE = new Kind(SettingSay.SIZE.with(), Kind::size);

  static final Kind SHARE =
      new Kind(SettingSay.SHARE.with(), value -> value.matches("0(\\.\\d+)?|1(\\.0+)?"));

  static Kind number(int least, int most, SettingSay right) {
    return new Kind(
        right.with(Integer.toString(least), Integer.toString(most)),
        value ->
            value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most);
  }

  static Kind choice(String... words) {
    return new Kind(SettingSay.ONE_OF.with(List.of(words)), List.of(words)::contains);
  }

  private static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      return Path.of("/dev/null/no");
    }
  }

  /** The folder itself need not be there: the nearest one above it that is must be writable. */
  private static boolean folder(String value) {
    Path folder = path(value).toAbsolutePath();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }

  private static boolean web(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean time(String value) {
    try {
      Duration time = DurationStyle.SIMPLE.parse(value.toLowerCase(Locale.ROOT));
      return !time.isNegative() && value.matches(".*\\D");
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }

  private static boolean size(String value) {
    try {
      return !DataSize.parse(value).isNegative() && value.matches(".*\\D");
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }
}
