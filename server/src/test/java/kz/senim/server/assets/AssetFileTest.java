package kz.senim.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerTest;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of inventories: what is read, and how everything that is wrong is told with its place. */
class AssetFileTest extends ServerTest {

  private static final Path REPORTS = Path.of("../../shared/data/tool-reports/cyclonedx");
  private static final UUID PORTAL = UUID.randomUUID();

  @Autowired private AssetWords words;

  @Test
  void a_table_is_read_whatever_its_separator_language_and_code_page() {
    String russian =
        """
        Инвентарный номер;Наименование;Вид;Конфиденциальность;Объект
        А-1;Сервер «Ө»;оборудование;высокий;Портал
        А-2;"Файлы; архив";ДАННЫЕ;2;
        """;
    AssetFile unicode = read(russian.getBytes(UTF_8));
    assertThat(unicode.mistakes()).isEmpty();
    assertThat(unicode.entries())
        .extracting(AssetEntry::code, AssetEntry::kind, AssetEntry::confidentiality)
        .containsExactly(tuple("А-1", "hardware", 3), tuple("А-2", "data", 2));
    assertThat(unicode.entries().getFirst().object()).isEqualTo(PORTAL);
    assertThat(unicode.entries().getLast().name()).isEqualTo("Файлы; архив");
    AssetFile old = read(russian.replace('Ө', 'О').getBytes(Charset.forName("windows-1251")));
    assertThat(old.entries()).extracting(AssetEntry::code).containsExactly("А-1", "А-2");
    AssetFile english = read("code,name,kind\nA-1,Server,hardware\n".getBytes(UTF_8));
    assertThat(english.entries()).extracting(AssetEntry::name).containsExactly("Server");
    AssetFile kazakh =
        read("\uFEFFТүгендеу нөмірі\tАтауы\tТүрі\nА-1\tСервер\tжабдық\n".getBytes(UTF_8));
    assertThat(kazakh.entries()).extracting(AssetEntry::kind).containsExactly("hardware");
  }

  @Test
  void all_mistakes_of_a_table_are_told_at_once_each_with_line_and_column() {
    AssetFile file =
        read(
            """
            code,name,kind,integrity,object
            A-1,Server,hardwear,huge,Nowhere

            ,Second,software,,
            A-1,"Third
            name",data,3,
            """
                .getBytes(UTF_8));
    assertThat(file.mistakes())
        .extracting(FileMistake::line, FileMistake::column, FileMistake::key)
        .containsExactlyInAnyOrder(
            tuple(2, "3", "assets.file.kind"),
            tuple(2, "4", "assets.file.level"),
            tuple(2, "5", "assets.file.no-object"),
            tuple(4, "1", "assets.file.missing"),
            tuple(5, "1", "assets.file.twice"));
  }

  @Test
  void a_mistyped_heading_is_answered_with_the_nearest_one() {
    AssetFile file = read("code,nmae,kind\n1,2,3\n".getBytes(UTF_8));
    assertThat(file.mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.heading", "assets.file.no-column");
    assertThat(file.mistakes().getFirst().details()).containsExactly("nmae", "Name");
  }

  @Test
  void a_workbook_is_read_and_its_mistakes_are_told_by_the_letters_of_its_columns()
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Assets");
      List<List<Object>> rows =
          List.of(
              List.of("Inventory number", "Name", "Kind", "Availability"),
              List.of(1001, "Server", "hardware", 3),
              List.of("A-2", "Files", "things", "low"));
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object cell = rows.get(r).get(c);
          if (cell instanceof Integer number) {
            sheet.value(r, c, number);
          } else {
            sheet.value(r, c, cell.toString());
          }
        }
      }
    }
    AssetFile file = read(out.toByteArray());
    assertThat(file.format()).isEqualTo("xlsx");
    assertThat(file.entries().getFirst().code()).isEqualTo("1001");
    assertThat(file.entries().getFirst().availability()).isEqualTo(3);
    assertThat(file.mistakes())
        .extracting(FileMistake::line, FileMistake::column, FileMistake::key)
        .containsExactly(tuple(3, "C", "assets.file.kind"));
  }

  /** Such a sign is found only when the cell is read, and told by an exception nobody declares. */
  @Test
  void a_workbook_whose_text_holds_a_sign_that_xml_forbids_is_refused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Assets");
      sheet.value(0, 0, "code");
      sheet.value(0, 1, "name");
      sheet.value(0, 2, "kind");
      sheet.value(1, 0, "A-1 ab");
    }
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    try (ZipFile from = ZipFile.builder().setByteArray(out.toByteArray()).get();
        ZipOutputStream to = new ZipOutputStream(broken)) {
      for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
        String text = new String(from.getInputStream(part).readAllBytes(), UTF_8);
        to.putNextEntry(new ZipEntry(part.getName()));
        to.write(text.replace("A-1 ab", "A-1 \uffff").getBytes(UTF_8));
      }
    }
    assertThat(read(broken.toByteArray()).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.xlsx");
  }

  @Test
  void a_workbook_that_unpacks_without_end_is_refused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 310; i++) {
        zip.write(zeros);
      }
    }
    assertThat(out.size()).isLessThan(AssetFile.MOST_BYTES);
    assertThat(read(out.toByteArray()).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.unpacked");
  }

  @Test
  void no_entity_is_resolved_and_a_document_type_is_refused() {
    AssetFile file =
        read(
            """
            <?xml version="1.0"?>
            <!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1">
              <components><component type="library"><name>&x;</name></component></components>
            </bom>
            """
                .getBytes(UTF_8));
    assertThat(file.entries()).isEmpty();
    assertThat(file.mistakes())
        .extracting(FileMistake::line, FileMistake::key)
        .containsExactly(tuple(2, "assets.file.doctype"));
  }

  @Test
  void a_component_without_a_name_is_told_with_its_place_in_json_and_in_xml() {
    AssetFile json =
        read(
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": [
              {"type": "library", "name": "a", "components": [
                {"type": "library", "name": " "}]},
              {"type": "library", "name": ""}]}
            """
                .getBytes(UTF_8));
    assertThat(json.mistakes())
        .extracting(FileMistake::line, FileMistake::column)
        .containsExactly(tuple(3, "5"), tuple(4, "3"));
    AssetFile xml =
        read(
            """
            <bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1">
              <metadata><component type="application"><name>whole</name></component></metadata>
              <components>
                <component type="device"><name>switch</name></component>
                <component type="library"><name></name></component>
              </components>
            </bom>
            """
                .getBytes(UTF_8));
    assertThat(xml.mistakes()).extracting(FileMistake::line).containsExactly(5);
    assertThat(xml.entries().getFirst().kind()).isEqualTo("hardware");
  }

  @Test
  void broken_files_are_told_with_the_place_where_they_break() {
    assertThat(
            read("{\"bomFormat\": \"CycloneDX\",\n \"components\": [}".getBytes(UTF_8)).mistakes())
        .extracting(FileMistake::line, FileMistake::key)
        .containsExactly(tuple(2, "assets.file.json"));
    assertThat(read("<bom>\n<components>\n</bom>".getBytes(UTF_8)).mistakes())
        .extracting(FileMistake::line, FileMistake::key)
        .containsExactly(tuple(3, "assets.file.xml"));
    assertThat(read("code,name,kind\nA-1,\"Server,hardware\nmore".getBytes(UTF_8)).mistakes())
        .extracting(FileMistake::line, FileMistake::key)
        .containsExactly(tuple(2, "assets.file.csv"));
    assertThat(read(new byte[] {'P', 'K', 3, 4, 1, 2, 3}).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.xlsx");
    assertThat(read(new byte[0]).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.empty");
    assertThat(read(new byte[AssetFile.MOST_BYTES + 1]).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.large");
  }

  @Test
  void a_table_of_fifty_thousand_rows_is_read_and_one_more_is_refused() {
    StringBuilder table = new StringBuilder("code,name,kind\n");
    for (int i = 0; i < AssetFile.MOST_ROWS; i++) {
      table.append("A-").append(i).append(",Asset,software\n");
    }
    assertThat(read(table.toString().getBytes(UTF_8)).entries()).hasSize(AssetFile.MOST_ROWS);
    table.append("last,Asset,software\n");
    assertThat(read(table.toString().getBytes(UTF_8)).mistakes())
        .extracting(FileMistake::key)
        .containsExactly("assets.file.rows");
  }

  /** Reports that real tools and the standard's own makers wrote. */
  @ParameterizedTest
  @CsvSource({
    "log4j.json, cyclonedx-json",
    "cyclonedx_bom.xml, cyclonedx-xml",
    "jake.xml, cyclonedx-xml",
    "grype.xml, cyclonedx-xml",
    "spec1.xml, cyclonedx-xml",
    "issue_8022.json, cyclonedx-json"
  })
  void reports_of_real_tools_are_read_or_refused_with_a_reason(String name, String format)
      throws IOException {
    Path report = REPORTS.resolve(name);
    assumeThat(report).as("real tool reports are not here: " + report).exists();
    AssetFile file = read(Files.readAllBytes(report));
    assertThat(file.format()).isEqualTo(format);
    if (file.mistakes().isEmpty()) {
      assertThat(file.entries()).isNotEmpty().noneMatch(entry -> entry.name().isBlank());
    } else {
      assertThat(file.mistakes())
          .extracting(FileMistake::key)
          .allMatch(k -> k.startsWith("assets.file."));
    }
  }

  private AssetFile read(byte[] bytes) {
    return AssetFile.read(bytes, words, Map.of("портал", PORTAL), Lang.EN);
  }
}
