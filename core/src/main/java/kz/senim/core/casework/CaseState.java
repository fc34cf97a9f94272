package kz.senim.core.casework;

import java.time.Instant;
import java.util.List;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands at a moment: everything computed, nothing stored.
 *
 * @param permitted what may be done next, by whom, and what it needs
 * @param clocks every clock that ever started, in order of its start
 * @param breaches terms that were not kept
 * @param history what happened, acts and lapses, in order
 */
public record CaseState(
    Procedure procedure,
    Instant at,
    Procedure.Stage stage,
    List<Permitted> permitted,
    List<Clock> clocks,
    List<Breach> breaches,
    List<Entry> history) {

  public record Permitted(Procedure.Move move, List<Procedure.Need> needs) {}

  /**
   * @param due the last moment, exclusive: the end of the due day, or the exact moment for hours
   * @param dueText the due day, or for hours the due moment, as ISO text
   * @param left what is left of it (0 on the due day itself, negative when late), in working days;
   *     for hours, in minutes
   * @param daysLeft working days left to the day on which it is due
   */
  public record Clock(
      Procedure.Clock clock,
      Instant start,
      Instant due,
      String dueText,
      Status status,
      int left,
      int daysLeft,
      @Nullable Instant stopped) {}

  /** How a clock stands. */
  public enum Status {
    RUNNING,
    MET,
    LATE,
    LAPSED;

    /** The word used for it in output. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param late by how many working days; for hours, minutes
   */
  public record Breach(String by, Procedure.Clock clock, int late) {}

  /**
   * @param act the act, or null for a lapse
   * @param what the act, or the clock that lapsed, as an id
   * @param name what happened, in words: the name of the row of the table, or of the lapse
   */
  public record Entry(
      Instant at,
      @Nullable CaseAct act,
      String what,
      Localized name,
      String by,
      String from,
      String to,
      String cites) {}

  public @Nullable String outcome() {
    return stage.outcome();
  }
}
