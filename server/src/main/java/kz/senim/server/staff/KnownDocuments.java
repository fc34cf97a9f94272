package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the register of staff which information security documents people know. */
public interface KnownDocuments {

  /** A document that a person was made acquainted with. */
  record Known(UUID document, String title, LocalDate acquainted) {}

  /**
   * How many of the people working there today know the documents.
   *
   * @param all those who know every document that exists
   * @param instruction those who know the instruction for incidents and emergencies
   * @param documents how many documents exist
   */
  record Counts(int all, int instruction, int documents) {}

  List<Known> of(UUID member);

  /**
   * How many of the documents that exist on the day each person knows; who knows none is left out.
   */
  Map<UUID, Integer> known(UUID organization, LocalDate day);

  Counts count(UUID organization, LocalDate day);
}
