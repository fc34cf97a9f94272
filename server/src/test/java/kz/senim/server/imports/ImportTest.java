package kz.senim.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class ImportTest extends ServerTest {

  @Autowired private JdbcClient db;
  private UUID owner;
  private UUID organization;

  @BeforeEach
  void an_owner_with_an_empty_organisation() {
    owner = person();
    organization = organization(owner, Role.OWNER);
  }

  private String upload(MockMultipartFile... files) throws Exception {
    MockMultipartHttpServletRequestBuilder request =
        multipart("/organizations/" + organization + "/import");
    for (MockMultipartFile file : files) {
      request.file(file);
    }
    String location =
        web.perform(request.with(as(owner)).with(form()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(location).isNotNull();
    return location;
  }

  private String look(String upload) throws Exception {
    return look(upload, "en");
  }

  private String look(String upload, String lang) throws Exception {
    return web.perform(get(upload).with(as(owner)).header("Accept-Language", lang))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private UUID takeOver(String upload) throws Exception {
    String location =
        web.perform(post(upload).with(as(owner)).with(form()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(location).startsWith("/objects/");
    return UUID.fromString(location.substring("/objects/".length()));
  }

  private static MockMultipartFile file(String name, byte[] bytes) {
    return new MockMultipartFile("files", name, "application/octet-stream", bytes);
  }

  private static MockMultipartFile file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Outcome> outcomes(UUID of, UUID object) {
    return assessments
        .assess(viewer(owner, of, Role.OWNER), object, LocalDate.now())
        .assessment()
        .decisions()
        .stream()
        .map(Decision::outcome)
        .toList();
  }

  @Test
  void an_exported_passport_imported_elsewhere_is_assessed_the_same() throws Exception {
    UUID there = organization(owner, Role.OWNER);
    UUID original = example(owner, there, "clinic-chain");
    byte[] passport =
        web.perform(
                get("/objects/" + original + "/reports/print?format=passport&lang=kk")
                    .with(as(owner)))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    UUID copy = takeOver(upload(file("passport.yaml", passport)));
    assertThat(outcomes(organization, copy)).isEqualTo(outcomes(there, original));
  }

  @Test
  void importing_the_same_again_changes_nothing() throws Exception {
    byte[] passport = Files.readAllBytes(Path.of("../examples/clinic-chain.yaml"));
    UUID object = takeOver(upload(file("a.yaml", passport)));
    int before = records();
    String again = upload(file("a.yaml", passport));
    assertThat(look(again)).contains("completes an object that is registered").contains("0 change");
    assertThat(takeOver(again)).isEqualTo(object);
    assertThat(records()).isEqualTo(before);
  }

  private int records() {
    return db.sql("select count(*) from fact_records where organization_id = ?")
        .param(organization)
        .query(Integer.class)
        .single();
  }

  @Test
  void looking_changes_nothing_and_shows_what_would() throws Exception {
    UUID object = example(owner, organization, "regional-internet-resource");
    String name = objects.object(viewer(owner, organization, Role.OWNER), object).code();
    int before = records();
    String page =
        look(
            upload(
                file(
                    "x.csv",
                    "fact;value\npassport.name;X\npassport.id;"
                        + name
                        + "\nlogs.retention;4 года\nobject.class;2\n")));
    assertThat(page).contains("4 years").contains("changes").contains("completes an object");
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void all_mistakes_of_all_files_are_shown_at_once_with_their_places() throws Exception {
    String page =
        look(
            upload(
                file("bad.yaml", "passport: 1\nobject: {name: X}\nfacts:\n  object.clas: 2\n"),
                file(
                    "bad.csv",
                    "Вопрос;Сведение;Значение;Установлено\n;object.public;возможно;32.13.2026\n"
                        + ";object.nothing;1;\n;logs.retention;долго;\n"),
                file("bad.xlsx", "not a workbook"),
                file("bad.doc", "what"),
                file("latin.csv", new byte[] {(byte) 0xcf, (byte) 0xf0})));
    assertThat(page)
        .contains("line 4, column 3")
        .contains("object.clas")
        .contains("did you mean")
        .contains("2:3")
        .contains("Write yes or no")
        .contains("2:4")
        .contains("Write a date")
        .contains("3:2")
        .contains("4:3")
        .contains("Write a length of time")
        .contains("cannot be read as XLSX")
        .contains("Files of this kind are not read")
        .contains("not in UTF-8")
        .doesNotContain("Take it over");
  }

  /** Decree 832 has clerks of every akimat for its readers. */
  @Test
  void mistakes_of_a_yaml_passport_are_told_in_the_language_of_the_page() throws Exception {
    String upload =
        upload(
            file(
                "bad.yaml",
                "passport: 1\nobject: {name: X}\norganization: {name: Y}\nfacts:\n"
                    + "  object.clas: 2\n  object.class: 7\n  object.egov: maybe\n"));
    Map<String, List<String>> told =
        Map.of(
            "ru",
            List.of(
                "строка 5, столбец 3",
                "сведения «object.clas» нет; возможно, имелось в виду «object.class»",
                "строка 6, столбец 17",
                "число должно быть от 1 до 3, а здесь 7",
                "«maybe» не значит ни «да», ни «нет»"),
            "kk",
            List.of(
                "5-жол, 3-баған",
                "«object.clas» деген мәлімет жоқ; бәлкім, «object.class» болар",
                "6-жол, 17-баған",
                "сан 1 мен 3 аралығында болуы керек, ал мұнда 7",
                "«maybe» «иә» дегенді де, «жоқ» дегенді де білдірмейді"));
    for (Map.Entry<String, List<String>> each : told.entrySet()) {
      assertThat(look(upload, each.getKey()))
          .contains(each.getValue())
          .doesNotContain("did you mean");
    }
  }

  @Test
  void a_filled_in_workbook_is_taken_over_with_its_provenance() throws Exception {
    for (String lang : new String[] {"kk", "ru", "en"}) {
      byte[] template = template("xlsx", "facts", lang);
      byte[] filled =
          fill(
              template,
              row -> {
                switch (row.getCell(0).getStringCellValue()) {
                  case "passport.name" -> row.createCell(4).setCellValue("Filled in " + lang);
                  case "object.public" -> {
                    row.createCell(4)
                        .setCellValue(lang.equals("kk") ? "иә" : lang.equals("ru") ? "да" : "yes");
                    row.createCell(8).setCellValue("Order 7");
                    row.createCell(9).setCellValue("03.02.2026");
                  }
                  case "object.kind" ->
                      row.createCell(4)
                          .setCellValue(row.getCell(3).getStringCellValue().split(";")[0]);
                  default -> {}
                }
              });
      UUID object = takeOver(upload(file("filled.xlsx", filled)));
      var assessed =
          assessments.assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now());
      assertThat(assessed.object().name()).isEqualTo("Filled in " + lang);
      var known = assessed.facts().find(book.factIndex("object.public"));
      assertThat(known).isNotNull();
      assertThat(known.value()).isEqualTo(true);
      assertThat(known.reference()).isEqualTo("Order 7");
      assertThat(known.observed()).isEqualTo(LocalDate.of(2026, 2, 3));
      assertThat(assessed.facts().find(book.factIndex("object.kind"))).isNotNull();
    }
  }

  @Test
  void a_table_with_a_column_for_each_object_makes_several() throws Exception {
    byte[] csv = template("csv", "objects", "ru");
    StringBuilder filled = new StringBuilder();
    for (String line : new String(csv, StandardCharsets.UTF_8).split("\r\n", -1)) {
      if (line.contains("Объект 1")) {
        filled.append(line.replace("Объект 1", "Портал").replace("Объект 2", "Архив"));
      } else if (line.startsWith("object.public;")) {
        filled.append(line).append(";да;нет;");
      } else {
        filled.append(line);
      }
      filled.append("\r\n");
    }
    String upload = upload(file("several.csv", filled.toString()));
    assertThat(look(upload)).contains("several.csv · Портал").contains("several.csv · Архив");
    String job =
        web.perform(post(upload).with(as(owner)).with(form()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(job).startsWith("/jobs/");
    String page = "";
    for (int i = 0; i < 1200 && !page.contains("2 passports taken over"); i++) {
      Thread.sleep(50);
      page =
          web.perform(get(job + "/progress").with(as(owner)).header("Accept-Language", "en"))
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
    }
    assertThat(objects.list(organization))
        .extracting(kz.senim.server.objects.InformatizationObject::name)
        .containsExactly("Архив", "Портал");
  }

  private byte[] template(String format, String layout, String lang) throws Exception {
    return web.perform(
            get("/organizations/" + organization + "/import/template")
                .with(as(owner))
                .param("format", format)
                .param("layout", layout)
                .header("Accept-Language", lang))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private static byte[] fill(byte[] template, java.util.function.Consumer<Row> with)
      throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      List<Row> rows = new ArrayList<>();
      sheet.forEach(rows::add);
      rows.stream().skip(1).forEach(with);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void whoever_only_reads_imports_nothing_and_a_stranger_sees_nothing() throws Exception {
    String upload =
        upload(file("a.yaml", Files.readAllBytes(Path.of("../examples/clinic-chain.yaml"))));
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(post(upload).with(as(auditor)).with(form())).andExpect(status().isForbidden());
    web.perform(
            multipart("/organizations/" + organization + "/import")
                .file(file("a.yaml", "passport: 1"))
                .with(as(auditor))
                .with(form()))
        .andExpect(status().isForbidden());
    web.perform(get(upload).with(as(stranger))).andExpect(status().isNotFound());
    web.perform(post(upload).with(as(stranger)).with(form())).andExpect(status().isNotFound());
    assertThat(objects.list(organization)).isEmpty();
  }

  @Test
  void the_pages_open_in_each_language_and_an_empty_upload_is_told() throws Exception {
    for (String lang : new String[] {"kk", "ru", "en"}) {
      web.perform(
              get("/organizations/" + organization + "/import")
                  .with(as(owner))
                  .header("Accept-Language", lang))
          .andExpect(status().isOk());
    }
    web.perform(
            multipart("/organizations/" + organization + "/import")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose at least one file")));
  }
}
