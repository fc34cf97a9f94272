package kz.senim.server.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Nearest;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads the passports that a table holds: one row for each fact, and either one column of values
 * with where they are known from, or a column for each object under its name. Columns are known by
 * their heads in any of the three languages; their order does not matter.
 */
final class GridPassports {

  static final String NAME = "passport.name";
  static final String ID = "passport.id";

  /** The columns that are known by their heads, as the keys of messages name them. */
  static final List<String> COLUMNS =
      List.of(
          "fact",
          "question",
          "type",
          "answers",
          "value",
          "source",
          "by",
          "signed",
          "reference",
          "observed",
          "from",
          "until");

  private static final List<String> SOURCES =
      List.of("declared", "document", "measured", "attested");

  private final LawBook book;
  private final IcuMessages messages;
  private final Lang lang;
  private final String file;
  private final String organization;

  private GridPassports(
      LawBook book, IcuMessages messages, Lang lang, String file, String organization) {
    this.book = book;
    this.messages = messages;
    this.lang = lang;
    this.file = file;
    this.organization = organization;
  }

  /**
   * All passports of the table, each with its own mistakes.
   *
   * @param organization the name of the organisation into which they go
   */
  static List<Told> read(
      LawBook book, IcuMessages messages, Lang lang, String file, Grid grid, String organization) {
    return new GridPassports(book, messages, lang, file, organization).read(grid);
  }

  private List<Told> read(Grid grid) {
    List<Grid.Cell> heads = grid.rows().isEmpty() ? List.of() : grid.rows().getFirst();
    Map<String, Integer> columns = new HashMap<>();
    List<Integer> objects = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      String column = column(heads.get(i).text());
      if (column != null) {
        columns.putIfAbsent(column, i);
      } else if (!heads.get(i).isEmpty()) {
        objects.add(i);
      }
    }
    Integer value = columns.get("value");
    if (!columns.containsKey("fact") || (value == null && objects.isEmpty())) {
      return List.of(
          new Told(
              file,
              null,
              List.of(
                  new Mistake(
                      heads.isEmpty() ? "" : heads.getFirst().place(),
                      say("imports.no-heads", say("imports.head.fact"), say("imports.head.value")),
                      String.join(" | ", heads.stream().map(Grid.Cell::text).toList()),
                      -1))));
    }
    if (value != null) {
      return List.of(passport(grid, columns, value, file, ""));
    }
    List<Told> all = new ArrayList<>();
    for (int object : objects) {
      if (grid.rows().stream().skip(1).anyMatch(row -> Grid.at(row, object) != null)) {
        String name = heads.get(object).text();
        all.add(passport(grid, columns, object, file + " · " + name, name));
      }
    }
    return all;
  }

  private @Nullable String column(String head) {
    String word = head.strip().toLowerCase(Locale.ROOT);
    for (String column : COLUMNS) {
      if (word.equals(column)) {
        return column;
      }
      for (Lang each : Lang.values()) {
        if (word.equals(messages.get(each, "imports.head." + column).toLowerCase(Locale.ROOT))) {
          return column;
        }
      }
    }
    return null;
  }

  private Told passport(
      Grid grid, Map<String, Integer> columns, int value, String label, String head) {
    List<Mistake> mistakes = new ArrayList<>();
    Facts.Builder facts = new Facts.Builder(book);
    Set<String> seen = new HashSet<>();
    String name = head;
    String id = null;
    for (List<Grid.Cell> row : grid.rows().subList(1, grid.rows().size())) {
      Grid.Cell key = Grid.at(row, columns.getOrDefault("fact", -1));
      Grid.Cell cell = Grid.at(row, value);
      if (key == null || cell == null) {
        continue; // a heading, or not known yet
      }
      if (!seen.add(key.text())) {
        mistakes.add(mistake(key, "imports.twice", key.text()));
      } else if (key.text().equals(NAME)) {
        name = cell.text();
      } else if (key.text().equals(ID)) {
        id = cell.text();
      } else {
        int index = book.factIndex(key.text());
        if (index < 0) {
          mistakes.add(unknown(key));
        } else {
          FactValue known = fact(book.facts().get(index), cell, row, columns, mistakes);
          if (known != null) {
            facts.put(index, known);
          }
        }
      }
    }
    if (name.isBlank()) {
      mistakes.add(new Mistake("", say("imports.no-name", NAME), "", -1));
    }
    return new Told(
        label,
        mistakes.isEmpty() ? new Passport(name, id, organization, null, facts.build()) : null,
        mistakes);
  }

  private Mistake unknown(Grid.Cell key) {
    return Nearest.to(key.text(), book.facts().stream().map(Fact::id).toList())
        .map(near -> mistake(key, "imports.unknown-fact-near", key.text(), near))
        .orElseGet(() -> mistake(key, "imports.unknown-fact", key.text()));
  }

  private @Nullable FactValue fact(
      Fact fact,
      Grid.Cell cell,
      List<Grid.Cell> row,
      Map<String, Integer> columns,
      List<Mistake> mistakes) {
    int before = mistakes.size();
    Object value = null;
    try {
      value = CellValue.read(fact, cell);
    } catch (CellValue.Wrong e) {
      mistakes.add(wrong(fact, cell, e));
    }
    FactValue.Source source =
        source(fact, Grid.at(row, columns.getOrDefault("source", -1)), mistakes);
    LocalDate observed = day(row, columns, "observed", mistakes);
    LocalDate from = day(row, columns, "from", mistakes);
    LocalDate until = day(row, columns, "until", mistakes);
    if (from != null && until != null && until.isBefore(from)) {
      mistakes.add(mistake(cell, "facts.bad-interval"));
    }
    return value == null || mistakes.size() > before
        ? null
        : new FactValue(
            value,
            source,
            text(row, columns, "by"),
            text(row, columns, "signed"),
            observed,
            from,
            until,
            text(row, columns, "reference"));
  }

  private Mistake wrong(Fact fact, Grid.Cell cell, CellValue.Wrong wrong) {
    if (String.valueOf(wrong.getMessage()).equals("imports.bad-option")) {
      List<String> labels = fact.options().stream().map(o -> o.label().in(lang)).toList();
      return mistake(cell, "imports.bad-option", cell.text(), String.join("; ", labels));
    }
    return mistake(cell, String.valueOf(wrong.getMessage()), wrong.args());
  }

  private FactValue.Source source(Fact fact, Grid.@Nullable Cell cell, List<Mistake> mistakes) {
    if (cell == null) {
      return fact.attestation() == null ? FactValue.Source.DECLARED : FactValue.Source.ATTESTED;
    }
    String word = cell.text().toLowerCase(Locale.ROOT);
    for (String source : SOURCES) {
      boolean named = word.equals(source);
      for (Lang each : Lang.values()) {
        named |= word.equals(messages.get(each, "source." + source).toLowerCase(Locale.ROOT));
      }
      if (named) {
        return FactValue.Source.valueOf(source.toUpperCase(Locale.ROOT));
      }
    }
    mistakes.add(
        mistake(
            cell,
            "imports.bad-source",
            String.join("; ", SOURCES.stream().map(s -> say("source." + s)).toList())));
    return FactValue.Source.DECLARED;
  }

  private @Nullable LocalDate day(
      List<Grid.Cell> row, Map<String, Integer> columns, String column, List<Mistake> mistakes) {
    Grid.Cell cell = Grid.at(row, columns.getOrDefault(column, -1));
    if (cell == null) {
      return null;
    }
    try {
      return CellValue.day(cell);
    } catch (CellValue.Wrong e) {
      mistakes.add(mistake(cell, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static @Nullable String text(
      List<Grid.Cell> row, Map<String, Integer> columns, String column) {
    Grid.Cell cell = Grid.at(row, columns.getOrDefault(column, -1));
    return cell == null ? null : cell.text();
  }

  private Mistake mistake(Grid.Cell cell, String key, Object... args) {
    return new Mistake(cell.place(), say(key, args), cell.text(), -1);
  }

  private String say(String key, Object... args) {
    return messages.get(lang, key, args);
  }
}
