package kz.senim.server.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/** A report as a workbook: summary, requirements, facts and duties, each a sheet to filter. */
@Component
class XlsxReport {

  private final IcuMessages messages;

  XlsxReport(IcuMessages messages) {
    this.messages = messages;
  }

  /** Rows are written as they come, so that memory does not grow with them. */
  void write(Print print, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      Sheets sheets = new Sheets(workbook);
      summary(print, sheets);
      requirements(print, sheets);
      facts(print, sheets);
      duties(print, sheets);
      workbook.write(out);
    }
  }

  private void summary(Print print, Sheets sheets) {
    Lang lang = print.lang();
    Sheets.Writer sheet =
        sheets.sheet(
            say(lang, "reports.sheet.summary"),
            List.of(say(lang, "reports.what"), say(lang, "reports.value")),
            44,
            60);
    sheet.row(say(lang, "reports.object"), print.object());
    sheet.row(say(lang, "reports.code"), print.code());
    sheet.row(say(lang, "reports.organization"), print.organization());
    sheet.row(say(lang, "objects.bin"), print.bin());
    sheet.row(say(lang, "reports.day"), print.day());
    sheet.row(say(lang, "reports.edition"), print.edition());
    sheet.row(say(lang, "outcome.met"), print.met());
    sheet.row(say(lang, "outcome.not-met"), print.notMet());
    sheet.row(say(lang, "outcome.undecided"), print.undecided());
    sheet.row(say(lang, "outcome.not-applicable"), print.notApplicable());
    for (String warning : print.warnings()) {
      sheet.row(say(lang, "objects.warnings"), warning);
    }
    sheet.end();
  }

  private void requirements(Print print, Sheets sheets) {
    Lang lang = print.lang();
    Sheets.Writer sheet =
        sheets.sheet(
            say(lang, "tab.requirements"),
            heads(
                lang,
                "objects.paragraph",
                "reports.act",
                "filter.chapter",
                "objects.requirement",
                "objects.outcome",
                "filter.weight",
                "objects.because",
                "objects.missing",
                "reports.whom",
                "objects.proof",
                "reports.id"),
            16,
            24,
            30,
            60,
            16,
            14,
            60,
            50,
            24,
            36,
            28);
    for (Print.Item item : print.all()) {
      sheet.row(
          item.cite(),
          item.act(),
          item.chapter(),
          item.statement(),
          say(lang, "outcome." + item.outcome()),
          say(lang, "severity." + item.severity()),
          item.reasons().stream()
              .map(line -> "  ".repeat(line.depth()) + line.text())
              .collect(Collectors.joining("\n")),
          item.missing().stream()
              .map(
                  question ->
                      question.judged()
                          ? say(lang, "reports.judged-by", question.whom())
                          : question.ask())
              .collect(Collectors.joining("\n")),
          item.missing().stream()
              .map(Print.Question::whom)
              .distinct()
              .collect(Collectors.joining("\n")),
          String.join("; ", item.evidence()),
          item.id());
    }
    sheet.end();
  }

  private void facts(Print print, Sheets sheets) {
    Lang lang = print.lang();
    Sheets.Writer sheet =
        sheets.sheet(
            say(lang, "tab.facts"),
            heads(
                lang,
                "reports.about",
                "facts.fact",
                "facts.value",
                "facts.source",
                "facts.by",
                "facts.reference",
                "facts.observed",
                "facts.from",
                "facts.until",
                "reports.id"),
            24,
            60,
            30,
            18,
            24,
            36,
            14,
            14,
            14,
            30);
    for (Print.Known known : print.facts()) {
      sheet.row(
          known.subject(),
          known.ask(),
          known.value(),
          known.source(),
          known.by(),
          known.reference(),
          known.observed(),
          known.from(),
          known.until(),
          known.id());
    }
    sheet.end();
  }

  private void duties(Print print, Sheets sheets) {
    Lang lang = print.lang();
    Sheets.Writer sheet =
        sheets.sheet(
            say(lang, "reports.sheet.duties"),
            heads(
                lang,
                "objects.paragraph",
                "objects.requirement",
                "reports.every",
                "reports.counted",
                "reports.due",
                "reports.overdue",
                "objects.outcome"),
            16,
            60,
            22,
            16,
            14,
            14,
            18);
    for (Print.Due due : print.duties()) {
      sheet.row(
          due.cite(),
          due.statement(),
          due.every().isEmpty()
              ? ""
              : say(lang, due.recurring() ? "reports.recurs" : "reports.within", due.every()),
          due.counted(),
          due.due(),
          due.overdue() ? say(lang, "yes") : "",
          say(lang, "outcome." + due.outcome()));
    }
    sheet.end();
  }

  private List<String> heads(Lang lang, String... keys) {
    List<String> heads = new ArrayList<>();
    Arrays.stream(keys).map(key -> say(lang, key)).forEach(heads::add);
    return heads;
  }

  private String say(Lang lang, String key, Object... args) {
    return messages.get(lang, key, args);
  }
}
