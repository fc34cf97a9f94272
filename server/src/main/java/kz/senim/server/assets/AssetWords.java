package kz.senim.server.assets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of an inventory's columns and cells, understood in each of the three languages. */
@Component
class AssetWords {

  /** The columns of a table, in the order of its export. */
  static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "kind",
          "version",
          "supplier",
          "place",
          "object",
          "confidentiality",
          "integrity",
          "availability",
          "marking",
          "owner",
          "responsibility");

  static final List<String> MUST = List.of("code", "name", "kind");
  private static final List<String> LEVELS =
      IntStream.rangeClosed(1, 3).mapToObj(i -> "" + i).toList();

  private final IcuMessages messages;
  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> levels = new HashMap<>();

  AssetWords(IcuMessages messages) {
    this.messages = messages;
    learn(columns, "assets.column.", COLUMNS);
    learn(kinds, "assets.kind.", Asset.KINDS);
    learn(levels, "assets.level.", LEVELS);
  }

  private void learn(Map<String, String> words, String prefix, List<String> ids) {
    for (String id : ids) {
      words.put(id, id);
      for (Lang lang : Lang.values()) {
        words.put(plain(messages.get(lang, prefix + id)), id);
      }
    }
  }

  /** The id of a column by its heading; null when there is no such column. */
  @Nullable String column(String heading) {
    return columns.get(plain(heading));
  }

  @Nullable String kind(String word) {
    return kinds.get(plain(word));
  }

  @Nullable Integer level(String word) {
    String level = levels.get(plain(word));
    return level == null ? null : Integer.valueOf(level);
  }

  /** Whatever can be read as a heading, for the nearest one to a mistyped heading. */
  List<String> headings(Lang lang) {
    return COLUMNS.stream().map(id -> messages.get(lang, "assets.column." + id)).toList();
  }

  String kindIn(Lang lang, String kind) {
    return messages.get(lang, "assets.kind." + kind);
  }

  String levelIn(Lang lang, @Nullable Integer level) {
    return level == null ? "" : messages.get(lang, "assets.level." + level);
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\s+", " ");
  }
}
