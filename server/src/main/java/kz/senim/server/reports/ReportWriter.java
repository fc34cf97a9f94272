package kz.senim.server.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.exchange.AssessmentCsv;
import kz.senim.exchange.AssessmentHtml;
import kz.senim.exchange.AssessmentJson;
import kz.senim.exchange.OscalBundle;
import kz.senim.exchange.PassportYaml;
import kz.senim.exchange.Report;
import kz.senim.server.objects.Assessed;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes the report of an object in any form and language. */
@Component
class ReportWriter {

  /** Spreadsheets read a table as UTF-8 only when it says so. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final LawBook book;
  private final Prints prints;
  private final PdfReport pdf;
  private final DocxReport docx;
  private final XlsxReport xlsx;

  ReportWriter(LawBook book, Prints prints, PdfReport pdf, DocxReport docx, XlsxReport xlsx) {
    this.book = book;
    this.prints = prints;
    this.pdf = pdf;
    this.docx = docx;
    this.xlsx = xlsx;
  }

  /** The stream stays open. */
  void write(ReportFormat format, Assessed assessed, Lang lang, OutputStream out)
      throws IOException {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(Locale.of(lang.code())); // days and numbers as the report's
    try {
      Report report = new Report(book, assessed.passport(), assessed.assessment());
      switch (format) {
        case PDF -> pdf.write(prints.of(assessed, lang), out);
        case DOCX -> docx.write(prints.of(assessed, lang), out);
        case XLSX -> xlsx.write(prints.of(assessed, lang), out);
        case HTML -> text(AssessmentHtml.write(report, lang), out);
        case CSV -> text(BYTE_ORDER_MARK + AssessmentCsv.write(report, lang), out);
        case JSON -> text(AssessmentJson.write(report, lang), out);
        case OSCAL -> zip(OscalBundle.write(report, lang), out);
        case PASSPORT -> text(PassportYaml.write(book, assessed.passport(), lang), out);
      }
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  /** The object's name and the day, fit for a file's name everywhere. */
  static String fileName(Assessed assessed, ReportFormat format) {
    return clean(assessed.object().name())
        + " "
        + assessed.assessment().asOf()
        + "."
        + format.ending();
  }

  static String clean(String name) {
    String plain =
        name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
    return plain.substring(0, Math.min(80, plain.length())).strip();
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void zip(Map<String, String> files, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, String> file : files.entrySet()) {
      zip.putNextEntry(new ZipEntry(file.getKey()));
      text(file.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }
}
