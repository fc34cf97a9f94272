package kz.senim.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads tables from CSV and XLSX. */
final class GridReader {

  /** What a part of a workbook may unfold to: a small file can be made to fill the memory. */
  private static final long LARGEST_PART = 40L * 1024 * 1024;

  static {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
  }

  /** What all parts may unfold to together, each of which is read. */
  private static final long LARGEST_TOGETHER = 60L * 1024 * 1024;

  private GridReader() {}

  /** A table cannot be read; the message is the key of a text. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String key) {
      super(key);
    }
  }

  /** Comma, semicolon or tab: whichever the first line has most of. UTF-8, or it is told. */
  static Grid csv(byte[] bytes) throws Unreadable {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("imports.not-utf8");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    List<List<Grid.Cell>> rows = new ArrayList<>();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        bounded(rows.size(), record.size());
        List<Grid.Cell> row = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
          row.add(new Grid.Cell(undefused(record.get(i)), null, (rows.size() + 1) + ":" + (i + 1)));
        }
        rows.add(row);
      }
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
      throw new Unreadable("imports.bad-csv");
    }
    return new Grid(rows);
  }

  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(first, c) > count(first, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(each -> each == c).count();
  }

  /** The first sheet. Of a formula, what it came to when the file was saved. */
  static Grid xlsx(byte[] bytes) throws Unreadable {
    if (unfoldsTooFar(bytes)) {
      throw new Unreadable("imports.unpacked");
    }
    List<List<Grid.Cell>> rows = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (Row row : workbook.getSheetAt(0)) {
        bounded(row.getRowNum(), row.getLastCellNum());
        while (rows.size() < row.getRowNum()) {
          rows.add(List.of());
        }
        List<Grid.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
          String place = CellReference.convertNumToColString(i) + (row.getRowNum() + 1);
          Cell cell = row.getCell(i);
          cells.add(cell == null ? new Grid.Cell("", null, place) : cell(cell, place));
        }
        rows.add(cells);
      }
    } catch (IOException | RuntimeException e) {
      // The library tells of broken, encrypted and foreign files in many ways.
      throw new Unreadable("imports.bad-xlsx");
    }
    return new Grid(rows);
  }

  /** Whether the parts hold too much together, in the order in which the library will read them. */
  private static boolean unfoldsTooFar(byte[] bytes) throws Unreadable {
    byte[] buffer = new byte[64 * 1024];
    long total = 0;
    try (ZipArchiveInputStream parts = new ZipArchiveInputStream(new ByteArrayInputStream(bytes))) {
      while (parts.getNextEntry() != null) {
        for (int n = parts.read(buffer); n >= 0; n = parts.read(buffer)) {
          total += n;
          if (total > LARGEST_TOGETHER) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("imports.bad-xlsx");
    }
  }

  private static Grid.Cell cell(Cell cell, String place) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? new Grid.Cell(
                  cell.getLocalDateTimeCellValue().toLocalDate().toString(),
                  cell.getLocalDateTimeCellValue().toLocalDate(),
                  place)
              : new Grid.Cell(
                  BigDecimal.valueOf(cell.getNumericCellValue())
                      .stripTrailingZeros()
                      .toPlainString(),
                  null,
                  place);
      case BOOLEAN -> new Grid.Cell(Boolean.toString(cell.getBooleanCellValue()), null, place);
      case STRING -> new Grid.Cell(undefused(cell.getStringCellValue()), null, place);
      default -> new Grid.Cell("", null, place);
    };
  }

  /** The apostrophe that keeps a text from being taken for a formula is none of it. */
  private static String undefused(String text) {
    String plain = text.strip();
    return plain.length() > 1 && plain.charAt(0) == '\'' && "=+-@".indexOf(plain.charAt(1)) >= 0
        ? plain.substring(1)
        : plain;
  }

  private static void bounded(int row, int columns) throws IOException {
    if (row >= Grid.MOST_ROWS || columns > Grid.MOST_COLUMNS) {
      throw new IOException("more rows or columns than a passport has");
    }
  }
}
