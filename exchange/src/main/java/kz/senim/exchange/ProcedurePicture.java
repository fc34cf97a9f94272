package kz.senim.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** Draws a procedure from its table: stages as boxes, acts between them, terms in the boxes. */
public final class ProcedurePicture {

  private static final int STAGE_WIDTH = 250;
  private static final int ACT_WIDTH = 210;
  private static final int LINE = 17;
  private static final int PAD = 10;
  private static final int MARGIN = 32;

  /** A colour for each role, told apart also by the number in front of the role. */
  private static final List<String> COLOURS =
      List.of("#00708a", "#8a5a00", "#6b3fa0", "#1a7a58", "#b23324", "#4a5a6b");

  private static final Localized LAPSE =
      new Localized("the term runs out", "срок истёк", "мерзім өтті");

  private final LawBook book;
  private final Procedure procedure;
  private final Lang lang;
  private final LayeredLayout layout = new LayeredLayout(26, 44);
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, String> colours = new HashMap<>();
  private final Set<List<String>> edges = new LinkedHashSet<>();

  private ProcedurePicture(LawBook book, Procedure procedure, Lang lang) {
    this.book = book;
    this.procedure = procedure;
    this.lang = lang;
  }

  /** As a Mermaid state diagram. */
  public static String mermaid(Procedure procedure, Lang lang) {
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
        for (String from : running(procedure, clock)) {
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

  /** As a picture that needs nothing else. */
  public static String svg(LawBook book, Procedure procedure, Lang lang) {
    return new ProcedurePicture(book, procedure, lang).draw();
  }

  private String draw() {
    for (int i = 0; i < procedure.roles().size(); i++) {
      colours.put(procedure.roles().get(i).id(), COLOURS.get(i % COLOURS.size()));
    }
    for (Procedure.Stage stage : procedure.stages()) {
      add("s:" + stage.id(), STAGE_WIDTH, stageText(stage));
    }
    int n = 0;
    for (Procedure.Move move : procedure.moves()) {
      if (move.to() == null || move.from().equals(List.of(move.to()))) {
        continue;
      }
      String id = "a:" + n++;
      List<String> text = wrapped(move.name().in(lang), ACT_WIDTH);
      text.add(numbers(move.by()) + " · " + CitationText.in(move.cites(), lang));
      add(id, ACT_WIDTH, text);
      for (String from : move.from()) {
        edge("s:" + from, id);
      }
      edge(id, "s:" + move.to());
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      Procedure.Lapse lapse = clock.lapse();
      if (lapse != null) {
        String id = "l:" + clock.id();
        List<String> text = wrapped(LAPSE.in(lang) + ": " + lapse.name().in(lang), ACT_WIDTH);
        text.add(CitationText.in(lapse.cites(), lang));
        add(id, ACT_WIDTH, text);
        for (String from : running(procedure, clock)) {
          edge("s:" + from, id);
        }
        edge(id, "s:" + lapse.to());
      }
    }
    layout.place("s:" + procedure.initial().id());
    return svg();
  }

  private void add(String id, int width, List<String> text) {
    texts.put(id, text);
    layout.box(new LayeredLayout.Box(id, width, text.size() * LINE + 2 * PAD));
  }

  private void edge(String from, String to) {
    if (edges.add(List.of(from, to))) {
      layout.edge(from, to);
    }
  }

  /** The stages in which a clock runs first: those to which its starting acts lead. */
  private static Set<String> running(Procedure procedure, Procedure.Clock clock) {
    Set<String> stages = new LinkedHashSet<>();
    for (Procedure.Move move : procedure.moves()) {
      if (clock.starts().contains(move.act())) {
        if (move.to() == null) {
          stages.addAll(move.from());
        } else {
          stages.add(move.to());
        }
      }
    }
    return stages;
  }

  private List<String> stageText(Procedure.Stage stage) {
    List<String> text = new ArrayList<>();
    for (String line : wrapped(stage.name().in(lang), STAGE_WIDTH)) {
      text.add("*" + line);
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      if (running(procedure, clock).contains(stage.id())) {
        text.addAll(
            wrapped(
                "◷ "
                    + clock.name().in(lang)
                    + ": "
                    + length(clock)
                    + " ("
                    + numbers(List.of(clock.owner()))
                    + ")",
                STAGE_WIDTH));
      }
    }
    for (Procedure.Move move : procedure.moves()) {
      boolean stays =
          move.from().contains(stage.id())
              && (move.to() == null || move.from().equals(List.of(move.to())));
      if (stays) {
        text.addAll(wrapped("↻ " + move.name().in(lang), STAGE_WIDTH));
      }
    }
    return text;
  }

  private String length(Procedure.Clock clock) {
    int n = clock.length();
    if (clock.parameter() >= 0) {
      var values = book.parameters().get(clock.parameter()).values();
      if (values.getLast().value() instanceof Double number) {
        n = number.intValue();
      }
    }
    Localized unit =
        switch (clock.unit()) {
          case WORKING_DAYS -> new Localized("working days", "раб. дн.", "жұмыс күні");
          case DAYS -> new Localized("days", "дн.", "күн");
          case MONTHS -> new Localized("months", "мес.", "ай");
          case YEARS -> new Localized("years", "г.", "жыл");
          case HOURS -> new Localized("hours", "ч", "сағ.");
        };
    return n + " " + unit.in(lang);
  }

  private String numbers(List<String> roles) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < procedure.roles().size(); i++) {
      if (roles.contains(procedure.roles().get(i).id())) {
        numbers.add(String.valueOf((char) ('A' + i)));
      }
    }
    return String.join("/", numbers);
  }

  /** Lines that fit the width, by the mean width of a letter. */
  private static List<String> wrapped(String text, int width) {
    int most = (width - 2 * PAD) * 10 / 71;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() + 1 > most && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String svg() {
    int legend = (procedure.roles().size() + 1) * LINE + 24;
    int width = Math.max(layout.width(), 420) + 2 * MARGIN + 90;
    int height = layout.height() + 2 * MARGIN + legend;
    Html out = new Html();
    out.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
            + width
            + "\" height=\""
            + height
            + "\" viewBox=\"0 0 "
            + width
            + " "
            + height
            + "\" font-family=\"Golos Text,Noto Sans,DejaVu Sans,sans-serif\" font-size=\"13\" role=\"img\">\n");
    out.raw("<title>").text(procedure.title().in(lang)).raw("</title>\n");
    out.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>\n<defs>");
    out.raw(
        "<marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\""
            + " orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#61707f\"/></marker></defs>\n");
    out.raw(
        "<text x=\""
            + MARGIN
            + "\" y=\""
            + (MARGIN + 4)
            + "\" font-size=\"18\" font-weight=\"700\" fill=\"#12202f\">");
    out.text(procedure.title().in(lang)).raw("</text>\n");
    for (int i = 0; i < procedure.roles().size(); i++) {
      int y = MARGIN + 28 + i * LINE;
      out.raw(
          "<text x=\""
              + MARGIN
              + "\" y=\""
              + y
              + "\" fill=\""
              + COLOURS.get(i % COLOURS.size())
              + "\"><tspan font-weight=\"700\">");
      out.raw((char) ('A' + i) + "</tspan> ");
      out.text(procedure.roles().get(i).name().in(lang)).raw("</text>\n");
    }
    out.raw("<g transform=\"translate(" + MARGIN + "," + (MARGIN + legend) + ")\">\n");
    int side = 0;
    for (List<String> edge : edges) {
      LayeredLayout.Box from = layout.get(edge.get(0));
      LayeredLayout.Box to = layout.get(edge.get(1));
      side += to.layer <= from.layer ? 1 : 0;
      line(out, from, to, side);
    }
    for (Procedure.Stage stage : procedure.stages()) {
      stage(out, stage);
    }
    int n = 0;
    for (Procedure.Move move : procedure.moves()) {
      if (move.to() != null && !move.from().equals(List.of(move.to()))) {
        act(out, "a:" + n++, colours.getOrDefault(move.by().getFirst(), "#4a5a6b"), "");
      }
    }
    for (Procedure.Clock clock : procedure.clocks()) {
      if (clock.lapse() != null) {
        act(out, "l:" + clock.id(), "#b23324", " stroke-dasharray=\"4 3\"");
      }
    }
    return out.raw("</g>\n</svg>\n").toString();
  }

  /** Down a straight curve; back up along the right side, each line in a lane of its own. */
  private void line(Html out, LayeredLayout.Box from, LayeredLayout.Box to, int lane) {
    String path;
    if (to.layer > from.layer) {
      int x1 = from.centre();
      int y1 = from.y + from.height;
      int x2 = to.centre();
      int middle = (y1 + to.y) / 2;
      path =
          "M"
              + x1
              + " "
              + y1
              + "C"
              + x1
              + " "
              + middle
              + " "
              + x2
              + " "
              + middle
              + " "
              + x2
              + " "
              + (to.y - 2);
    } else {
      int x = layout.width() + 14 + lane * 12 % 72;
      int y1 = from.y + from.height / 2;
      int y2 = to.y + to.height / 2;
      path =
          "M"
              + (from.x + from.width)
              + " "
              + y1
              + "H"
              + (x - 8)
              + "Q"
              + x
              + " "
              + y1
              + " "
              + x
              + " "
              + (y1 - 8)
              + "V"
              + (y2 + 8)
              + "Q"
              + x
              + " "
              + y2
              + " "
              + (x - 8)
              + " "
              + y2
              + "H"
              + (to.x + to.width + 2);
    }
    out.raw(
        "<path d=\""
            + path
            + "\" fill=\"none\" stroke=\"#9aa6b0\" stroke-width=\"1.3\" marker-end=\"url(#a)\"/>\n");
  }

  private void stage(Html out, Procedure.Stage stage) {
    LayeredLayout.Box box = layout.get("s:" + stage.id());
    String fill = stage.isFinal() ? "#12202f" : "#ffffff";
    String ink = stage.isFinal() ? "#ffffff" : "#12202f";
    out.raw(
        "<rect x=\""
            + box.x
            + "\" y=\""
            + box.y
            + "\" width=\""
            + box.width
            + "\" height=\""
            + box.height
            + "\" rx=\"8\" fill=\""
            + fill
            + "\" stroke=\"#12202f\" stroke-width=\"1.4\"/>\n");
    text(out, box, "s:" + stage.id(), ink);
  }

  private void act(Html out, String id, String colour, String dashes) {
    LayeredLayout.Box box = layout.get(id);
    out.raw(
        "<rect x=\""
            + box.x
            + "\" y=\""
            + box.y
            + "\" width=\""
            + box.width
            + "\" height=\""
            + box.height
            + "\" rx=\""
            + Math.min(18, box.height / 2)
            + "\" fill=\"#ffffff\" stroke=\""
            + colour
            + "\""
            + dashes
            + "/>\n");
    text(out, box, id, colour);
  }

  private void text(Html out, LayeredLayout.Box box, String id, String ink) {
    int y = box.y + PAD + 12;
    for (String line : texts.getOrDefault(id, List.of())) {
      boolean bold = line.startsWith("*");
      out.raw(
          "<text x=\""
              + box.centre()
              + "\" y=\""
              + y
              + "\" text-anchor=\"middle\" fill=\""
              + ink
              + "\""
              + (bold ? " font-weight=\"700\"" : "")
              + ">");
      out.text(bold ? line.substring(1) : line).raw("</text>\n");
      y += LINE;
    }
  }
}
