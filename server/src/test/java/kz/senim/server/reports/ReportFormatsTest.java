package kz.senim.server.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gov.nist.secauto.metaschema.core.configuration.DefaultConfiguration;
import gov.nist.secauto.metaschema.core.model.constraint.IConstraint;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Fact;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.Assessed;
import kz.senim.server.web.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Each form of a report, opened again by a reader of that form. */
class ReportFormatsTest extends ServerTest {

  @Autowired private JdbcClient db;
  @TempDir private Path folder;
  private UUID owner;
  private UUID organization;
  private UUID object;

  @BeforeEach
  void an_owner_with_an_object() throws IOException {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "regional-internet-resource");
  }

  private Assessed assessed() {
    return assessments.assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now());
  }

  private MockHttpServletResponse print(String format, String lang) throws Exception {
    return web.perform(
            get("/objects/" + object + "/reports/print")
                .with(as(owner))
                .param("format", format)
                .param("lang", lang))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse();
  }

  @Test
  void the_pdf_spells_every_kazakh_letter_in_each_weight_of_its_font() throws Exception {
    String letters = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі";
    UUID other =
        objects.addOrganization(viewer(owner, organization, Role.OWNER), letters + " ұйымы", null);
    accounts.grant(owner, other, Role.OWNER);
    object = objects.add(viewer(owner, other, Role.OWNER), other, letters, null);
    try (PDDocument pdf = Loader.loadPDF(print("pdf", "kk").getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(letters + "\n") // the heading, bold
          .contains(letters + " ұйымы"); // semi-bold
    }
  }

  @Test
  void the_pdf_holds_the_right_numbers() throws Exception {
    MockHttpServletResponse response = print("pdf", "kk");
    assertThat(response.getContentType()).isEqualTo("application/pdf");
    try (PDDocument pdf = Loader.loadPDF(response.getContentAsByteArray())) {
      String text = new PDFTextStripper().getText(pdf);
      Map<Outcome, Integer> counts = assessed().assessment().summary();
      assertThat(text)
          .contains("1. Орындалмаған (" + counts.get(Outcome.NOT_MET) + ")")
          .contains("2. Анықталмаған (" + counts.get(Outcome.UNDECIDED) + ")")
          .contains("3. Орындалған (" + counts.get(Outcome.MET) + ")")
          .contains("4. Қолданылмайды (" + counts.get(Outcome.NOT_APPLICABLE) + ")")
          .contains("1-бет, барлығы " + pdf.getNumberOfPages())
          .contains("Ұйым басшысы");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "kk"})
  void the_pdf_is_the_pdfa_and_the_pdfua_that_it_says_it_is(String lang) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    byte[] pdf = print("pdf", lang).getContentAsByteArray();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        assertThat(result.getTestAssertions())
            .extracting(
                a -> a.getRuleId().getClause() + " " + a.getMessage() + " " + a.getLocation())
            .isEmpty();
        assertThat(result.isCompliant()).isTrue();
      }
    }
  }

  @Test
  void the_pdf_is_tagged_names_its_language_and_embeds_its_fonts() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(print("pdf", "ru").getContentAsByteArray())) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ru");
      assertThat(pdf.getDocumentCatalog().getOutputIntents()).isNotEmpty();
      String metadata =
          new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata).containsPattern("pdfaid:part(>|=\")2").contains("pdfuaid:part");
      var fonts = pdf.getPage(0).getResources();
      for (var name : fonts.getFontNames()) {
        assertThat(fonts.getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void a_name_full_of_markup_is_printed_as_it_is() throws Exception {
    UUID odd =
        objects.add(
            viewer(owner, organization, Role.OWNER),
            organization,
            "<img src=\"file:///etc/passwd\"/> & ]]> \u0001 ☃",
            null);
    object = odd;
    try (PDDocument pdf = Loader.loadPDF(print("pdf", "en").getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("<img src=\"file:///etc/passwd\"/>");
    }
    try (XWPFDocument docx =
        new XWPFDocument(new ByteArrayInputStream(print("docx", "en").getContentAsByteArray()))) {
      assertThat(docx.getParagraphs()).anyMatch(p -> p.getText().contains("<img src="));
    }
    print("xlsx", "en");
  }

  @Test
  void the_text_document_has_headings_and_tables_whose_heads_are_repeated() throws Exception {
    try (XWPFDocument docx =
        new XWPFDocument(new ByteArrayInputStream(print("docx", "kk").getContentAsByteArray()))) {
      Map<Outcome, Integer> counts = assessed().assessment().summary();
      assertThat(
              docx.getParagraphs().stream()
                  .filter(p -> "Heading1".equals(p.getStyle()))
                  .map(XWPFParagraph::getText))
          .contains("1. Орындалмаған (" + counts.get(Outcome.NOT_MET) + ")");
      assertThat(docx.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
      assertThat(docx.getTables()).anyMatch(table -> table.getRow(0).isRepeatHeader());
      int rows =
          docx.getTables().stream()
              .filter(table -> table.getRow(0).isRepeatHeader())
              .filter(table -> table.getRow(0).getTableCells().size() == 2)
              .mapToInt(table -> table.getRows().size() - 1)
              .sum();
      assertThat(rows)
          .isEqualTo(
              counts.get(Outcome.MET)
                  + counts.get(Outcome.NOT_MET)
                  + counts.get(Outcome.UNDECIDED));
    }
  }

  @Test
  void the_workbook_has_a_row_for_each_requirement_and_runs_no_formula() throws Exception {
    Map<Fact, FactValue> values = new HashMap<>();
    Fact text =
        book.facts().stream()
            .filter(f -> f.attestation() == null && f.type().word().equals("boolean"))
            .findFirst()
            .orElseThrow();
    values.put(
        text,
        new FactValue(
            true,
            FactValue.Source.DOCUMENT,
            "=cmd|'/c calc'!A1",
            null,
            null,
            null,
            null,
            "@SUM(1)"));
    assessments.record(viewer(owner, organization, Role.OWNER), object, values);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(print("xlsx", "en").getContentAsByteArray()))) {
      assertThat(workbook)
          .extracting(Sheet::getSheetName)
          .containsExactly("Summary", "Requirements", "Facts", "Deadlines");
      XSSFSheet requirements = workbook.getSheet("Requirements");
      assertThat(requirements.getLastRowNum())
          .isEqualTo(assessed().assessment().decisions().size());
      assertThat(requirements.getPaneInformation().isFreezePane()).isTrue();
      assertThat(requirements.getCTWorksheet().getAutoFilter()).isNotNull();
      boolean found = false;
      for (Sheet sheet : workbook) {
        for (var row : sheet) {
          for (var cell : row) {
            String shown = cell.toString();
            assertThat(shown).doesNotStartWith("=").doesNotStartWith("@");
            found |= shown.equals("'=cmd|'/c calc'!A1");
          }
        }
      }
      assertThat(found).isTrue();
    }
  }

  @Test
  void the_oscal_documents_are_valid() throws Exception {
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(print("oscal", "ru").getContentAsByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
      }
    }
    Path results = folder.resolve("assessment-results.json");
    List<String> errors =
        OscalBindingContext.instance()
            .validateWithConstraints(results.toUri(), new DefaultConfiguration<>())
            .getFindings()
            .stream()
            .filter(f -> f.getSeverity().ordinal() >= IConstraint.Level.ERROR.ordinal())
            .map(IValidationFinding::getMessage)
            .toList();
    assertThat(errors).isEmpty();
  }

  @Test
  void every_form_has_its_type_and_a_name_that_says_what_it_is() throws Exception {
    Map<String, String> types =
        Map.of(
            "html",
            "text/html",
            "csv",
            "text/csv",
            "json",
            "application/json",
            "passport",
            "application/yaml",
            "oscal",
            "application/zip");
    for (Map.Entry<String, String> type : types.entrySet()) {
      MockHttpServletResponse response = print(type.getKey(), "en");
      assertThat(response.getContentType()).startsWith(type.getValue());
      assertThat(response.getHeader("Content-Disposition"))
          .startsWith("attachment")
          .contains(LocalDate.now().toString());
      assertThat(response.getContentAsByteArray()).isNotEmpty();
    }
  }

  @Test
  void each_print_is_in_the_audit_log() throws Exception {
    print("csv", "ru");
    assertThat(
            db.sql("select detail from audit_log where action = 'report.print' and subject = ?")
                .param("object " + object)
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .startsWith("csv, ru, ");
  }

  @Test
  void a_stranger_prints_nothing_and_an_auditor_everything() throws Exception {
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    for (String path :
        List.of(
            "/objects/" + object + "/reports",
            "/objects/" + object + "/reports/print?format=csv",
            "/objects/" + object + "/changes",
            "/organizations/" + organization + "/reports")) {
      web.perform(get(path).with(as(stranger))).andExpect(status().isNotFound());
    }
    web.perform(
            post("/organizations/" + organization + "/reports")
                .with(as(stranger))
                .with(form())
                .param("format", "csv"))
        .andExpect(status().isNotFound());
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get("/objects/" + object + "/reports/print?format=csv").with(as(auditor)))
        .andExpect(status().isOk());
  }
}
