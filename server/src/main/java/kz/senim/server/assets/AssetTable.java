package kz.senim.server.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Understands the rows of a table, whose first row names its columns, with all mistakes. */
final class AssetTable {

  private final AssetWords words;
  private final Map<String, UUID> objects;
  private final Lang lang;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<AssetEntry> entries = new ArrayList<>();
  private final List<FileMistake> mistakes = new ArrayList<>();
  private boolean headed;

  AssetTable(AssetWords words, Map<String, UUID> objects, Lang lang) {
    this.words = words;
    this.objects = objects;
    this.lang = lang;
  }

  /** A row as its reader found it. */
  interface Row {

    int line();

    int size();

    /** The text of a cell; empty when there is none. */
    String cell(int column);

    /** What people call the column. */
    String name(int column);
  }

  /** Takes the next row; false when no more are wanted. */
  boolean take(Row row) {
    if (isEmpty(row)) {
      return true;
    }
    if (!headed) {
      headed = true;
      head(row);
      return mistakes.isEmpty();
    }
    if (entries.size() == AssetFile.MOST_ROWS) {
      mistakes.add(
          new FileMistake(row.line(), "", "assets.file.rows", List.of(AssetFile.MOST_ROWS)));
      return false;
    }
    entries.add(entry(row));
    return mistakes.size() < AssetFile.MOST_MISTAKES;
  }

  AssetFile done(String format) {
    if (!headed || (entries.isEmpty() && mistakes.isEmpty())) {
      mistakes.add(FileMistake.ofFile("assets.file.empty"));
    }
    return new AssetFile(format, entries, 0, mistakes);
  }

  /** The file cannot be read on. */
  void broken(FileMistake mistake) {
    headed = true;
    mistakes.add(mistake);
  }

  private void head(Row row) {
    for (int i = 0; i < row.size(); i++) {
      String heading = row.cell(i);
      if (heading.isBlank()) {
        continue;
      }
      String column = words.column(heading);
      if (column == null) {
        List<String> known = words.headings(lang);
        mistakes.add(
            new FileMistake(
                row.line(),
                row.name(i),
                "assets.file.heading",
                List.of(
                    cut(heading),
                    Nearest.to(heading, known).orElseGet(() -> String.join(", ", known)))));
      } else if (columns.putIfAbsent(column, i) != null) {
        mistakes.add(
            new FileMistake(
                row.line(), row.name(i), "assets.file.heading-twice", List.of(cut(heading))));
      }
    }
    for (String must : AssetWords.MUST) {
      if (!columns.containsKey(must)) {
        mistakes.add(
            new FileMistake(
                row.line(),
                "",
                "assets.file.no-column",
                List.of(words.headings(lang).get(AssetWords.COLUMNS.indexOf(must)))));
      }
    }
  }

  private AssetEntry entry(Row row) {
    String code = text(row, "code", AssetEntry.LONGEST_CODE);
    if (code != null) {
      Integer before = codes.putIfAbsent(code, row.line());
      if (before != null) {
        wrong(row, "code", "assets.file.twice", cut(code), before);
      }
    }
    String name = text(row, "name", AssetEntry.LONGEST);
    String kindWord = text(row, "kind", AssetEntry.LONGEST);
    String kind = kindWord == null ? null : words.kind(kindWord);
    for (String must : AssetWords.MUST) {
      if (raw(row, must).isEmpty()) {
        wrong(row, must, "assets.file.missing");
      }
    }
    if (kindWord != null && kind == null) {
      wrong(
          row,
          "kind",
          "assets.file.kind",
          cut(kindWord),
          String.join(", ", Asset.KINDS.stream().map(k -> words.kindIn(lang, k)).toList()));
    }
    return new AssetEntry(
        row.line(),
        code == null ? "" : code,
        name == null ? "" : name,
        kind == null ? "other" : kind,
        text(row, "version", AssetEntry.LONGEST),
        text(row, "supplier", AssetEntry.LONGEST),
        text(row, "place", AssetEntry.LONGEST),
        object(row),
        level(row, "confidentiality"),
        level(row, "integrity"),
        level(row, "availability"),
        text(row, "marking", AssetEntry.LONGEST),
        text(row, "owner", AssetEntry.LONGEST),
        text(row, "responsibility", AssetEntry.LONGEST));
  }

  private @Nullable UUID object(Row row) {
    String name = text(row, "object", AssetEntry.LONGEST);
    if (name == null) {
      return null;
    }
    UUID object = objects.get(name.toLowerCase(Locale.ROOT));
    if (object == null) {
      wrong(row, "object", "assets.file.no-object", cut(name));
    }
    return object;
  }

  private @Nullable Integer level(Row row, String column) {
    String word = text(row, column, AssetEntry.LONGEST);
    if (word == null) {
      return null;
    }
    Integer level = words.level(word);
    if (level == null) {
      wrong(
          row,
          column,
          "assets.file.level",
          cut(word),
          words.levelIn(lang, 1),
          words.levelIn(lang, 2),
          words.levelIn(lang, 3));
    }
    return level;
  }

  private @Nullable String text(Row row, String column, int longest) {
    String text = Cells.plain(raw(row, column));
    if (text.length() > longest) {
      wrong(row, column, "assets.file.long", longest);
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  private String raw(Row row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.size() ? "" : row.cell(at).strip();
  }

  private void wrong(Row row, String column, String key, Object... details) {
    Integer at = columns.get(column);
    mistakes.add(
        new FileMistake(row.line(), at == null ? "" : row.name(at), key, List.of(details)));
  }

  private static boolean isEmpty(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
