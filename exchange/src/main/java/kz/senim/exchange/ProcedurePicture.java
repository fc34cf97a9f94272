package kz.senim.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** Draws a procedure from its table. */
public final class ProcedurePicture {

  private static final int STAGE_WIDTH = 310;
  private static final int ACT_WIDTH = 280;

  private static final String INK = "#12202f";
  private static final String PAPER = "#ffffff";
  private static final String ALARM = "#b23324";

  /** A colour for each role; its name stands beside it, so none depends on the colour. */
  private static final List<String> COLOURS =
      List.of(
          "#00708a", "#8a5a00", "#6b3fa0", "#1a7a58", "#a0356b", "#4a5a6b", "#2f5fb3", "#6b5a1e");

  private static final Localized LAPSE =
      new Localized("The term runs out", "Срок истёк", "Мерзім өтті");
  private static final Localized AT_ANY_TIME =
      new Localized("at this stage:", "на этой стадии:", "осы сатыда:");

  private final LawBook book;
  private final Procedure procedure;
  private final Lang lang;
  private final ProcedureChart chart;
  private final LayeredLayout layout = new LayeredLayout(24, 26);
  private final Map<String, List<PictureText.Line>> texts = new LinkedHashMap<>();
  private final Map<String, String> colours = new HashMap<>();

  private ProcedurePicture(LawBook book, Procedure procedure, Lang lang) {
    this.book = book;
    this.procedure = procedure;
    this.lang = lang;
    this.chart = new ProcedureChart(procedure);
    for (int i = 0; i < procedure.roles().size(); i++) {
      colours.put(procedure.roles().get(i).id(), COLOURS.get(i % COLOURS.size()));
    }
  }

  /** As a Mermaid state diagram. */
  public static String mermaid(Procedure procedure, Lang lang) {
    return ProcedureMermaid.write(procedure, lang);
  }

  /** As an SVG that needs nothing else. */
  public static String svg(LawBook book, Procedure procedure, Lang lang) {
    return new ProcedurePicture(book, procedure, lang).draw();
  }

  private String draw() {
    for (Procedure.Stage stage : procedure.stages()) {
      add("s:" + stage.id(), STAGE_WIDTH, stage(stage));
    }
    List<ProcedureChart.Passage> passages = chart.passages();
    for (int i = 0; i < passages.size(); i++) {
      ProcedureChart.Passage passage = passages.get(i);
      String id = "p:" + i;
      add(id, ACT_WIDTH, passage(passage));
      passage.from().forEach(from -> layout.edge("s:" + from, id));
      layout.edge(id, "s:" + passage.to());
    }
    List<String> main = new ArrayList<>(List.of("s:" + procedure.initial().id()));
    for (int i : chart.mainWay()) {
      main.add("p:" + i);
      main.add("s:" + passages.get(i).to());
    }
    layout.place(main);
    ProcedureSvg svg = new ProcedureSvg(layout, procedure.title().in(lang));
    for (Procedure.Role role : procedure.roles()) {
      svg.role(role.name().in(lang), colour(role.id()));
    }
    svg.lines();
    for (Procedure.Stage stage : procedure.stages()) {
      List<PictureText.Line> text = texts.getOrDefault("s:" + stage.id(), List.of());
      svg.stage(layout.get("s:" + stage.id()), text, stage.isFinal());
    }
    for (int i = 0; i < passages.size(); i++) {
      ProcedureChart.Passage passage = passages.get(i);
      svg.act(
          layout.get("p:" + i),
          texts.getOrDefault("p:" + i, List.of()),
          passage.lapse() == null ? colour(passage.by().getFirst()) : ALARM,
          passage.lapse() != null);
    }
    return svg.end();
  }

  private void add(String id, int width, List<PictureText.Line> text) {
    texts.put(id, text);
    layout.box(new LayeredLayout.Box(id, width, PictureText.height(text)));
  }

  private List<PictureText.Line> stage(Procedure.Stage stage) {
    PictureText text = new PictureText(STAGE_WIDTH);
    text.bold(stage.name().in(lang), stage.isFinal() ? PAPER : INK);
    for (Procedure.Clock clock : chart.clocks(stage)) {
      text.plain(
          "◷ " + length(clock) + ", " + role(clock.owner()) + ": " + clock.name().in(lang),
          colour(clock.owner()));
    }
    List<Procedure.Move> staying = chart.staying(stage);
    if (!staying.isEmpty()) {
      text.small(AT_ANY_TIME.in(lang), "#61707f");
    }
    for (Procedure.Move move : staying) {
      text.small(cited(move), colour(move.by().getFirst()));
    }
    return text.lines();
  }

  private List<PictureText.Line> passage(ProcedureChart.Passage passage) {
    PictureText text = new PictureText(ACT_WIDTH);
    if (passage.lapse() != null && passage.lapse().lapse() != null) {
      text.plain(LAPSE.in(lang) + ": " + passage.lapse().name().in(lang), ALARM);
      text.small(CitationText.in(passage.lapse().lapse().cites(), lang), ALARM);
      return text.lines();
    }
    String colour = colour(passage.by().getFirst());
    for (Procedure.Move move : passage.moves()) {
      text.plain(cited(move), colour);
    }
    text.small(String.join(" / ", passage.by().stream().map(this::role).toList()), "#61707f");
    return text.lines();
  }

  private String length(Procedure.Clock clock) {
    int n = clock.length();
    if (clock.fromField() != null && clock.parameter() < 0 && n == 0) {
      return procedure.fields().stream()
          .filter(field -> field.id().equals(clock.fromField()))
          .map(field -> field.name().in(lang))
          .findFirst()
          .orElse(clock.fromField());
    }
    if (clock.parameter() >= 0
        && book.parameters().get(clock.parameter()).values().getLast().value()
            instanceof Double number) {
      n = number.intValue();
    }
    String s = n == 1 ? "" : "s";
    Localized unit =
        switch (clock.unit()) {
          case WORKING_DAYS -> new Localized("working day" + s, "раб. дн.", "жұмыс күні");
          case DAYS -> new Localized("day" + s, "дн.", "күн");
          case MONTHS -> new Localized("month" + s, "мес.", "ай");
          case YEARS -> new Localized("year" + s, n < 5 ? "г." : "лет", "жыл");
          case HOURS -> new Localized("hour" + s, "ч", "сағ.");
        };
    return n + " " + unit.in(lang);
  }

  /** What is done, with citations that no line breaks. */
  private String cited(Procedure.Move move) {
    return move.name().in(lang)
        + " ("
        + String.join(
            "; ",
            chart.cites(move).stream()
                .map(citation -> CitationText.in(citation, lang).replace(' ', '\u00a0'))
                .toList())
        + ")";
  }

  private String role(String id) {
    return procedure.roles().stream()
        .filter(role -> role.id().equals(id))
        .map(role -> role.name().in(lang))
        .findFirst()
        .orElse(id);
  }

  private String colour(String role) {
    return colours.getOrDefault(role, INK);
  }
}
