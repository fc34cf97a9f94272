package kz.senim.core.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the law between two days.
 *
 * @param from the earlier day
 * @param to the later day
 * @param changes in the order of the law's text
 */
public record LawDiff(LocalDate from, LocalDate to, List<Change> changes) {

  /** What happened to a provision, an act or a figure. */
  public enum Kind {
    ADDED,
    AMENDED,
    EXCLUDED,
    REPLACED,
    ACT_IN_FORCE,
    ACT_REPEALED,
    FIGURE
  }

  /**
   * @param subject the full id of a provision, the id of an act, or the id of a figure
   * @param on the day from which it holds
   * @param by the number of the act that made the change; empty when none is named
   * @param before the old value of a figure; null otherwise
   * @param after the new value of a figure; null otherwise
   */
  public record Change(
      Kind kind,
      String subject,
      LocalDate on,
      String by,
      @Nullable Object before,
      @Nullable Object after) {

    private Change(Kind kind, String subject, LocalDate on, String by) {
      this(kind, subject, on, by, null, null);
    }
  }

  /** What came into force after {@code from}, up to and including {@code to}. */
  public static LawDiff between(LawBook book, LocalDate from, LocalDate to) {
    List<Change> changes = new ArrayList<>();
    for (Act act : book.acts()) {
      if (!act.draft()) {
        act(book, act, from, to, changes);
      }
    }
    for (Parameter parameter : book.parameters()) {
      if (!book.getAct(parameter.act()).inForceOn(to)) {
        continue; // a figure of a repealed act changes nothing for anybody
      }
      Object before = parameter.on(from);
      Object after = parameter.on(to);
      if (before != null && !Objects.equals(before, after)) {
        LocalDate on =
            parameter.values().stream()
                .map(Parameter.Dated::from)
                .filter(day -> within(day, from, to))
                .reduce((_, last) -> last)
                .orElse(to);
        changes.add(new Change(Kind.FIGURE, parameter.id(), on, "", before, after));
      }
    }
    return new LawDiff(from, to, changes);
  }

  private static void act(
      LawBook book, Act act, LocalDate from, LocalDate to, List<Change> changes) {
    boolean whole = within(act.inForce().from(), from, to);
    if (whole) {
      changes.add(new Change(Kind.ACT_IN_FORCE, act.id(), act.inForce().from(), ""));
    }
    if (act.repealed() != null && within(act.repealed().from(), from, to)) {
      changes.add(
          new Change(Kind.ACT_REPEALED, act.id(), act.repealed().from(), act.repealed().by()));
    }
    Provision previous = null;
    for (Provision provision : book.provisionsOf(act.id())) {
      boolean next = previous != null && previous.citation().equals(provision.citation());
      provision(provision, whole, next, from, to, changes);
      previous = provision;
    }
  }

  private static void provision(
      Provision provision,
      boolean wholeActIsNew,
      boolean nextVersion,
      LocalDate from,
      LocalDate to,
      List<Change> changes) {
    String id = provision.id();
    if (within(provision.inForceFrom(), from, to) && !(wholeActIsNew && isOriginal(provision))) {
      String by = provision.introduced() == null ? "" : provision.introduced().act();
      changes.add(
          new Change(nextVersion ? Kind.REPLACED : Kind.ADDED, id, provision.inForceFrom(), by));
    }
    for (Amendment amendment : provision.amended()) {
      if (within(amendment.effective(), from, to)) {
        changes.add(new Change(Kind.AMENDED, id, amendment.effective(), amendment.act()));
      }
    }
    Amendment excluded = provision.excluded();
    if (excluded != null && within(excluded.effective(), from, to)) {
      changes.add(new Change(Kind.EXCLUDED, id, excluded.effective(), excluded.act()));
    }
  }

  private static boolean isOriginal(Provision provision) {
    return provision.introduced() == null;
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return day.isAfter(from) && !day.isAfter(to);
  }
}
