package kz.senim.server.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;

/** Organisations by chapters: where most is not met. */
public record HeatMap(List<Column> columns, List<Line> lines) {

  private static final int[] SHARES = {0, 5, 15, 30};

  /** A chapter of an act, with a number of its own in the picture. */
  public record Column(String section, int number, String act, String title) {}

  public record Line(Portfolio.Row organization, List<Cell> cells) {}

  /**
   * As it is shown: there are a thousand of them on a page.
   *
   * @param look {@code h0} when all is met, up to {@code h4}; {@code h-1} when nothing binds
   * @param label in words; null when nothing binds
   */
  public record Cell(String look, String text, @Nullable String label) {

    private static final Cell NONE = new Cell("h-1", "·", null);
  }

  private record Counts(int notMet, int binding) {}

  static HeatMap of(
      LawBook book,
      List<Portfolio.Row> organizations,
      Map<UUID, Map<String, int[]>> sections,
      IcuMessages messages,
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
    Map<Counts, Cell> cells = new HashMap<>();
    for (Portfolio.Row organization : organizations) {
      Map<String, int[]> counts = sections.getOrDefault(organization.id(), Map.of());
      lines.add(
          new Line(
              organization,
              columns.stream()
                  .map(column -> counts.getOrDefault(column.section(), new int[3]))
                  .map(count -> new Counts(count[1], count[0] + count[1] + count[2]))
                  .map(count -> cells.computeIfAbsent(count, of -> cell(of, messages, lang)))
                  .toList()));
    }
    return new HeatMap(columns, lines);
  }

  private static Cell cell(Counts counts, IcuMessages messages, Lang lang) {
    if (counts.binding() == 0) {
      return Cell.NONE;
    }
    int share = counts.notMet() * 100 / counts.binding();
    int heat = counts.notMet() == 0 ? 0 : 1;
    for (int i = 1; i < SHARES.length; i++) {
      if (share >= SHARES[i]) {
        heat = i + 1;
      }
    }
    return new Cell(
        "h" + heat,
        Integer.toString(counts.notMet()),
        messages.get(lang, "overview.cell", counts.notMet(), counts.binding()));
  }
}
