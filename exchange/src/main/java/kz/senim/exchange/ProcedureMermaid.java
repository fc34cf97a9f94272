package kz.senim.exchange;

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
    for (Procedure.Move move : procedure.moves()) {
      for (String from : move.from()) {
        if (move.to() != null) {
          edge(out, from, move.to(), move.name().in(lang), move.cites(), lang);
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
              clock.lapse().cites(),
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
      StringBuilder out, String from, String to, String name, String cites, Lang lang) {
    out.append("  ")
        .append(id(from))
        .append(" --> ")
        .append(id(to))
        .append(" : ")
        .append(name.replace(':', ',').replace('"', '\''))
        .append(" (")
        .append(CitationText.in(cites, lang))
        .append(")\n");
  }

  private static String id(String stage) {
    return stage.replace('-', '_');
  }
}
