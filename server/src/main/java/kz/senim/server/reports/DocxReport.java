package kz.senim.server.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import kz.senim.core.text.Lang;
import kz.senim.server.web.Formats;
import kz.senim.server.web.IcuMessages;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.springframework.stereotype.Component;

/** A report as a text document that can be worked on: the same order and words as on paper. */
@Component
class DocxReport {

  private static final Map<String, String> COLOURS =
      Map.of(
          "met", "1A7A58", "not-met", "B23324", "undecided", "8A5A00", "not-applicable", "5B6A79");
  private static final int POINTS = 9;

  private final IcuMessages messages;
  private final Formats formats;

  DocxReport(IcuMessages messages, Formats formats) {
    this.messages = messages;
    this.formats = formats;
  }

  void write(Print print, OutputStream out) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document
          .getProperties()
          .getCoreProperties()
          .setTitle(
              XmlText.clean(messages.get(print.lang(), "reports.title") + ": " + print.object()));
      document.getProperties().getCoreProperties().setCreator(XmlText.clean(print.organization()));
      new Text(print, new Paper(document, print.lang().code())).write();
      document.write(out);
    }
  }

  /** One document being written. */
  private final class Text {

    private final Print print;
    private final Paper paper;
    private final Lang lang;

    Text(Print print, Paper paper) {
      this.print = print;
      this.paper = paper;
      this.lang = print.lang();
    }

    void write() {
      Paper.run(paper.paragraph("Normal", ""), say("reports.title"), true, "00708A", 10);
      paper.paragraph("Title", print.object());
      about();
      if (!print.warnings().isEmpty()) {
        paper.paragraph("Heading2", say("objects.warnings"));
        print.warnings().forEach(warning -> paper.paragraph("Normal", "• " + warning));
      }
      summary();
      failed();
      open();
      kept();
      apart();
      signatures();
      paper.small(say("reports.final"));
      paper.foot(
          "Senim · " + say("reports.edition") + " " + print.edition(),
          List.of(say("reports.page", "|", "|").split("\\|", -1)));
    }

    private void about() {
      XWPFTable table = paper.table(List.of(), 32, 68);
      about(table, true, "reports.organization", print.organization());
      String bin = print.bin();
      if (bin != null) {
        about(table, false, "objects.bin", bin);
      }
      String code = print.code();
      if (code != null) {
        about(table, false, "reports.code", code);
      }
      about(table, false, "reports.day", formats.day(print.day()));
      about(
          table,
          false,
          "reports.edition",
          print.edition() + " (" + say("reports.checked", formats.day(print.checked())) + ")");
      about(table, false, "reports.printed", formats.day(print.printed()));
    }

    private void about(XWPFTable table, boolean first, String key, String value) {
      XWPFTableRow row = Paper.row(table, first);
      Paper.run(Paper.in(row.getCell(0)), say(key), false, Paper.GREY, POINTS);
      Paper.run(Paper.in(row.getCell(1)), value, true, "12202F", POINTS);
    }

    private void summary() {
      paper.paragraph("Heading1", say("reports.summary", print.binding()));
      XWPFTable counts = paper.table(List.of(), 25, 25, 25, 25);
      int[] numbers = {print.met(), print.notMet(), print.undecided(), print.notApplicable()};
      List<String> words = List.of("met", "not-met", "undecided", "not-applicable");
      for (int i = 0; i < numbers.length; i++) {
        XWPFTableCell cell = counts.getRow(0).getCell(i);
        String colour = COLOURS.getOrDefault(words.get(i), Paper.GREY);
        Paper.run(Paper.in(cell), Integer.toString(numbers[i]), true, colour, 20);
        Paper.run(Paper.in(cell), say("outcome." + words.get(i)), false, colour, POINTS);
      }
      if (print.chapters().isEmpty()) {
        return;
      }
      paper.paragraph("Heading2", say("objects.by-chapter"));
      XWPFTable table =
          paper.table(
              List.of(
                  say("filter.chapter"),
                  say("reports.met"),
                  say("reports.not-met"),
                  say("reports.undecided")),
              52,
              16,
              16,
              16);
      for (Print.Chapter chapter : print.chapters()) {
        XWPFTableRow row = Paper.row(table, false);
        XWPFParagraph title = Paper.in(row.getCell(0));
        Paper.run(title, chapter.title() + "  ", false, "12202F", POINTS);
        Paper.run(title, chapter.act(), false, Paper.GREY, 8);
        count(row.getCell(1), chapter.met(), "met");
        count(row.getCell(2), chapter.notMet(), "not-met");
        count(row.getCell(3), chapter.undecided(), "undecided");
      }
    }

    private void count(XWPFTableCell cell, int number, String outcome) {
      Paper.run(
          Paper.in(cell),
          Integer.toString(number),
          false,
          COLOURS.getOrDefault(outcome, Paper.GREY),
          POINTS);
    }

    private void failed() {
      heading(1, "reports.failed", print.notMet());
      for (Print.Weight weight : print.failed()) {
        paper.paragraph(
            "Heading2",
            say("reports.weight", say("severity." + weight.severity()), weight.items().size()));
        XWPFTable table =
            paper.table(List.of(say("objects.paragraph"), say("reports.demand")), 18, 82);
        for (Print.Item item : weight.items()) {
          XWPFTableCell cell = item(table, item, true);
          grey(cell, say("reports.weighs") + ": " + item.weighs());
          if (item.earlier()) {
            grey(cell, say("reports.earlier"));
          }
          item.reasons().forEach(line -> reason(cell, line));
          if (!item.evidence().isEmpty()) {
            grey(cell, say("reports.proof") + ": " + String.join("; ", item.evidence()));
          }
        }
      }
    }

    private void reason(XWPFTableCell cell, Print.Line line) {
      XWPFParagraph paragraph = Paper.in(cell);
      paragraph.setIndentationLeft(180 * (line.depth() + 1));
      paragraph.setIndentationHanging(180);
      String mark = line.truth().equals("true") ? "+ " : line.truth().equals("false") ? "× " : "? ";
      Paper.run(paragraph, mark + line.text(), false, "12202F", 8.5);
      if (!line.source().isEmpty()) {
        Paper.run(paragraph, " (" + line.source() + ")", false, Paper.GREY, 8);
      }
    }

    private void open() {
      heading(2, "reports.open", print.undecided());
      if (!print.first().isEmpty()) {
        paper.paragraph("Heading2", say("reports.first"));
        print
            .first()
            .forEach(
                question ->
                    paper.paragraph(
                        "Normal",
                        "? "
                            + asked(question)
                            + " · "
                            + say("reports.wait-for", question.count())));
      }
      for (Print.Waiting waiting : print.waiting()) {
        waiting
            .missing()
            .forEach(
                question -> {
                  XWPFParagraph paragraph = paper.paragraph("Normal", "? " + asked(question));
                  paragraph.setKeepNext(true);
                });
        XWPFTable table =
            paper.table(List.of(say("objects.paragraph"), say("objects.requirement")), 18, 82);
        waiting.items().forEach(item -> item(table, item, false));
        paper.paragraph("Normal", "");
      }
    }

    private String asked(Print.Question question) {
      String text =
          question.judged()
              ? say("reports.judged-by", question.whom())
              : question.ask() + " — " + say("objects.told-by", question.whom());
      return question.expired().isEmpty()
          ? text
          : text + " · " + say("reports.known-until", question.expired());
    }

    private void kept() {
      heading(3, "reports.kept", print.met());
      for (Print.ActItems act : print.kept()) {
        paper.paragraph("Heading2", act.act() + " (" + act.items().size() + ")");
        XWPFTable table =
            paper.table(List.of(say("objects.paragraph"), say("reports.demand-met")), 18, 82);
        for (Print.Item item : act.items()) {
          XWPFTableCell cell = item(table, item, false);
          if (!item.sources().isEmpty()) {
            grey(cell, String.join("; ", item.sources()));
          }
        }
      }
    }

    private void apart() {
      heading(4, "reports.apart", print.notApplicable());
      for (Print.Apart apart : print.apart()) {
        apart
            .because()
            .forEach(
                line -> {
                  XWPFParagraph paragraph = paper.paragraph("Normal", "— " + line.text());
                  paragraph.setIndentationLeft(180 * line.depth());
                  paragraph.setKeepNext(true);
                });
        paper.small(apart.citations());
      }
    }

    private void signatures() {
      paper.paragraph("Heading1", say("reports.signatures"));
      XWPFTable table = paper.table(List.of(), 34, 26, 22, 18);
      boolean first = true;
      for (String who : List.of("head", "officer", "author")) {
        XWPFTableRow row = Paper.row(table, first);
        row.setHeight(900);
        first = false;
        Paper.run(Paper.in(row.getCell(0)), say("reports.sign." + who), false, "12202F", POINTS);
        int cell = 1;
        for (String what : List.of("name", "signature", "date")) {
          Paper.run(
              Paper.in(row.getCell(cell++)), say("reports.sign." + what), false, Paper.GREY, 8);
        }
      }
    }

    private void heading(int number, String key, int count) {
      paper.paragraph("Heading1", number + ". " + say(key) + " (" + count + ")");
      if (count == 0) {
        paper.paragraph("Normal", say("reports.none"));
      }
    }

    /** A row with the citation and the statement; its second cell, for more. */
    private static XWPFTableCell item(XWPFTable table, Print.Item item, boolean bold) {
      XWPFTableRow row = Paper.row(table, false);
      Paper.run(Paper.in(row.getCell(0)), item.cite(), false, Paper.GREY, 8.5);
      if (!bold) {
        Paper.run(Paper.in(row.getCell(1)), item.statement(), false, "12202F", POINTS);
      } else {
        Paper.run(Paper.in(row.getCell(0)), item.act(), false, Paper.GREY, 8);
        Paper.run(Paper.in(row.getCell(1)), item.statement(), true, "12202F", POINTS);
      }
      return row.getCell(1);
    }

    private static void grey(XWPFTableCell cell, String text) {
      Paper.run(Paper.in(cell), text, false, Paper.GREY, 8);
    }

    private String say(String key, Object... args) {
      return messages.get(lang, key, args);
    }
  }
}
