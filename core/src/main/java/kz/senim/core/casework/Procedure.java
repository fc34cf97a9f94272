package kz.senim.core.casework;

import java.time.LocalDate;
import java.util.List;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A statutory procedure as a state table: stages, the acts that lead from one to another, and the
 * clocks that acts start and stop. Every row cites its provision.
 *
 * @param act the act of law it comes from
 * @param edition the day of the edition it was written from
 * @param stages the first one is where every case begins
 */
public record Procedure(
    String id,
    String act,
    LocalDate edition,
    Localized title,
    List<Role> roles,
    List<Field> fields,
    List<Stage> stages,
    List<Move> moves,
    List<Clock> clocks) {

  public record Role(String id, Localized name) {}

  /** Something that an act tells, and that guards may ask. */
  public record Field(String id, Type type, List<String> options, Localized name) {}

  /**
   * @param outcome how a case that ends here has come out; null unless it is final
   */
  public record Stage(String id, Localized name, boolean isFinal, @Nullable String outcome) {}

  /**
   * One way in which an act leads on. An act may have several rows with guards that exclude each
   * other.
   *
   * @param act the act, as the case file names it
   * @param by the roles that may do it
   * @param from the stages in which it may be done
   * @param to where it leads; null when the stage stays
   * @param guard the condition under which this row holds; null when always
   * @param refusal why the act is refused when the guard does not hold
   */
  public record Move(
      String act,
      Localized name,
      List<String> by,
      List<String> from,
      @Nullable String to,
      @Nullable Rule guard,
      @Nullable Localized refusal,
      List<Need> needs,
      String cites) {}

  /**
   * Something that an act must bring.
   *
   * @param kind {@code attachment} or {@code field}
   * @param when the condition under which it is demanded; null when always
   */
  public record Need(String kind, String id, @Nullable Rule when, Localized name, String cites) {}

  /**
   * A term.
   *
   * @param owner the role that must act in time
   * @param length how long, when it is not a parameter
   * @param parameter index of the number parameter that says how long, or -1
   * @param starts the acts that start it; it starts anew each time
   * @param stops the acts that stop it
   * @param when the condition, at the start, under which it runs; null when always
   * @param fromField a date field of the starting act from which it is counted; null for the day of
   *     the act
   * @param lapse what happens by itself when it runs out; null when its owner is just late
   */
  public record Clock(
      String id,
      Localized name,
      String owner,
      int length,
      int parameter,
      Unit unit,
      List<String> starts,
      List<String> stops,
      @Nullable Rule when,
      @Nullable String fromField,
      @Nullable Lapse lapse,
      String cites) {}

  /** The stage that a lapsed clock brings. */
  public record Lapse(String to, Localized name, String cites) {}

  /** How a term is counted. */
  public enum Unit {
    WORKING_DAYS,
    DAYS,
    MONTHS,
    YEARS,
    HOURS;

    /** The word used for it in {@code law/}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public Stage initial() {
    return stages.getFirst();
  }

  public Stage getStage(String id) {
    return stages.stream()
        .filter(stage -> stage.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stage " + id));
  }
}
