package kz.senim.core.law;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Nearest;

/**
 * What a deployment decides for itself: the repealed acts that it goes on applying as its own
 * procedures, each from a day and by a decision of its own.
 */
public final class Configuration {

  private Configuration() {}

  /**
   * The book as the deployment applies it.
   *
   * @throws InvalidSource with everything that is wrong with the configuration
   */
  public static LawBook apply(LawBook book, SourceFile file) {
    Problems problems = new Problems();
    Map<String, Act.Adoption> adoptions = new LinkedHashMap<>();
    Yaml.read(file, problems).ifPresent(root -> read(book, root, adoptions, problems));
    if (!problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return book.adopting(adoptions);
  }

  private static void read(
      LawBook book, Node root, Map<String, Act.Adoption> adoptions, Problems problems) {
    Fields f = Fields.of(root, problems, Set.of("configuration", "adoptions"));
    if (root instanceof Node.Mapping) {
      f.word("configuration", Set.of("1"));
    }
    for (Node item : f.findList("adoptions")) {
      Fields adoption = Fields.of(item, problems, Set.of("act", "from", "by"));
      if (!(item instanceof Node.Mapping)) {
        continue;
      }
      String id = adoption.text("act");
      LocalDate from = adoption.date("from");
      String by = adoption.text("by");
      Act act = book.findAct(id).orElse(null);
      List<String> repealed =
          book.acts().stream().filter(a -> a.repealed() != null).map(Act::id).toList();
      if (act == null) {
        if (!id.isEmpty()) {
          problems.add(
              adoption.at("act"),
              "there is no act '" + id + "' in the law book" + Nearest.hint(id, repealed));
        }
      } else if (act.repealed() == null) {
        problems.add(
            adoption.at("act"),
            act.draft()
                ? "'" + id + "' is a draft; only a repealed act can be adopted"
                : "'" + id + "' is in force; only a repealed act needs to be adopted");
      } else if (adoption.has("from") && from.isBefore(act.repealed().from())) {
        problems.add(
            adoption.at("from"),
            "'" + id + "' was law until " + act.repealed().from() + "; it is adopted from then on");
      } else if (adoptions.putIfAbsent(id, new Act.Adoption(from, by)) != null) {
        problems.add(adoption.at("act"), "'" + id + "' is adopted twice");
      }
    }
  }
}
