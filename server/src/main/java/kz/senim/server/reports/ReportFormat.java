package kz.senim.server.reports;

import java.util.Locale;
import java.util.Optional;

/** In what form a report can be taken away. */
enum ReportFormat {
  PDF("pdf", "application/pdf"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  HTML("html", "text/html;charset=UTF-8"),
  CSV("csv", "text/csv;charset=UTF-8"),
  JSON("json", "application/json;charset=UTF-8"),
  OSCAL("oscal.zip", "application/zip"),
  PASSPORT("yaml", "application/yaml;charset=UTF-8");

  private final String ending;
  private final String type;

  ReportFormat(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /** The word used for it in addresses and in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its files end, without the leading dot. */
  public String ending() {
    return ending;
  }

  String type() {
    return type;
  }

  static Optional<ReportFormat> find(String word) {
    for (ReportFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
