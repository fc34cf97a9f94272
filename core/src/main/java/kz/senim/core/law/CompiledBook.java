package kz.senim.core.law;

import java.util.List;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.casework.Procedure;

/** The compiled law book as one run of bytes, as it ships. */
public final class CompiledBook {

  /** All that a {@link LawBook} is made from. */
  private record Content(
      Vocabulary vocabulary,
      List<Parameter> parameters,
      List<Act> acts,
      List<Provision> provisions,
      List<Requirement> requirements,
      List<Checklist> checklists,
      CalendarData calendar,
      List<Procedure> procedures,
      String fingerprint) {}

  private CompiledBook() {}

  public static byte[] write(LawBook book) {
    return new RecordCodec()
        .write(
            new Content(
                book.vocabulary(),
                book.parameters(),
                book.acts(),
                book.provisions(),
                book.requirements(),
                book.checklists(),
                book.calendar(),
                book.procedures(),
                book.fingerprint()),
            Content.class);
  }

  /**
   * @throws IllegalArgumentException when the bytes are damaged or from another version
   */
  public static LawBook read(byte[] bytes) {
    Content content = new RecordCodec().read(bytes, Content.class);
    return new LawBook(
        content.vocabulary(),
        content.parameters(),
        content.acts(),
        content.provisions(),
        content.requirements(),
        content.checklists(),
        content.calendar(),
        content.procedures(),
        content.fingerprint());
  }
}
