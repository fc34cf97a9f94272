package kz.senim.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.senim.core.law.CompiledBook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Right inputs of each target, from which wrong ones are made. */
final class Seeds {

  private Seeds() {}

  static Map<String, List<byte[]>> all() {
    Map<String, List<byte[]>> all = new TreeMap<>();
    Path root = root();
    all.put("passport-yaml", files(root.resolve("examples"), ".yaml"));
    all.put("case-file", files(root.resolve("examples/cases"), ".json"));
    all.put(
        "law-yaml",
        Stream.concat(
                files(root.resolve("law/vocabulary"), ".yaml").stream().limit(2),
                files(root.resolve("law/kz"), ".yaml").stream().limit(4))
            .toList());
    all.put(
        "official-text",
        List.of(
            "1. Общие положения\n\n2. Требования\n\n1) первое;\n2) второе.\nСноска. Пункт 2 с изменением, внесенным постановлением от 10.01.2020 № 1.\nПриложение 1\n"
                .getBytes(UTF_8)));
    all.put("law-book", List.of(CompiledBook.write(Fuzz.book())));
    String table =
        "question;answer\norganization.name;Пример\nassets.listed;12\ndocuments.languages;kk, ru\n";
    all.put(
        "passport-csv", List.of(table.getBytes(UTF_8), table.replace(';', ',').getBytes(UTF_8)));
    all.put("passport-xlsx", List.of(workbook(table)));
    String assets =
        "code;name;kind;confidentiality\nA-1;Сервер;hardware;3\nA-2;\"Журнал; событий\";data;2\n";
    all.put(
        "assets",
        List.of(
            assets.getBytes(UTF_8),
            workbook(assets),
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
             "components":[{"type":"library","name":"a","version":"1","purl":"pkg:maven/a/b@1"}]}
            """
                .getBytes(UTF_8),
            """
            <?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>
            <component type="library"><name>a</name><version>1</version></component></components></bom>
            """
                .strip()
                .getBytes(UTF_8)));
    all.put(
        "search-words",
        List.of(
            "подп. 4) п. 38".getBytes(UTF_8),
            "38-т. 4) тш.".getBytes(UTF_8),
            "журналирование событий ИБ".getBytes(UTF_8),
            "log retention 832".getBytes(UTF_8)));
    return all;
  }

  /** The checkout, from which tests and the fuzzer run in one folder or another. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("examples")) ? here : here.getParent();
  }

  private static List<byte[]> files(Path folder, String end) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> file.toString().endsWith(end))
          .sorted()
          .limit(8)
          .map(Seeds::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] workbook(String table) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("1");
      int at = 0;
      for (String line : table.lines().toList()) {
        var row = sheet.createRow(at++);
        String[] cells = line.split(";", -1);
        for (int i = 0; i < cells.length; i++) {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
