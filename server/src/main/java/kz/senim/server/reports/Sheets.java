package kz.senim.server.reports;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Sheets of a workbook with a header that stays and can be filtered by. */
public final class Sheets {

  private static final String FONT = "Arial";
  private static final int LONGEST = 32_000; // a cell holds 32,767 characters

  private final Workbook workbook;
  private final CellStyle head;
  private final CellStyle text;
  private final CellStyle day;

  public Sheets(Workbook workbook) {
    this.workbook = workbook;
    Font bold = workbook.createFont();
    bold.setFontName(FONT);
    bold.setBold(true);
    Font plain = workbook.createFont();
    plain.setFontName(FONT);
    plain.setFontHeightInPoints((short) 10);
    this.head = workbook.createCellStyle();
    head.setFont(bold);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    head.setWrapText(true);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
    this.text = workbook.createCellStyle();
    text.setFont(plain);
    text.setWrapText(true);
    text.setVerticalAlignment(VerticalAlignment.TOP);
    this.day = workbook.createCellStyle();
    day.cloneStyleFrom(text);
    day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  /**
   * @param widths of the columns, in characters
   */
  public Writer sheet(String name, List<String> heads, int... widths) {
    Sheet sheet = workbook.createSheet(name);
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * 256);
    }
    sheet.createFreezePane(0, 1);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    Row row = sheet.createRow(0);
    for (int i = 0; i < heads.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(heads.get(i));
      cell.setCellStyle(head);
    }
    return new Writer(sheet, heads.size());
  }

  /** Adds rows to a sheet. */
  public final class Writer {

    private final Sheet sheet;
    private final int columns;
    private int next = 1;

    Writer(Sheet sheet, int columns) {
      this.sheet = sheet;
      this.columns = columns;
    }

    /** Texts stay texts, whatever they begin with; days and numbers are such. */
    public void row(@Nullable Object... values) {
      Row row = sheet.createRow(next++);
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value == null) {
          continue;
        }
        Cell cell = row.createCell(i);
        cell.setCellStyle(value instanceof LocalDate ? day : text);
        switch (value) {
          case LocalDate date -> cell.setCellValue(date);
          case Integer number -> cell.setCellValue(number);
          default -> cell.setCellValue(defused(value.toString()));
        }
      }
    }

    public void end() {
      sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, next - 1), 0, columns - 1));
    }
  }

  /** What a spreadsheet would take for a formula when the cell is edited gets an apostrophe. */
  public static String defused(String text) {
    String some = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return !some.isEmpty() && "=+-@\t\r".indexOf(some.charAt(0)) >= 0 ? "'" + some : some;
  }
}
