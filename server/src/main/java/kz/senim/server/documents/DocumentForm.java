package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.Fact;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;

/** Between a document and the form in which people describe it. */
final class DocumentForm {

  static final int LONGEST = 300;

  private DocumentForm() {}

  static Documents.Entry read(
      Form form, DocumentKinds kinds, int level, @Nullable String kind, LocalDate today) {
    LocalDate approved = form.day("approved");
    String act = form.text("act", LONGEST);
    if (approved != null && approved.isAfter(today)) {
      form.wrong("approved");
    }
    if ((approved == null) != (act == null)) {
      form.wrong("act");
    }
    return new Documents.Entry(
        level,
        kind,
        form.mustText("title", LONGEST),
        form.text("owner", LONGEST),
        approved,
        act,
        form.checked("kazakh"),
        form.checked("russian"),
        form.ticked(
            "contents",
            kinds.options(DocumentKinds.CONTENTS).stream().map(Fact.Option::id).toList()),
        form.text("place", LONGEST));
  }

  /**
   * A document that is not there yet: of each kind of the law book there is one.
   *
   * @param there the organisation's documents
   */
  static Documents.Entry readNew(
      Form form, DocumentKinds kinds, List<SecurityDocument> there, LocalDate today) {
    Integer level = form.number("level", 1, DocumentKinds.LEVELS.size());
    int at = level == null ? 2 : level;
    String option = form.text("kind", LONGEST);
    DocumentKinds.Kind kind = option == null ? null : kinds.find(at, option).orElse(null);
    if (option != null
        && (kind == null
            || there.stream()
                .anyMatch(
                    d -> d.level() == at && option.equals(d.kind()) && d.archivedOn() == null))) {
      form.wrong("kind");
    }
    return read(form, kinds, at, kind == null ? null : kind.option(), today);
  }

  /** A review that was made. */
  record Reviewed(LocalDate day, String result) {}

  /** Null when something is wrong with it. */
  static @Nullable Reviewed reviewed(Form form, LocalDate today) {
    LocalDate day = past(form, "reviewed", today);
    String result = form.mustText("result", LONGEST);
    return day == null || !form.mistakes().isEmpty() ? null : new Reviewed(day, result);
  }

  /** A day that is not in the future; null when it is none. */
  static @Nullable LocalDate past(Form form, String name, LocalDate today) {
    LocalDate day = form.day(name);
    if (day == null || day.isAfter(today)) {
      form.wrong(name);
      return null;
    }
    return day;
  }

  static Map<String, String> fields(SecurityDocument document) {
    Map<String, String> fields = new HashMap<>();
    fields.put("title", document.title());
    fields.put("owner", document.owner() == null ? "" : document.owner());
    fields.put("approved", document.approvedOn() == null ? "" : document.approvedOn().toString());
    fields.put("act", document.act() == null ? "" : document.act());
    fields.put("kazakh", document.inKazakh() ? "1" : "");
    fields.put("russian", document.inRussian() ? "1" : "");
    fields.put("contents", String.join(",", document.contents()));
    fields.put("place", document.place() == null ? "" : document.place());
    return fields;
  }
}
