package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;

/** How the requirements of one chapter of an act stand. */
public record SectionCount(
    String section, String act, String title, int met, int notMet, int undecided) {

  public int binding() {
    return met + notMet + undecided;
  }

  /** In the order of the law; chapters in which nothing binds are left out. */
  static List<SectionCount> of(LawBook book, Map<String, int[]> counts, Lang lang) {
    List<SectionCount> rows = new ArrayList<>();
    for (Act act : book.acts()) {
      for (Act.Section section : act.sections()) {
        String id = act.id() + "#" + section.id();
        int[] count = counts.get(id);
        if (count != null) {
          rows.add(
              new SectionCount(
                  id,
                  act.shortTitle().in(lang),
                  section.title().in(lang),
                  count[0],
                  count[1],
                  count[2]));
        }
      }
    }
    return rows;
  }
}
