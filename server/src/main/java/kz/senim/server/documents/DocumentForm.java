package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.HashMap;
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
