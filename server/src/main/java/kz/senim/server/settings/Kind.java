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
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What values a setting takes.
 *
 * @param right what would be right, for people
 * @param takes whether a value is one
 */
record Kind(String right, Predicate<String> takes) {

  static final Kind TEXT = new Kind("a text", value -> !value.isBlank());

  static final Kind FLAG = new Kind("true or false", value -> value.matches("true|false"));

  static final Kind FOLDER =
      new Kind(
          "a folder that the user who runs Senim can write to, such as /var/lib/senim",
          Kind::folder);

  static final Kind FILE =
      new Kind(
          "a file that the user who runs Senim can read", value -> Files.isReadable(path(value)));

  static final Kind HOST =
      new Kind("a host name or an address, such as 127.0.0.1", value -> value.matches("[\\w.:-]+"));

  static final Kind HOST_PORT =
      new Kind(
          "a host and its port, such as logs.example.kz:6514",
          value -> value.matches("[\\w.:\\[\\]-]+:\\d{1,5}"));

  static final Kind PORT = number(0, 65_535, "a port, such as 8080");

  static final Kind SITE =
      new Kind(
          "an address without a path, such as https://senim.example.kz",
          value -> web(value) && value.matches("https?://[^/?#]+"));

  static final Kind WEB = new Kind("an address such as https://example.kz/path", Kind::web);

  static final Kind DATABASE =
      new Kind(
          "the JDBC address of a PostgreSQL, such as jdbc:postgresql://db.example.kz/senim",
          value -> value.matches("jdbc:postgresql:(//[^/]+/)?[^/?]+(\\?.*)?"));

  static final Kind MAIL =
      new Kind(
          "a mail address, such as senim@example.kz", value -> value.matches("[^@\\s]+@[^@\\s]+"));

  static final Kind TIME = new Kind("a time such as 30s or 5m", Kind::time);

  static final Kind SIZE = new Kind("a size such as 512MB or 2GB", Kind::size);

  static final Kind SHARE =
      new Kind("a share from 0 to 1, such as 0.1", value -> value.matches("0(\\.\\d+)?|1(\\.0+)?"));

  static Kind number(int least, int most, String right) {
    return new Kind(
        right + "; from " + least + " to " + most,
        value ->
            value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most);
  }

  static Kind choice(String... words) {
    return new Kind("one of " + String.join(", ", words), List.of(words)::contains);
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
