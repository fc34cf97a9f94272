package kz.senim.server.reports;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * All that a printed report says, in one language and in the order in which it is read.
 *
 * @param code the object's own identifier; null when it has none
 * @param bin the organisation's identification number; null when not told
 * @param day the day for which it answers
 * @param printed the day on which it was made
 * @param edition the law book's edition, short enough to read out
 * @param checked the last day on which every act of the book had been compared with its source
 * @param met how many requirements are met
 * @param chapters chapters in which something binds, in the order of the law
 * @param failed what is not met, by weight, the heaviest first
 * @param first the questions for which a large part of the undecided requirements wait
 * @param waiting what is undecided, by what else it waits for
 * @param kept what is met, by act
 * @param apart what does not apply, by why
 * @param duties what has a day, those without one last
 * @param facts what is known, in the order of the vocabulary
 */
record Print(
    Lang lang,
    String object,
    @Nullable String code,
    String organization,
    @Nullable String bin,
    LocalDate day,
    LocalDate printed,
    String edition,
    LocalDate checked,
    List<String> warnings,
    int met,
    int notMet,
    int undecided,
    int notApplicable,
    List<Chapter> chapters,
    List<Weight> failed,
    List<Question> first,
    List<Waiting> waiting,
    List<ActItems> kept,
    List<Apart> apart,
    List<Due> duties,
    List<Known> facts,
    List<Item> all) {

  public int binding() {
    return met + notMet + undecided;
  }

  /** How the requirements of one chapter stand. */
  public record Chapter(String act, String title, int met, int notMet, int undecided) {

    public int binding() {
      return met + notMet + undecided;
    }
  }

  /**
   * A requirement.
   *
   * @param outcome the outcome's word
   * @param severity the weight's word
   * @param reasons why it stands as it does, the deepest line last
   * @param evidence what would prove it
   * @param earlier whether on that day another wording was in force
   * @param missing what would decide it
   */
  public record Item(
      String id,
      String act,
      String chapter,
      String cite,
      String statement,
      String outcome,
      String severity,
      String weighs,
      List<Line> reasons,
      List<String> evidence,
      boolean earlier,
      List<Question> missing) {

    /** On what the outcome rests: each source once. */
    public List<String> sources() {
      return reasons.stream().map(Line::source).filter(s -> !s.isEmpty()).distinct().toList();
    }
  }

  /**
   * A line of a reason.
   *
   * @param depth 0 for the topmost
   * @param truth {@code true}, {@code false} or {@code unknown}
   * @param source where it is known from; empty for a group and for what is not known
   */
  public record Line(int depth, String truth, String text, String source) {}

  /** What is not met and weighs the same. */
  public record Weight(String severity, List<Item> items) {}

  /**
   * A question whose answer is missing.
   *
   * @param judged whether a person must judge rather than tell
   * @param expired until when it was known; empty when it never was
   * @param count how many requirements wait for it
   */
  public record Question(String ask, String whom, boolean judged, String expired, int count) {}

  /** Requirements that wait for the same answers. */
  public record Waiting(List<Question> missing, List<Item> items) {}

  /** Requirements of one act. */
  public record ActItems(String act, List<Item> items) {}

  /** Requirements that do not apply for the same reason. */
  public record Apart(List<Line> because, String citations) {}

  /**
   * Something to be done by a day.
   *
   * @param every how often, or how long the term is; empty when the law names no figure yet
   * @param counted the day from which it is counted; null when not known
   * @param due null when {@code counted} is not known
   */
  public record Due(
      String cite,
      String statement,
      boolean recurring,
      String every,
      @Nullable LocalDate counted,
      @Nullable LocalDate due,
      boolean overdue,
      String outcome) {}

  /** A known fact. */
  public record Known(
      String subject,
      String id,
      String ask,
      String value,
      String source,
      String by,
      @Nullable LocalDate observed,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String reference) {}
}
