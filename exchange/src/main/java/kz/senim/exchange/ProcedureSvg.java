package kz.senim.exchange;

import java.util.List;

/** The SVG of a placed chart. */
final class ProcedureSvg {

  private static final int MARGIN = 32;
  private static final int LEGEND_LINE = 18;
  private static final String LINE = "#7b8894";

  private final LayeredLayout layout;
  private final String title;
  private final Html legend = new Html();
  private final Html body = new Html();
  private int roles;

  ProcedureSvg(LayeredLayout layout, String title) {
    this.layout = layout;
    this.title = title;
  }

  /** A line of the legend. */
  void role(String name, String colour) {
    int y = MARGIN + 26 + roles++ * LEGEND_LINE;
    legend.raw(
        "<rect x=\"%d\" y=\"%d\" width=\"11\" height=\"11\" rx=\"3\" fill=\"%s\"/>"
            .formatted(MARGIN, y - 10, colour));
    legend.raw("<text x=\"%d\" y=\"%d\" fill=\"%s\">".formatted(MARGIN + 18, y, colour));
    legend.text(name).raw("</text>\n");
  }

  void lines() {
    for (LayeredLayout.Line line : layout.lines()) {
      line(line);
    }
  }

  /** Down from layer to layer; a line that leads up runs the same way, with its arrow above. */
  private void line(LayeredLayout.Line line) {
    List<LayeredLayout.Box> way = line.way();
    LayeredLayout.Box upper = way.getFirst();
    LayeredLayout.Box lower = way.getLast();
    int x = upper.centre() + (line.up() ? aside(upper, way.get(1)) : 0);
    StringBuilder path =
        new StringBuilder("M%d %d".formatted(x, upper.y + upper.height + (line.up() ? 3 : 0)));
    // A step down of no length would leave an arrow here without a direction.
    int y = Math.max(layout.bottom(upper.layer), upper.y + upper.height + (line.up() ? 12 : 3));
    path.append("V%d".formatted(y));
    for (LayeredLayout.Box box : way.subList(1, way.size())) {
      int end = box.centre();
      if (line.up() && !box.isCrossing()) {
        end += aside(lower, way.get(way.size() - 2));
      }
      int top = box.y - (box.isCrossing() || line.up() ? 0 : 3);
      int middle = (y + top) / 2;
      path.append("C%d %d %d %d %d %d".formatted(x, middle, end, middle, end, top));
      x = end;
      y = box.isCrossing() ? layout.bottom(box.layer) : top;
      if (box.isCrossing()) {
        path.append("V%d".formatted(y));
      }
    }
    body.raw(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"%s marker-%s=\"url(#a)\"/>\n"
            .formatted(
                path,
                LINE,
                line.up() ? " stroke-dasharray=\"6 4\"" : "",
                line.up() ? "start" : "end"));
  }

  /** Lines that lead up keep clear of those that lead down, on the side from which they come. */
  private static int aside(LayeredLayout.Box box, LayeredLayout.Box neighbour) {
    return neighbour.centre() < box.centre() ? -box.width / 3 : box.width / 3;
  }

  /** A stage; one that is final stands out. */
  void stage(LayeredLayout.Box box, List<PictureText.Line> text, boolean isFinal) {
    rect(box, 6, isFinal ? "#12202f" : "#ffffff", "#12202f", isFinal ? "2.4" : "1.5", "");
    text(box, text);
  }

  void act(LayeredLayout.Box box, List<PictureText.Line> text, String colour, boolean lapse) {
    rect(
        box,
        Math.min(16, box.height / 2),
        lapse ? "#fdf3f1" : "#fbfaf6",
        colour,
        "1.1",
        lapse ? " stroke-dasharray=\"4 3\"" : "");
    text(box, text);
  }

  String end() {
    int head = roles * LEGEND_LINE + 40;
    int width = Math.max(layout.width(), 10 * title.length()) + 2 * MARGIN;
    int height = layout.height() + 2 * MARGIN + head;
    Html out = new Html();
    out.raw(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                + " font-family=\"Golos Text,Noto Sans,DejaVu Sans,sans-serif\" font-size=\"13\""
                + " role=\"img\">\n")
            .formatted(width, height, width, height));
    out.raw("<title>").text(title).raw("</title>\n");
    out.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>\n");
    out.raw(
        ("<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"6\" refY=\"4\" markerWidth=\"8\""
                + " markerHeight=\"8\" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\""
                + " fill=\"%s\"/></marker></defs>\n")
            .formatted(LINE));
    out.raw(
        "<text x=\"%d\" y=\"%d\" font-size=\"18\" font-weight=\"700\" fill=\"#12202f\">"
            .formatted(MARGIN, MARGIN + 4));
    out.text(title).raw("</text>\n").raw(legend.toString());
    out.raw("<g transform=\"translate(%d,%d)\">\n".formatted(MARGIN, MARGIN + head));
    return out.raw(body.toString()).raw("</g>\n</svg>\n").toString();
  }

  private void rect(
      LayeredLayout.Box box, int round, String fill, String stroke, String thick, String more) {
    body.raw(
        ("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\""
                + " stroke-width=\"%s\"%s/>\n")
            .formatted(box.x, box.y, box.width, box.height, round, fill, stroke, thick, more));
  }

  private void text(LayeredLayout.Box box, List<PictureText.Line> text) {
    int y = box.y + PictureText.PAD;
    for (PictureText.Line line : text) {
      body.raw(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\" fill=\"%s\"%s>"
              .formatted(
                  box.centre(),
                  y + line.size(),
                  line.size(),
                  line.colour(),
                  line.bold() ? " font-weight=\"700\"" : ""));
      body.text(line.text()).raw("</text>\n");
      y += line.height();
    }
  }
}
