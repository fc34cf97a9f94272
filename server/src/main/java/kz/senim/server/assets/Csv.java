package kz.senim.server.assets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Tables of separated values, as spreadsheets of all makers write them: with commas, semicolons or
 * tabs; in Unicode, or in the Cyrillic code page of older office programs.
 */
final class Csv {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final char[] SEPARATORS = {';', ',', '\t'};
  private static final char BOM = '\uFEFF';

  private Csv() {}

  static String decode(byte[] bytes) {
    String text;
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      text = new String(bytes, UTF_16LE);
    } else if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      text = new String(bytes, UTF_16BE);
    } else {
      try {
        text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        text = new String(bytes, CYRILLIC);
      }
    }
    return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
  }

  static AssetFile read(String text, AssetTable table) {
    if (text.indexOf('\0') >= 0) {
      table.broken(FileMistake.ofFile("assets.file.unknown"));
      return table.done("csv");
    }
    long last = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        last = line.getStartingLineNumber();
        if (!table.take(new Line((int) last, line.getFields()))) {
          break;
        }
      }
    } catch (CsvParseException e) {
      // Such as a quotation mark that is never closed: from there on nothing can be told apart.
      table.broken(new FileMistake((int) last + 1, "", "assets.file.csv", List.of()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return table.done("csv");
  }

  private record Line(int line, List<String> cells) implements AssetTable.Row {

    @Override
    public int size() {
      return cells.size();
    }

    @Override
    public String cell(int column) {
      return cells.get(column);
    }

    @Override
    public String name(int column) {
      return Integer.toString(column + 1);
    }
  }

  /** The one that the first line holds most of. */
  private static char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = SEPARATORS[0];
    long most = 0;
    for (char separator : SEPARATORS) {
      long count = first.chars().filter(c -> c == separator).count();
      if (count > most) {
        best = separator;
        most = count;
      }
    }
    return best;
  }
}
