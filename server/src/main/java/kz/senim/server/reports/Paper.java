package kz.senim.server.reports;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A text document with Senim's look: A4, real headings, tables whose header rows are repeated. */
final class Paper {

  /** On every machine, with all Kazakh letters. */
  private static final String FONT = "Arial";

  private static final String INK = "12202F";
  static final String GREY = "4A5A6B";
  private static final String LINE = "C5CCD2";
  private static final long TWIPS_A_MM = 57;
  private static final int WIDTH = 9600; // of the page between its margins, in twips

  private final XWPFDocument document;

  Paper(XWPFDocument document, String lang) {
    this.document = document;
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11906));
    size.setH(BigInteger.valueOf(16838));
    CTPageMar margin = section.addNewPgMar();
    BigInteger edge = BigInteger.valueOf(20 * TWIPS_A_MM);
    margin.setTop(edge);
    margin.setBottom(edge);
    margin.setRight(BigInteger.valueOf(18 * TWIPS_A_MM));
    margin.setLeft(BigInteger.valueOf(22 * TWIPS_A_MM));
    XWPFStyles styles = document.createStyles();
    styles.setSpellingLanguage(lang);
    styles.setDefaultFonts(fonts());
    style(styles, "Normal", "Normal", 0, 20, false, INK, 0, 60);
    style(styles, "Title", "Title", 0, 38, true, INK, 0, 160);
    style(styles, "Heading1", "heading 1", 1, 28, true, "00708A", 360, 120);
    style(styles, "Heading2", "heading 2", 2, 22, true, INK, 200, 80);
  }

  private static CTFonts fonts() {
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    return fonts;
  }

  private static void style(
      XWPFStyles styles,
      String id,
      String name,
      int level,
      int halfPoints,
      boolean bold,
      String colour,
      int before,
      int after) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(name);
    if (id.equals("Normal")) {
      style.setDefault(true);
    } else {
      style.addNewBasedOn().setVal("Normal");
      style.addNewNext().setVal("Normal");
      style.addNewQFormat();
    }
    CTPPrGeneral paragraph = style.addNewPPr();
    if (level > 0) {
      paragraph.addNewKeepNext();
      paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
    }
    var spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(before));
    spacing.setAfter(BigInteger.valueOf(after));
    CTRPr run = style.addNewRPr();
    run.addNewRFonts().set(fonts());
    if (bold) {
      run.addNewB();
    }
    run.addNewColor().setVal(colour);
    run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    styles.addStyle(new XWPFStyle(style, styles));
  }

  /** A paragraph in the style. */
  XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
    return paragraph;
  }

  void small(String text) {
    run(document.createParagraph(), text, false, GREY, 8);
  }

  static XWPFRun run(
      XWPFParagraph paragraph, String text, boolean bold, String colour, double points) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setBold(bold);
    run.setColor(colour);
    run.setFontSize(points);
    return run;
  }

  /**
   * A table as wide as the page.
   *
   * @param heads the header row, which stands again on each page; empty for none
   * @param percent the widths
   */
  XWPFTable table(List<String> heads, int... percent) {
    XWPFTable table = document.createTable(1, percent.length);
    fixed(table, percent);
    table.setTableAlignment(TableRowAlign.LEFT);
    table.setCellMargins(50, 90, 50, 90);
    table.setTopBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, LINE);
    table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, LINE);
    table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, LINE);
    table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, LINE);
    XWPFTableRow first = table.getRow(0);
    if (!heads.isEmpty()) {
      first.setRepeatHeader(true);
      for (int i = 0; i < percent.length; i++) {
        run(first.getCell(i).getParagraphs().getFirst(), heads.get(i), true, GREY, 8);
      }
    }
    return table;
  }

  /** The next row: the first one when nothing stands in it yet. */
  static XWPFTableRow row(XWPFTable table, boolean first) {
    XWPFTableRow row = first ? table.getRow(0) : table.createRow();
    row.setCantSplitRow(true);
    return row;
  }

  /** Widths that hold in every program: some look at the grid, some at the cells. */
  private static void fixed(XWPFTable table, int... percent) {
    table.setWidth(WIDTH);
    CTTbl inner = table.getCTTbl();
    inner.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = inner.getTblGrid() == null ? inner.addNewTblGrid() : inner.getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int i = 0; i < percent.length; i++) {
      int width = WIDTH * percent[i] / 100;
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
      table.getRow(0).getCell(i).setWidth(Integer.toString(width));
    }
  }

  /** The first paragraph of a cell when it is empty, else one more. */
  static XWPFParagraph in(XWPFTableCell cell) {
    XWPFParagraph first = cell.getParagraphs().getFirst();
    XWPFParagraph paragraph = first.getRuns().isEmpty() ? first : cell.addParagraph();
    paragraph.setSpacingAfter(20);
    return paragraph;
  }

  /** {@code before N between M after}, with the page's number and how many pages there are. */
  void foot(String left, List<String> page) {
    XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setAlignment(ParagraphAlignment.RIGHT);
    run(foot, left + "     " + page.getFirst(), false, GREY, 8);
    field(foot, "PAGE");
    run(foot, page.get(1), false, GREY, 8);
    field(foot, "NUMPAGES");
    run(foot, page.getLast(), false, GREY, 8);
  }

  private static void field(XWPFParagraph paragraph, String name) {
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr(name);
    CTR run = field.addNewR();
    CTRPr look = run.addNewRPr();
    look.addNewColor().setVal(GREY);
    look.addNewSz().setVal(BigInteger.valueOf(16));
    run.addNewT().setStringValue("1");
  }
}
