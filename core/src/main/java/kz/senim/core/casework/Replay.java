package kz.senim.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Figures;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Computes how a case stands from its acts and from the moment asked about. A clock that runs out
 * takes effect by itself, between acts and after the last one: no job has to fire.
 *
 * <p>Pure; one instance replays one case.
 */
public final class Replay {

  /** Days are counted here, wherever the acts were signed. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final Procedure procedure;
  private final Figures figures;
  private final WorkingCalendar calendar;
  private final Names names;

  private Procedure.Stage stage;
  private final Map<String, Object> fields = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final List<Running> clocks = new ArrayList<>();
  private final List<CaseState.Entry> history = new ArrayList<>();

  /** A clock that has started. */
  private static final class Running {
    final Procedure.Clock clock;
    final Instant start;
    final Instant due;
    final String dueText;
    final @Nullable LocalDate dueDay;
    @Nullable Instant stopped;
    boolean lapsed;

    Running(
        Procedure.Clock clock,
        Instant start,
        Instant due,
        String dueText,
        @Nullable LocalDate day) {
      this.clock = clock;
      this.start = start;
      this.due = due;
      this.dueText = dueText;
      this.dueDay = day;
    }

    boolean isOpen() {
      return stopped == null && !lapsed;
    }
  }

  private Replay(Procedure procedure, Figures figures, WorkingCalendar calendar) {
    this.procedure = procedure;
    this.figures = figures;
    this.calendar = calendar;
    this.names = new Names(procedure);
    this.stage = procedure.initial();
  }

  /**
   * How the case stands.
   *
   * @param figures the figures of the law book, for terms that are figures
   * @param acts in any order; acts with the same id must be the same act
   * @param now the moment asked about; no act may be later
   * @throws Refused when an act is not permitted, with the reason and the provision
   */
  public static CaseState replay(
      Procedure procedure,
      Figures figures,
      WorkingCalendar calendar,
      List<CaseAct> acts,
      Instant now) {
    Replay replay = new Replay(procedure, figures, calendar);
    for (CaseAct act : inOrder(acts)) {
      if (act.at().isAfter(now)) {
        throw new Refused(
            act.id(),
            new Localized(
                "it is dated " + act.at() + ", after the moment asked about",
                "он датирован " + act.at() + ", позже момента запроса",
                "ол сұралған сәттен кейін, " + act.at() + " күнімен белгіленген"),
            "");
      }
      replay.lapse(act.at());
      replay.apply(act);
    }
    replay.lapse(now);
    return replay.state(now);
  }

  /** Each act once, by instant and then sequence. */
  private static List<CaseAct> inOrder(List<CaseAct> acts) {
    Map<String, CaseAct> byId = new LinkedHashMap<>();
    for (CaseAct act : acts) {
      CaseAct same = byId.putIfAbsent(act.id(), act);
      if (same != null && !same.equals(act)) {
        throw new Refused(
            act.id(),
            new Localized(
                "there are two different acts with this id",
                "под этим номером два разных акта",
                "бұл нөмірмен екі түрлі акт бар"),
            "");
      }
    }
    return byId.values().stream()
        .sorted(
            Comparator.comparing(CaseAct::at)
                .thenComparingInt(CaseAct::sequence)
                .thenComparing(CaseAct::id))
        .toList();
  }

  /** Lets every clock that has run out by then take its effect, in the order of their ends. */
  private void lapse(Instant until) {
    while (true) {
      Running next = null;
      for (Running running : clocks) {
        if (running.isOpen()
            && running.clock.lapse() != null
            && !running.due.isAfter(until)
            && (next == null || running.due.isBefore(next.due))) {
          next = running;
        }
      }
      if (next == null) {
        return;
      }
      Procedure.Lapse lapse = next.clock.lapse();
      if (lapse == null) {
        return;
      }
      next.lapsed = true;
      move(next.due, null, next.clock.id(), next.clock.owner(), lapse.to(), lapse.cites());
    }
  }

  private void apply(CaseAct act) {
    List<Procedure.Move> rows =
        procedure.moves().stream().filter(move -> move.act().equals(act.act())).toList();
    if (rows.isEmpty()) {
      throw refused(
          act,
          "there is no act '" + act.act() + "'",
          "такого акта нет: «" + act.act() + "»",
          "мұндай акт жоқ: «" + act.act() + "»",
          procedure.act());
    }
    List<Procedure.Move> here =
        rows.stream().filter(move -> move.from().contains(stage.id())).toList();
    if (here.isEmpty()) {
      throw refused(
          act,
          "'" + act.act() + "' is not done at the stage '" + stage.id() + "'",
          "«"
              + rows.getFirst().name().ru()
              + "» не совершается на стадии «"
              + stage.name().ru()
              + "»",
          "«" + rows.getFirst().name().kk() + "» «" + stage.name().kk() + "» сатысында жасалмайды",
          cite(rows.getFirst().cites()));
    }
    List<Procedure.Move> mine = here.stream().filter(move -> move.by().contains(act.by())).toList();
    if (mine.isEmpty()) {
      throw refused(
          act,
          "'"
              + act.act()
              + "' is done by "
              + String.join(" or ", here.getFirst().by())
              + ", not by '"
              + act.by()
              + "'",
          "совершить вправе: " + roles(here.getFirst().by(), true) + "; не «" + act.by() + "»",
          "жасауға құқылы: " + roles(here.getFirst().by(), false) + "; «" + act.by() + "» емес",
          cite(here.getFirst().cites()));
    }
    Map<String, Object> told = new HashMap<>(fields);
    told.putAll(act.fields());
    Evaluation evaluation = evaluation(told, act.at());
    Procedure.Move chosen = null;
    for (Procedure.Move move : mine) {
      if (holds(evaluation, move.guard())) {
        chosen = move;
        break;
      }
    }
    if (chosen == null) {
      throw new Refused(
          act.id(), refusal(mine, evaluation), cite(nearest(mine, evaluation).cites()));
    }
    needs(act, chosen, evaluation);
    fields.putAll(act.fields());
    times.merge(act.act(), 1, Integer::sum);
    for (Running running : clocks) {
      if (running.isOpen() && running.clock.stops().contains(act.act())) {
        running.stopped = act.at();
      }
    }
    move(
        act.at(),
        act,
        act.act(),
        act.by(),
        chosen.to() == null ? stage.id() : chosen.to(),
        chosen.cites());
    Evaluation after = evaluation(fields, act.at());
    if (!stage.isFinal()) {
      for (Procedure.Clock clock : procedure.clocks()) {
        if (clock.starts().contains(act.act()) && holds(after, clock.when())) {
          start(clock, act);
        }
      }
    }
  }

  /** Of rows whose guards all fail, the one that came nearest: its refusal is the one to tell. */
  private static Procedure.Move nearest(List<Procedure.Move> rows, Evaluation evaluation) {
    Procedure.Move nearest = rows.getFirst();
    int most = -1;
    for (Procedure.Move row : rows) {
      int holding = 0;
      if (row.guard() instanceof Rule.And and) {
        for (Rule part : and.rules()) {
          holding += evaluation.truth(part) == Truth.TRUE ? 1 : 0;
        }
      }
      if (holding > most) {
        most = holding;
        nearest = row;
      }
    }
    return nearest;
  }

  /**
   * The nearest row's refusal, or, since the rows of one act share it, the first that one tells.
   */
  private static Localized refusal(List<Procedure.Move> rows, Evaluation evaluation) {
    Localized own = nearest(rows, evaluation).refusal();
    if (own != null) {
      return own;
    }
    return rows.stream()
        .flatMap(row -> Stream.ofNullable(row.refusal()))
        .findFirst()
        .orElseGet(
            () ->
                new Localized(
                    "its condition does not hold",
                    "не выполнено его условие",
                    "оның шарты орындалмаған"));
  }

  private void needs(CaseAct act, Procedure.Move move, Evaluation evaluation) {
    for (Procedure.Need need : move.needs()) {
      boolean there =
          need.kind().equals("field")
              ? act.fields().containsKey(need.id())
              : act.attachments().containsKey(need.id());
      if (!there && holds(evaluation, need.when())) {
        throw new Refused(
            act.id(),
            new Localized(
                "it lacks: " + need.name().en(),
                "не хватает: " + need.name().ru(),
                "жетіспейді: " + need.name().kk()),
            cite(need.cites()));
      }
    }
  }

  private void move(
      Instant at, @Nullable CaseAct act, String what, String by, String to, String cites) {
    history.add(new CaseState.Entry(at, act, what, by, stage.id(), to, cite(cites)));
    stage = procedure.getStage(to);
    if (stage.isFinal()) {
      // Nothing is owed any more in a case that has ended.
      for (Running running : clocks) {
        if (running.isOpen()) {
          running.stopped = at;
        }
      }
    }
  }

  private void start(Procedure.Clock clock, CaseAct act) {
    for (Running running : clocks) {
      if (running.isOpen() && running.clock.id().equals(clock.id())) {
        running.stopped = act.at();
      }
    }
    LocalDate day = act.at().atZone(ZONE).toLocalDate();
    if (clock.fromField() != null && fields.get(clock.fromField()) instanceof LocalDate from) {
      day = from;
    }
    int length = clock.length();
    if (clock.parameter() >= 0) {
      if (!(figures.parametersOn(day)[clock.parameter()] instanceof Double number)) {
        return; // on that day the law set no term
      }
      length = number.intValue();
    }
    if (clock.unit() == Procedure.Unit.HOURS) {
      Instant due = act.at().plus(length, ChronoUnit.HOURS);
      clocks.add(
          new Running(clock, act.at(), due, due.atZone(ZONE).toOffsetDateTime().toString(), null));
      return;
    }
    LocalDate due =
        switch (clock.unit()) {
          case WORKING_DAYS -> calendar.plusWorkingDays(day, length);
          case DAYS -> calendar.nextWorkingDay(day.plusDays(length));
          case MONTHS -> calendar.nextWorkingDay(day.plusMonths(length));
          default -> calendar.nextWorkingDay(day.plusYears(length));
        };
    Instant end = due.plusDays(1).atStartOfDay(ZONE).toInstant();
    clocks.add(new Running(clock, act.at(), end, due.toString(), due));
  }

  private CaseState state(Instant now) {
    List<CaseState.Clock> shown = new ArrayList<>();
    List<CaseState.Breach> breaches = new ArrayList<>();
    for (Running running : clocks) {
      Instant end = running.stopped == null ? now : running.stopped;
      boolean late = !end.isBefore(running.due);
      CaseState.Status status =
          running.lapsed
              ? CaseState.Status.LAPSED
              : late
                  ? CaseState.Status.LATE
                  : running.stopped == null ? CaseState.Status.RUNNING : CaseState.Status.MET;
      int left = left(running, running.lapsed ? now : end);
      shown.add(
          new CaseState.Clock(
              running.clock,
              running.start,
              running.due,
              running.dueText,
              status,
              left,
              running.stopped));
      if (status == CaseState.Status.LATE || status == CaseState.Status.LAPSED) {
        breaches.add(
            new CaseState.Breach(
                running.clock.owner(), running.clock, running.lapsed ? 0 : Math.max(1, -left)));
      }
    }
    return new CaseState(
        procedure, now, stage, permitted(now), shown, breaches, List.copyOf(history));
  }

  /** Working days from that moment's day to the due day; for hours, minutes. */
  private int left(Running running, Instant moment) {
    if (running.dueDay == null) {
      return (int) ChronoUnit.MINUTES.between(moment, running.due);
    }
    return calendar.workingDaysBetween(moment.atZone(ZONE).toLocalDate(), running.dueDay);
  }

  private List<CaseState.Permitted> permitted(Instant now) {
    Evaluation evaluation = evaluation(fields, now);
    List<CaseState.Permitted> permitted = new ArrayList<>();
    for (Procedure.Move move : procedure.moves()) {
      // A guard that asks what the act itself will tell is open until it is told.
      if (move.from().contains(stage.id())
          && (move.guard() == null || evaluation.truth(move.guard()) != Truth.FALSE)) {
        List<Procedure.Need> needs =
            move.needs().stream()
                .filter(need -> need.when() == null || evaluation.truth(need.when()) != Truth.FALSE)
                .toList();
        permitted.add(new CaseState.Permitted(move, needs));
      }
    }
    return permitted;
  }

  private Evaluation evaluation(Map<String, Object> told, Instant at) {
    LocalDate day = at.atZone(ZONE).toLocalDate();
    return new Evaluation(names.values(told, times, day), figures.parametersOn(day), day);
  }

  private static boolean holds(Evaluation evaluation, @Nullable Rule rule) {
    return rule == null || evaluation.truth(rule) == Truth.TRUE;
  }

  private String cite(String provision) {
    return procedure.act() + "/" + provision;
  }

  private String roles(List<String> ids, boolean russian) {
    return String.join(
        ", ",
        procedure.roles().stream()
            .filter(role -> ids.contains(role.id()))
            .map(role -> russian ? role.name().ru() : role.name().kk())
            .toList());
  }

  private Refused refused(CaseAct act, String en, String ru, String kk, String cites) {
    return new Refused(act.id(), new Localized(en, ru, kk), cites);
  }
}
