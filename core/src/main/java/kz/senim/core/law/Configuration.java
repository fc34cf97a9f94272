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
 * procedures, each from a day and by a decision of its own; and for comparisons, which alternatives
 * of a draft's contested figures it supposes.
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
    Map<String, Parameter.Alternative> alternatives = new LinkedHashMap<>();
    Yaml.read(file, problems)
        .ifPresent(
            root -> {
              Fields f =
                  Fields.of(root, problems, Set.of("configuration", "adoptions", "alternatives"));
              if (root instanceof Node.Mapping) {
                f.word("configuration", Set.of("1"));
              }
              adoptions(book, f, adoptions, problems);
              alternatives(book, f, alternatives, problems);
            });
    if (!problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return book.configured(adoptions, alternatives);
  }

  private static void alternatives(
      LawBook book, Fields f, Map<String, Parameter.Alternative> alternatives, Problems problems) {
    Node node = f.find("alternatives");
    if (node == null) {
      return;
    }
    List<String> contested =
        book.parameters().stream()
            .filter(parameter -> !parameter.alternatives().isEmpty())
            .map(Parameter::id)
            .toList();
    Fields chosen = Fields.of(node, problems, Set.copyOf(contested));
    for (String id : chosen.names()) {
      int index = book.parameterIndex(id);
      if (!contested.contains(id) || index < 0) {
        continue; // reported as an unknown key
      }
      Map<String, Parameter.Alternative> offered = new LinkedHashMap<>();
      book.parameters().get(index).alternatives().forEach(a -> offered.put(a.id(), a));
      Parameter.Alternative alternative = offered.get(chosen.word(id, offered.keySet()));
      if (alternative != null) {
        alternatives.put(id, alternative);
      }
    }
  }

  private static void adoptions(
      LawBook book, Fields f, Map<String, Act.Adoption> adoptions, Problems problems) {
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
              ConfigurationMistake.NO_ACT.with(id, Nearest.hintOrAll(id, repealed)));
        }
      } else if (act.repealed() == null) {
        problems.add(
            adoption.at("act"),
            act.draft()
                ? ConfigurationMistake.A_DRAFT.with(id)
                : ConfigurationMistake.IN_FORCE.with(id));
      } else if (adoption.has("from") && from.isBefore(act.repealed().from())) {
        problems.add(
            adoption.at("from"), ConfigurationMistake.STILL_LAW.with(id, act.repealed().from()));
      } else if (adoptions.putIfAbsent(id, new Act.Adoption(from, by)) != null) {
        problems.add(adoption.at("act"), ConfigurationMistake.TWICE.with(id));
      }
    }
  }
}
