package kz.senim.server.assets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook; its reader supports no document types, so resolves no entity. */
final class Sheets {

  /** What a workbook may hold when unpacked: far more than 50,000 rows need. */
  private static final long MOST_UNPACKED = 300L * 1024 * 1024;

  private static final int WIDEST = 200;

  private Sheets() {}

  static AssetFile read(byte[] bytes, AssetTable table) {
    int last = 0;
    try {
      if (unpacked(bytes) > MOST_UNPACKED) {
        return AssetFile.broken("xlsx", FileMistake.ofFile("assets.file.unpacked"));
      }
      try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
          Stream<Row> rows = book.getFirstSheet().openStream()) {
        Iterator<Row> all = rows.iterator();
        while (all.hasNext()) {
          Row row = all.next();
          last = row.getRowNum();
          if (!table.take(new SheetRow(row))) {
            break;
          }
        }
      }
    } catch (Exception e) {
      // Its reader also throws checked exceptions of the XML below that it does not declare.
      // Whatever is wrong inside is no concern of the person who picked the wrong file.
      table.broken(new FileMistake(last == 0 ? 0 : last + 1, "", "assets.file.xlsx", List.of()));
    }
    return table.done("xlsx");
  }

  /** How much the parts hold together; reading stops soon after it is too much. */
  private static long unpacked(byte[] bytes) throws IOException {
    long total = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(part)) {
          int read = in.read(buffer);
          while (read > 0 && total <= MOST_UNPACKED) {
            total += read;
            read = in.read(buffer);
          }
        }
      }
    }
    return total;
  }

  private record SheetRow(Row row) implements AssetTable.Row {

    @Override
    public int line() {
      return row.getRowNum();
    }

    @Override
    public int size() {
      return Math.min(WIDEST, row.getCellCount());
    }

    @Override
    public String cell(int column) {
      return row.getOptionalCell(column).map(Cell::getText).orElse("");
    }

    /** As the sheet's own headings: A, B, … AA. */
    @Override
    public String name(int column) {
      String letters = "";
      for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
        letters = (char) ('A' + rest % 26) + letters;
      }
      return letters;
    }
  }
}
