package kz.senim.core.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.rule.Figures;

/**
 * Computes how cases of one procedure stand, from their acts and from the moment asked about. A
 * clock that runs out takes effect by itself, between acts and after the last one: no job has to
 * fire.
 *
 * <p>Pure. The table is indexed once: keep an instance for many cases, in as many threads as you
 * like.
 */
public final class Replay {

  /** Days are counted here, wherever the acts were signed. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private static final Comparator<CaseAct> ORDER =
      Comparator.comparing(CaseAct::at)
          .thenComparingInt(CaseAct::sequence)
          .thenComparing(CaseAct::id);

  private final Table table;
  private final Figures figures;
  private final Terms terms;

  /**
   * @param figures the figures of the law book, for terms that are figures
   */
  public Replay(Procedure procedure, Figures figures, WorkingCalendar calendar) {
    this.table = new Table(procedure);
    this.figures = figures;
    this.terms = new Terms(figures, calendar);
  }

  /**
   * How a case stands.
   *
   * @param acts in any order; acts with the same id must be the same act
   * @param now the moment asked about; no act may be later
   * @throws Refused when an act is not permitted, with the reason and the provision
   */
  public CaseState at(List<CaseAct> acts, Instant now) {
    CaseRun run = new CaseRun(table, figures, terms);
    for (CaseAct act : inOrder(acts)) {
      if (act.at().isAfter(now)) {
        throw Refusals.later(act);
      }
      run.lapse(act.at());
      run.apply(act);
    }
    run.lapse(now);
    return run.state(now);
  }

  /** How one case stands: {@link #at} with an instance for it alone. */
  public static CaseState replay(
      Procedure procedure,
      Figures figures,
      WorkingCalendar calendar,
      List<CaseAct> acts,
      Instant now) {
    return new Replay(procedure, figures, calendar).at(acts, now);
  }

  /** Each act once, by instant and then sequence. */
  private static List<CaseAct> inOrder(List<CaseAct> acts) {
    Map<String, CaseAct> byId = HashMap.newHashMap(acts.size());
    List<CaseAct> each = new ArrayList<>(acts.size());
    for (CaseAct act : acts) {
      CaseAct same = byId.putIfAbsent(act.id(), act);
      if (same == null) {
        each.add(act);
      } else if (!same.equals(act)) {
        throw Refusals.twoActs(act);
      }
    }
    each.sort(ORDER);
    return each;
  }
}
