package kz.senim.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerTest;
import kz.senim.server.imports.GridReading;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Real attempts to read a file and to call out by an entity, in each file of XML that is read: none
 * succeeds, and none is tried.
 */
class ExternalEntitiesTest extends ServerTest {

  private static final String SECRET = "top-secret-7c1f";

  @TempDir private Path folder;
  @Autowired private AssetWords words;
  private final List<String> called = new CopyOnWriteArrayList<>();
  private HttpServer listener;

  @BeforeEach
  void listen() throws IOException {
    Files.writeString(folder.resolve("secret"), SECRET);
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          called.add(exchange.getRequestURI().toString());
          byte[] answer = ("<!ENTITY x '" + SECRET + "'>").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop(0);
  }

  /** Document types that read a file, call out, call out for more of themselves, and blow up. */
  private List<String> attacks() {
    String here = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    return List.of(
        "<!DOCTYPE r [<!ENTITY x SYSTEM '" + folder.resolve("secret").toUri() + "'>]>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM '" + here + "entity'>]>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM '" + here + "parameter'> %p;]>",
        "<!DOCTYPE r SYSTEM '" + here + "type'>",
        laughs + "<!ENTITY x '&a11;'>]>");
  }

  @Test
  void a_bill_of_materials_resolves_nothing() {
    for (String attack : attacks()) {
      for (String use : List.of("&x;", "name")) {
        String bom =
            "<?xml version='1.0'?>"
                + attack
                + "<bom xmlns='http://cyclonedx.org/schema/bom/1.5' version='1'><components>"
                + "<component type='library'><name>"
                + use
                + "</name></component></components></bom>";
        harmless(attack, () -> read(bom.getBytes(UTF_8)).toString());
      }
    }
  }

  @Test
  void a_workbook_resolves_nothing_wherever_the_attack_is_in_it() throws IOException {
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(book, "test", "1.0")) {
      var sheet = workbook.newWorksheet("1");
      sheet.value(0, 0, "code");
      sheet.value(0, 1, "name");
      sheet.value(1, 0, "A-1");
      sheet.value(1, 1, "Server");
    }
    for (String part :
        List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels")) {
      for (String attack : attacks()) {
        byte[] evil = with(book.toByteArray(), part, attack);
        harmless(part + " " + attack, () -> read(evil).toString());
        harmless(part + " " + attack, () -> GridReading.xlsx(evil));
      }
    }
  }

  @Test
  void a_workbook_that_unpacks_to_far_too_much_is_refused_soon() throws IOException {
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(book, "test", "1.0")) {
      workbook.newWorksheet("1").value(0, 0, "code");
    }
    byte[] bomb = bomb(book.toByteArray());
    assertThat(bomb.length).isLessThan(2_000_000);
    Instant began = Instant.now();
    assertThat(read(bomb).mistakes()).isNotEmpty();
    assertThat(GridReading.xlsx(bomb)).startsWith("refused");
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  private void harmless(String what, java.util.function.Supplier<String> reading) {
    Instant began = Instant.now();
    String read = reading.get();
    assertThat(read).as(what).doesNotContain(SECRET).doesNotContain("hahahaha");
    assertThat(called).as(what).isEmpty();
    assertThat(Duration.between(began, Instant.now())).as(what).isLessThan(Duration.ofSeconds(5));
  }

  private AssetFile read(byte[] bytes) {
    return AssetFile.read(bytes, words, java.util.Map.of("portal", UUID.randomUUID()), Lang.EN);
  }

  /** The workbook with the attack before the root of the part, and a use of it in it. */
  private static byte[] with(byte[] book, String part, String attack) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(book).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        String text = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
        if (entry.getName().equals(part)) {
          int root = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
          text =
              text.substring(0, root)
                  + attack
                  + text.substring(root).replace("Server", "&x;").replace("A-1", "&x;");
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(text.getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** With a sheet of 400 MB of spaces. */
  private static byte[] bomb(byte[] book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] spaces = new byte[1 << 20];
    java.util.Arrays.fill(spaces, (byte) ' ');
    try (ZipFile in = ZipFile.builder().setByteArray(book).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        zip.write(bytes);
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          for (int i = 0; i < 400; i++) {
            zip.write(spaces);
          }
        }
      }
    }
    return out.toByteArray();
  }
}
