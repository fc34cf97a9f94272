package kz.senim.server.assets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.text.Lang;

/**
 * An inventory as a file tells it.
 *
 * @param format {@code csv}, {@code xlsx}, {@code cyclonedx-json} or {@code cyclonedx-xml}
 * @param entries what was read; those of a file with mistakes are never taken over
 * @param repeated how many entries named an asset that an earlier one had named
 * @param mistakes all of them, up to {@link #MOST_MISTAKES}
 */
record AssetFile(
    String format, List<AssetEntry> entries, int repeated, List<FileMistake> mistakes) {

  static final int MOST_BYTES = 10 * 1024 * 1024;
  static final int MOST_ROWS = 50_000;
  static final int MOST_MISTAKES = 500;

  /**
   * Reads a file by what it holds, whatever its name is.
   *
   * @param objects the organisation's objects, by their plain names and identifiers
   * @param lang in which a mistyped heading is answered with the nearest one
   */
  static AssetFile read(byte[] bytes, AssetWords words, Map<String, UUID> objects, Lang lang) {
    if (bytes.length > MOST_BYTES) {
      return broken("csv", FileMistake.ofFile("assets.file.large"));
    }
    if (bytes.length == 0) {
      return broken("csv", FileMistake.ofFile("assets.file.empty"));
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
      return Sheets.read(bytes, new AssetTable(words, objects, lang));
    }
    String text = Csv.decode(bytes);
    return switch (first(text)) {
      case '{' -> Bills.readJson(bytes, text);
      case '<' -> Bills.readXml(bytes);
      default -> Csv.read(text, new AssetTable(words, objects, lang));
    };
  }

  static AssetFile broken(String format, FileMistake mistake) {
    return new AssetFile(format, List.of(), 0, List.of(mistake));
  }

  private static char first(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }
}
