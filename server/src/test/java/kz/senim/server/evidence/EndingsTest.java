package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class EndingsTest {

  private static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private interface Writes {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writes writes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writes.to(out);
    return out.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
              zip.putNextEntry(new ZipEntry(name));
              zip.write(latin("application/vnd.oasis.opendocument.text"));
            }
          }
        });
  }

  /** Contents as programs write them, by the endings that say so. */
  private static Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("pdf", latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n"));
    all.put("png", latin("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001"));
    all.put("jpg jpeg", latin("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"));
    all.put("gif", latin("GIF89a\u0001\0\u0001\0"));
    all.put("tif tiff", latin("II*\0\u0008\0\0\0"));
    all.put("webp", latin("RIFF\u0024\0\0\0WEBPVP8 "));
    all.put("heic", latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
    all.put("zip", zip("a.txt", "b.txt"));
    all.put("odt", zip("mimetype", "content.xml"));
    all.put(
        "xlsx",
        bytes(
            out -> {
              try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet().createRow(0).createCell(0).setCellValue("x");
                book.write(out);
              }
            }));
    all.put(
        "docx",
        bytes(
            out -> {
              try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("x");
                document.write(out);
              }
            }));
    all.put(
        "xls doc",
        bytes(
            out -> {
              try (HSSFWorkbook book = new HSSFWorkbook()) {
                book.createSheet();
                book.write(out);
              }
            }));
    // What has a password is such a container, whatever is in it.
    all.put(
        "docx pptx",
        bytes(
            out -> {
              try (POIFSFileSystem files = new POIFSFileSystem()) {
                files.createDocument(
                    new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
                files.writeFilesystem(out);
              }
            }));
    all.put("rtf doc", latin("{\\rtf1\\ansi x}"));
    all.put(
        "gz tgz",
        bytes(
            out -> {
              try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(latin("x"));
              }
            }));
    all.put("7z", latin("7z\u00bc\u00af\u0027\u001c\0\u0004"));
    all.put("rar", latin("Rar!\u001a\u0007\u0001\0"));
    all.put("mp4", latin("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2"));
    all.put("exe", latin("MZ\u0090\0\u0003\0\0\0\u0004\0"));
    return all;
  }

  private static final String[] TEXTS = {
    "day;who;what\n2026-11-29;A;\u00e4\n",
    "MZ is how this log begins",
    "{\"a\": [1, 2]}",
    "<?xml version=\"1.0\"?><a/>",
    "<!doctype html><html><body>x</body></html>",
    "From: a@example.kz\nTo: b@example.kz\nSubject: x\n\nx",
    "#!/bin/sh\nls",
    "a: 1\n",
    "x"
  };

  @Test
  void each_content_goes_under_its_own_endings_and_under_none_of_another() throws IOException {
    Map<String, byte[]> contents = contents();
    for (var content : contents.entrySet()) {
      for (String ending : content.getKey().split(" ")) {
        assertThat(Endings.check(content.getValue(), "Файл № 1." + ending.toUpperCase()))
            .as(ending)
            .isNull();
      }
      for (String ending : new String[] {"txt", "csv", "bmp", "mp3"}) {
        assertThat(Endings.check(content.getValue(), "a." + ending))
            .as("%s as %s", content.getKey(), ending)
            .isNotNull();
      }
    }
    assertThat(Endings.check(contents.get("pdf"), "report.docx"))
        .isEqualTo(new Endings.Mismatch("report.docx", "DOCX", "PDF", ".pdf"));
    assertThat(Endings.check(contents.get("docx"), "report.pdf").is()).isEqualTo("ZIP");
    assertThat(Endings.check(contents.get("exe"), "report.pdf").is()).isEqualTo("program");
    assertThat(Endings.check(latin("\u0001\u0002\u0003"), "report.pdf"))
        .isEqualTo(new Endings.Mismatch("report.pdf", "PDF", "", ""));
  }

  @Test
  void a_text_goes_under_every_ending_of_texts_in_whatever_signs_and_under_no_other() {
    for (String text : TEXTS) {
      for (String ending : "txt csv log md json yaml xml html conf eml".split(" ")) {
        assertThat(Endings.check(text.getBytes(UTF_8), "a." + ending)).as(text).isNull();
        assertThat(Endings.check(("\ufeff" + text).getBytes(UTF_16LE), "a." + ending)).isNull();
      }
      for (String ending : "pdf docx xls png zip".split(" ")) {
        assertThat(Endings.check(text.getBytes(UTF_8), "a." + ending)).as(text).isNotNull();
      }
    }
    assertThat(Endings.check(latin("Журнал".repeat(9) + "\0\0\0\0 after a crash"), "a.log"))
        .isNull();
  }

  @Test
  void an_ending_that_nobody_knows_says_nothing() throws IOException {
    for (byte[] content : contents().values()) {
      for (String name : new String[] {"a.cms", "a.pdf.p7s", "README", ".pdfx", "a.", "a.pcapng"}) {
        assertThat(Endings.check(content, name)).isNull();
      }
    }
  }
}
