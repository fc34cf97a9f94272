package kz.senim.core.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An order whose annexes are checklists: each line under the column heads is a requirement. */
final class Checklists {

  /** The first of the column heads, by which such an order is known. */
  static final String HEAD = "List of requirements";

  private static final Pattern ANNEX = Pattern.compile("(?:Annex|Appendix) (\\d+)");
  private static final Pattern COLUMN = Pattern.compile("(?:Conforms|Does not conform) to the .*");

  private final Map<String, ActText.Unit> units = new LinkedHashMap<>();

  private String annex = "";
  private boolean inList;
  private int count;

  Map<String, ActText.Unit> parse(List<String> lines) {
    for (String line : lines) {
      Matcher head = ANNEX.matcher(line);
      if (head.matches()) {
        annex = "annex-" + head.group(1);
        inList = false;
        count = 0;
        put(annex, "", List.of(), null);
      } else if (!annex.isEmpty()) {
        inAnnex(line);
      }
    }
    return units;
  }

  private void inAnnex(String line) {
    if (line.startsWith("Footnote.")) {
      List<Footnote.Change> changes = Footnote.changes(line);
      if (line.contains(" excluded by ")) {
        put(annex, "", List.of(), changes.isEmpty() ? null : changes.getFirst());
      } else {
        put(annex, "", changes, null);
      }
    } else if (line.equals(HEAD)) {
      inList = true;
    } else if (line.startsWith("Official(s)")) {
      inList = false;
    } else if (inList && !COLUMN.matcher(line).matches()) {
      count++;
      put(annex + "/" + count, line, unit(annex).amended(), null);
    }
  }

  private ActText.Unit unit(String citation) {
    ActText.Unit unit = units.get(citation);
    if (unit == null) {
      throw new IllegalStateException("no " + citation);
    }
    return unit;
  }

  private void put(
      String citation,
      String text,
      List<Footnote.Change> amended,
      Footnote.@org.jspecify.annotations.Nullable Change excluded) {
    units.put(citation, new ActText.Unit(citation, text, null, amended, excluded));
  }
}
