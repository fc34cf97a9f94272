package kz.senim.server.overview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;

/** Organisations by chapters: where most is not met. */
public record HeatMap(List<Column> columns, List<Line> lines) {

  private static final int[] SHARES = {0, 5, 15, 30};

  /** A chapter of an act, with a number of its own in the picture. */
  public record Column(String section, int number, String act, String title) {}

  public record Line(Portfolio.Row organization, List<Cell> cells) {}

  /**
   * @param heat 0 when all is met, up to 4; -1 when nothing binds
   */
  public record Cell(int notMet, int binding, int heat) {}

  static HeatMap of(
      LawBook book,
      List<Portfolio.Row> organizations,
      Map<UUID, Map<String, int[]>> sections,
      Lang lang) {
    Set<String> present = new HashSet<>();
    sections.values().forEach(counts -> present.addAll(counts.keySet()));
    List<Column> columns = new ArrayList<>();
    for (Act act : book.acts()) {
      for (Act.Section section : act.sections()) {
        String id = act.id() + "#" + section.id();
        if (present.contains(id)) {
          columns.add(
              new Column(
                  id, columns.size() + 1, act.shortTitle().in(lang), section.title().in(lang)));
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Portfolio.Row organization : organizations) {
      Map<String, int[]> counts = sections.getOrDefault(organization.id(), Map.of());
      lines.add(
          new Line(
              organization,
              columns.stream()
                  .map(column -> cell(counts.getOrDefault(column.section(), new int[3])))
                  .toList()));
    }
    return new HeatMap(columns, lines);
  }

  private static Cell cell(int[] counts) {
    int binding = counts[0] + counts[1] + counts[2];
    if (binding == 0) {
      return new Cell(0, 0, -1);
    }
    int share = counts[1] * 100 / binding;
    int heat = counts[1] == 0 ? 0 : 1;
    for (int i = 1; i < SHARES.length; i++) {
      if (share >= SHARES[i]) {
        heat = i + 1;
      }
    }
    return new Cell(counts[1], binding, heat);
  }
}
