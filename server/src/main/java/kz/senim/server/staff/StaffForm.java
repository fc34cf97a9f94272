package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;

/** Between the register of staff and the forms in which people describe it. */
final class StaffForm {

  static final List<String> DUTIES =
      List.of(StaffMember.SECURITY, "administrator", "personnel", "other");
  static final List<String> KINDS =
      List.of("security-course", "information-security", "informatization");
  private static final int LONGEST = 300;

  private StaffForm() {}

  static Staff.Entry entry(Form form) {
    String duty = form.choice("duty", DUTIES);
    Staff.Entry entry =
        new Staff.Entry(
            form.mustText("name", LONGEST),
            form.mustText("post", LONGEST),
            duty == null ? "other" : duty,
            form.day("joined"),
            form.day("left"),
            form.day("revoked"));
    LocalDate joined = entry.joinedOn();
    LocalDate left = entry.leftOn();
    if (joined != null && left != null && left.isBefore(joined)) {
      form.wrong("interval");
    }
    return entry;
  }

  /** A training that somebody finished; null when something is wrong with it. */
  static @Nullable Training training(Form form, LocalDate today) {
    String kind = form.choice("kind", KINDS);
    String title = form.mustText("title", LONGEST);
    LocalDate finished = form.day("finished");
    String certificate = form.text("certificate", LONGEST);
    if (kind == null) {
      form.wrong("kind");
    }
    if (finished == null || finished.isAfter(today)) {
      form.wrong("finished");
    }
    return kind == null || finished == null || !form.mistakes().isEmpty()
        ? null
        : new Training(UUID.randomUUID(), kind, title, finished, certificate);
  }
}
