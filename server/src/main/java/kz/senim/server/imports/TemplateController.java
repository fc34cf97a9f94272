package kz.senim.server.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Lang;
import kz.senim.server.reports.Sheets;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Ui;
import kz.senim.server.web.Viewer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tables to fill in, in the reader's language: a row for each question that the law gives rise to.
 */
@Controller
class TemplateController {

  /** What one list of choices in a workbook may hold, by the format. */
  private static final int LONGEST_LIST = 255;

  private static final int EMPTY_OBJECTS = 3;

  private final LawBook book;
  private final IcuMessages messages;

  TemplateController(LawBook book, IcuMessages messages) {
    this.book = book;
    this.messages = messages;
  }

  /**
   * @param layout {@code facts}: where each is known from beside it; {@code objects}: a column for
   *     each object
   */
  @GetMapping("/organizations/{id}/import/template")
  void template(
      @PathVariable UUID id,
      @RequestParam String format,
      @RequestParam String layout,
      @ModelAttribute Viewer viewer,
      @ModelAttribute("ui") Ui ui,
      HttpServletResponse response)
      throws IOException {
    viewer.mustRead(id);
    boolean csv = format.equals("csv");
    boolean many = layout.equals("objects");
    if ((!csv && !format.equals("xlsx")) || (!many && !layout.equals("facts"))) {
      throw new NotFound();
    }
    response.setContentType(
        csv
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    Downloads.headers(
        messages.get(ui.lang(), many ? "imports.file.objects" : "imports.file.facts")
            + "."
            + format,
        response::setHeader);
    if (csv) {
      csv(ui.lang(), many, response.getOutputStream());
    } else {
      xlsx(ui.lang(), many, response.getOutputStream());
    }
  }

  private List<String> heads(Lang lang, boolean many) {
    List<String> heads = new ArrayList<>();
    for (String column : GridPassports.COLUMNS) {
      heads.add(messages.get(lang, "imports.head." + column));
      if (many && column.equals("answers")) {
        break;
      }
    }
    for (int i = 1; many && i <= EMPTY_OBJECTS; i++) {
      heads.add(messages.get(lang, "imports.object-n", i));
    }
    return heads;
  }

  private List<List<String>> rows(Lang lang, boolean many) {
    List<List<String>> rows = new ArrayList<>();
    String text = messages.get(lang, "imports.type.text");
    if (!many) {
      rows.add(List.of(GridPassports.NAME, messages.get(lang, "objects.object-name"), text, ""));
    }
    rows.add(List.of(GridPassports.ID, messages.get(lang, "objects.code"), text, ""));
    for (Fact fact : book.facts()) {
      boolean judged = fact.attestation() != null;
      rows.add(
          List.of(
              fact.id(),
              judged
                  ? messages.get(lang, "reports.judged-by", Roles.name(fact.knownBy()).in(lang))
                      + ": "
                      + fact.ask().in(lang)
                  : fact.ask().in(lang),
              messages.get(lang, "imports.type." + fact.type().word()),
              answers(fact, lang)));
    }
    return rows;
  }

  private String answers(Fact fact, Lang lang) {
    return switch (fact.type()) {
      case BOOLEAN -> messages.get(lang, "yes") + "; " + messages.get(lang, "no");
      case CHOICE, SET ->
          String.join("; ", fact.options().stream().map(o -> o.label().in(lang)).toList());
      case NUMBER ->
          (fact.min() == null ? "" : "≥ " + Values.plain(fact.min()) + " ")
              + (fact.max() == null ? "" : "≤ " + Values.plain(fact.max()) + " ")
              + (fact.unit() == null || fact.unit().equals("count") ? "" : fact.unit());
      case DATE -> "2026-11-23";
      case PERIOD -> messages.get(lang, "imports.period-example");
      case TEXT -> "";
    };
  }

  private void csv(Lang lang, boolean many, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(lang == Lang.EN ? ',' : ';') // as spreadsheets of that language expect
            .get();
    CSVPrinter printer = new CSVPrinter(writer, format);
    printer.printRecord(heads(lang, many));
    for (List<String> row : rows(lang, many)) {
      printer.printRecord(row.stream().map(Sheets::defused).toList());
    }
    printer.flush();
  }

  private void xlsx(Lang lang, boolean many, OutputStream out) throws IOException {
    List<String> heads = heads(lang, many);
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = i == 0 ? 30 : i == 1 ? 60 : i == 3 ? 40 : i == 4 ? 30 : 18;
    }
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      Sheets.Writer sheet =
          new Sheets(workbook).sheet(messages.get(lang, "imports.sheet"), heads, widths);
      for (List<String> row : rows(lang, many)) {
        sheet.row(row.toArray());
      }
      sheet.end();
      choices(workbook.getSheetAt(0), lang, many);
      workbook.write(out);
    }
  }

  /** Offers the answers in the cells of values, where the format can hold them. */
  private void choices(Sheet sheet, Lang lang, boolean many) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    int row = many ? 2 : 3;
    for (Fact fact : book.facts()) {
      List<String> options =
          fact.type() == Type.BOOLEAN
              ? List.of(messages.get(lang, "yes"), messages.get(lang, "no"))
              : fact.type() == Type.CHOICE
                  ? fact.options().stream().map(o -> o.label().in(lang)).toList()
                  : List.of();
      if (!options.isEmpty()
          && String.join(",", options).length() <= LONGEST_LIST
          && options.stream().noneMatch(option -> option.contains(","))) {
        DataValidation validation =
            helper.createValidation(
                helper.createExplicitListConstraint(options.toArray(String[]::new)),
                new CellRangeAddressList(row, row, 4, many ? 3 + EMPTY_OBJECTS : 4));
        validation.setShowErrorBox(false); // the import tells all mistakes at once
        sheet.addValidationData(validation);
      }
      row++;
    }
  }
}
