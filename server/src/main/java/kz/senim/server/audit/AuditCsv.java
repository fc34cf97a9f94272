package kz.senim.server.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log as CSV (RFC 4180) that spreadsheets open as text, whatever it holds. */
final class AuditCsv {

  private AuditCsv() {}

  static void head(Writer out, ActionNames.In names) throws IOException {
    // Spreadsheets take the file for UTF-8 only when it says so.
    out.write('\uFEFF');
    write(
        out,
        List.of(
            names.text("audit.at"),
            names.text("audit.person"),
            names.text("audit.organization"),
            names.text("audit.action"),
            names.text("audit.subject"),
            names.text("audit.detail"),
            names.text("audit.address"),
            names.text("audit.allowed")));
  }

  static void line(Writer out, AuditLog.Entry entry, ActionNames.In names) throws IOException {
    write(
        out,
        List.of(
            entry.at().toString(),
            entry.person(),
            orEmpty(entry.organization()),
            names.of(entry.action()),
            entry.subject(),
            names.detail(entry.detail()),
            entry.address(),
            names.text(entry.allowed() ? "yes" : "no")));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void write(Writer out, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(cell(cells.get(i)));
    }
    out.write("\r\n");
  }

  /** A cell that begins like a formula would be run by whoever opens the file: it gets a quote. */
  static String cell(String text) {
    String safe = text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
