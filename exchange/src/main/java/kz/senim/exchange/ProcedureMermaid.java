package kz.senim.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.senim.core.casework.Procedure;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** A procedure as a Mermaid state diagram. */
final class ProcedureMermaid {

  private static final Localized LAPSE =
      new Localized("the term runs out", "срок истёк", "мерзім өтті");

  private ProcedureMermaid() {}

  /** As a Mermaid state diagram. */
  static String write(Procedure procedure, Lang lang) {
    ProcedureChart chart = new ProcedureChart(procedure);
    StringBuilder out = new StringBuilder("stateDiagram-v2\n");
    for (Procedure.Stage stage : procedure.stages()) {
      out.append("  state \"")
          .append(stage.name().in(lang).replace('"', '\''))
          .append("\" as ")
          .append(id(stage.id()))
          .append('\n');
    }
    out.append("  [*] --> ").append(id(procedure.initial().id())).append('\n');
    Set<List<String>> drawn = new HashSet<>();
    for (Procedure.Move move : procedure.moves()) {
      String to = move.to();
      if (to == null) {
        continue;
      }
      String name = move.name().in(lang);
      for (String from : move.from()) {
        if (drawn.add(List.of(from, to, name))) {
          edge(out, from, to, name, chart.cites(move), lang);
        }
      }
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      if (clock.lapse() != null) {
        for (String from : chart.running(clock)) {
          edge(
              out,
              from,
              clock.lapse().to(),
              LAPSE.in(lang) + ": " + clock.lapse().name().in(lang),
              List.of(clock.lapse().cites()),
              lang);
        }
      }
    }
    for (Procedure.Stage stage : procedure.stages()) {
      if (stage.isFinal()) {
        out.append("  ").append(id(stage.id())).append(" --> [*]\n");
      }
    }
    return out.toString();
  }

  private static void edge(
      StringBuilder out, String from, String to, String name, List<String> cites, Lang lang) {
    out.append("  ")
        .append(id(from))
        .append(" --> ")
        .append(id(to))
        .append(" : ")
        .append(name.replace(':', ',').replace('"', '\''))
        .append(" (")
        .append(
            String.join(
                ", ", cites.stream().map(citation -> CitationText.in(citation, lang)).toList()))
        .append(")\n");
  }

  private static String id(String stage) {
    return stage.replace('-', '_');
  }
}
