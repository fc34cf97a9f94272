package kz.senim.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that mean harm. */
class GridReaderTest {

  @TempDir private Path folder;

  @Test
  void no_entity_of_a_workbook_is_resolved() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "not for the table");
    String type = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>";
    assertThat(GridReader.xlsx(workbook("", "")).rows()).hasSize(1);
    for (String part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}) {
      assertThatThrownBy(() -> GridReader.xlsx(workbook(part, type)))
          .as(part)
          .isInstanceOf(GridReader.Unreadable.class)
          .hasMessage("imports.bad-xlsx");
    }
  }

  @Test
  void a_workbook_whose_parts_unpack_to_too_much_together_is_refused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook("", "")));
        ZipOutputStream out = new ZipOutputStream(packed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(in.readAllBytes());
      }
      // None of them is too large for itself.
      for (int part = 0; part < 3; part++) {
        out.putNextEntry(new ZipEntry("xl/media/image" + part + ".bmp"));
        out.write(new byte[21 << 20]);
      }
    }
    assertThat(packed.size()).isLessThan(1 << 20);
    assertThatThrownBy(() -> GridReader.xlsx(packed.toByteArray()))
        .isInstanceOf(GridReader.Unreadable.class)
        .hasMessage("imports.unpacked");
  }

  /** One cell; the part begins with the document type, and its text with the entity. */
  private static byte[] workbook(String part, String type) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("here");
      workbook.write(plain);
    }
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals(part)) {
          text = text.replaceFirst("\\?>", "?>" + type).replace("here", "&secret;");
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return changed.toByteArray();
  }
}
