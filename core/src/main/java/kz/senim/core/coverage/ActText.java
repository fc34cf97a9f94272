package kz.senim.core.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain text of an act, taken apart into the same tree as the law book's citations: paragraphs,
 * subparagraphs and items, with what their footnotes say of their history.
 *
 * <p>An unnumbered line belongs to the nearest numbered unit above it and is counted there from 1;
 * the number of a unit is its position, whatever its meaning.
 */
public final class ActText {

  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?:Chapter|Paragraph|Section|Глава|Параграф|Раздел) \\d+\\. .*"
              + "|\\d+-(?:тарау|параграф|бөлім)\\. .*");
  private static final Pattern NOTE = Pattern.compile("(?:Footnote|Сноска|Ескерту)\\..*");
  private static final Pattern PARAGRAPH = Pattern.compile("(\\d+(?:-\\d+)?)\\. ?(.*)");
  private static final Pattern SUBPARAGRAPH = Pattern.compile("(\\d+(?:-\\d+)?)\\)\\s*(.*)");
  private static final Pattern ANNEX =
      Pattern.compile("(?:Annex|Appendix|Приложение)(?: (\\d+))?|(?:(\\d+)-)?қосымша");
  private static final Pattern EXCLUDED =
      Pattern.compile(
          "(?:\\W*|1s |is )[Ee]xcluded by .*|\\W*[Ии]сключ[её]н.? .*|\\W*[Аа]лып тасталды.*");
  private static final Pattern TITLE_NOTE =
      Pattern.compile("Footnote\\. The title of .*|Сноска\\. Заголовок .*|Ескерту\\. .*тақырыбы.*");
  private static final Pattern ADDED =
      Pattern.compile(".*supplemented (?:by|with) .*|.*дополнен.? .*|.*толықтырылды.*");

  private final Map<String, Unit> units = new LinkedHashMap<>();

  private String paragraph = "";
  private String numbered = "";
  private int items;

  private ActText() {}

  /**
   * One unit of the text.
   *
   * @param text its words
   * @param introduced the act that added it; null when it was there from the beginning
   * @param amended the acts that changed its paragraph, as the footnote lists them
   * @param excluded the act that took it out; null while it stands
   */
  public record Unit(
      String citation,
      String text,
      Footnote.@Nullable Change introduced,
      List<Footnote.Change> amended,
      Footnote.@Nullable Change excluded) {

    private Unit with(Footnote.@Nullable Change added, List<Footnote.Change> changes) {
      return new Unit(citation, text, added == null ? introduced : added, changes, excluded);
    }
  }

  /** All units in the order of the text, by citation. */
  public static Map<String, Unit> parse(String text) {
    ActText parser = new ActText();
    List<String> lines = Lines.of(text);
    if (lines.stream().anyMatch(Checklists.HEAD::equals)) {
      return new Checklists().parse(lines);
    }
    parser.body(lines);
    return parser.units;
  }

  private void body(List<String> lines) {
    boolean inside = false;
    String annex = "";
    boolean form = false;
    for (String line : lines) {
      Matcher annexHead = ANNEX.matcher(line);
      if (!inside) {
        inside = begins(line);
      } else if (annexHead.matches()) {
        String number = annexHead.group(1) == null ? annexHead.group(2) : annexHead.group(1);
        if (number == null) {
          return; // an annex without a number belongs to the approving decree
        }
        annex = "annex-" + number;
        form = false;
        paragraph = annex;
        numbered = annex;
        items = 0;
        // A sample certificate has an annex of its own, whose heading repeats the number.
        units.putIfAbsent(annex, new Unit(annex, "", null, List.of(), null));
      } else if (!annex.isEmpty()) {
        form |= line.equals("form");
        annexLine(annex, form, line);
      } else {
        line(line);
      }
    }
  }

  /** Where the approved document begins, after the decree that approves it. */
  private static boolean begins(String line) {
    return line.contains("Chapter 1. ")
        || line.matches("1\\. (General [Pp]rovisions|Общие положения)|Глава 1\\. .*|1-тарау\\. .*");
  }

  private void annexLine(String annex, boolean form, String line) {
    if (NOTE.matcher(line).matches()) {
      footnote(line);
      return;
    }
    Matcher numberedLine = PARAGRAPH.matcher(line);
    if (!form && numberedLine.matches() && !numberedLine.group(2).isEmpty()) {
      add(annex + "/" + numberedLine.group(1), numberedLine.group(2));
    }
  }

  private void line(String line) {
    if (NOTE.matcher(line).matches()) {
      footnote(line);
      return;
    }
    if (CHAPTER.matcher(line).matches() || isHeading(line)) {
      return;
    }
    Matcher sub = SUBPARAGRAPH.matcher(line);
    Matcher par = PARAGRAPH.matcher(line);
    if (par.matches()) {
      paragraph = par.group(1);
      numbered = paragraph;
      items = 0;
      add(paragraph, par.group(2));
    } else if (sub.matches() && !paragraph.isEmpty()) {
      numbered = paragraph + "/" + sub.group(1);
      items = 0;
      add(numbered, sub.group(2));
    } else if (!paragraph.isEmpty()) {
      items++;
      add(numbered + "/item-" + items, line);
    }
  }

  /** A chapter title in the older style: numbered like a paragraph, but not a sentence. */
  private static boolean isHeading(String line) {
    return PARAGRAPH.matcher(line).matches() && !line.matches(".*[.;:]\\s*") && line.length() < 80;
  }

  private void add(String citation, String text) {
    Footnote.Change excluded = null;
    if (EXCLUDED.matcher(text).matches()) {
      List<Footnote.Change> changes = Footnote.changes(text);
      excluded =
          changes.isEmpty() ? new Footnote.Change("?", LocalDate.EPOCH, null) : changes.getFirst();
    }
    units.put(citation, new Unit(citation, text, null, List.of(), excluded));
  }

  /** A footnote speaks of the whole paragraph above it: of all its parts. */
  private void footnote(String line) {
    List<Footnote.Change> changes = Footnote.changes(line);
    if (TITLE_NOTE.matcher(line).matches()) {
      return; // it speaks of the heading, not of the paragraph above it
    }
    Footnote.Change added = null;
    if (ADDED.matcher(line).matches() && !changes.isEmpty()) {
      added = changes.getFirst();
      changes = changes.subList(1, changes.size());
    }
    for (Map.Entry<String, Unit> entry : units.entrySet()) {
      String citation = entry.getKey();
      if (citation.equals(paragraph) || citation.startsWith(paragraph + "/")) {
        entry.setValue(entry.getValue().with(added, changes));
      }
    }
  }
}
