package kz.senim.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import kz.senim.core.text.Lang;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inventory as a file, which can be imported again; nothing in it is computed as a formula. */
@Component
class AssetExport {

  private static final char BOM = '\uFEFF';
  private static final int[] WIDTHS = {24, 44, 16, 14, 24, 20, 30, 16, 14, 14, 24, 30, 40};

  private final AssetWords words;

  AssetExport(AssetWords words) {
    this.words = words;
  }

  /** Separated as spreadsheets of the language's country expect it. */
  void csv(List<Asset> assets, Lang lang, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, UTF_8)) {
      writer.write(BOM);
      try (CsvWriter csv =
          CsvWriter.builder().fieldSeparator(lang == Lang.EN ? ',' : ';').build(writer)) {
        csv.writeRecord(words.headings(lang));
        for (Asset asset : assets) {
          csv.writeRecord(cells(asset, lang));
        }
      }
    }
  }

  void xlsx(List<Asset> assets, Lang lang, String title, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Senim", "1.0")) {
      Worksheet sheet = book.newWorksheet(title);
      row(sheet, 0, words.headings(lang));
      sheet.range(0, 0, 0, AssetWords.COLUMNS.size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      for (int i = 0; i < WIDTHS.length; i++) {
        sheet.width(i, WIDTHS[i]);
      }
      for (int i = 0; i < assets.size(); i++) {
        row(sheet, i + 1, cells(assets.get(i), lang));
      }
    }
  }

  private static void row(Worksheet sheet, int at, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        sheet.value(at, i, cells.get(i));
      }
    }
  }

  private List<String> cells(Asset asset, Lang lang) {
    List<String> cells = new ArrayList<>();
    for (String text :
        new @Nullable String[] {
          asset.code(),
          asset.name(),
          words.kindIn(lang, asset.kind()),
          asset.version(),
          asset.supplier(),
          asset.place(),
          asset.objectName(),
          words.levelIn(lang, asset.confidentiality()),
          words.levelIn(lang, asset.integrity()),
          words.levelIn(lang, asset.availability()),
          asset.marking(),
          asset.owner(),
          asset.responsibility()
        }) {
      cells.add(text == null ? "" : Cells.defused(text));
    }
    return cells;
  }
}
