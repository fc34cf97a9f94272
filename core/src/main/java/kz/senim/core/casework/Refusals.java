package kz.senim.core.casework;

import java.util.List;
import kz.senim.core.rule.Evaluation;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.Truth;
import kz.senim.core.text.Localized;

/** Why an act is refused, in words, with the provision that forbids it. */
final class Refusals {

  private Refusals() {}

  static Refused later(CaseAct act) {
    String at = act.at().atZone(Replay.ZONE).toOffsetDateTime().toString();
    return new Refused(
        act.id(),
        new Localized(
            "it is dated " + at + ", after the moment asked about",
            "он датирован " + at + ", позже момента запроса",
            "оның күні – " + at + ", сұралған сәттен кейін"),
        "");
  }

  static Refused twoActs(CaseAct act) {
    return new Refused(
        act.id(),
        new Localized(
            "there are two different acts with this id",
            "под этим номером два разных акта",
            "бұл нөмірмен екі түрлі акт бар"),
        "");
  }

  static Refused unknown(CaseAct act, Procedure procedure) {
    return new Refused(
        act.id(),
        new Localized(
            "there is no act '" + act.act() + "'",
            "такого акта нет: «" + act.act() + "»",
            "мұндай акт жоқ: «" + act.act() + "»"),
        procedure.act());
  }

  static Refused notAtThisStage(CaseAct act, Table.Row row, Procedure.Stage stage) {
    return new Refused(
        act.id(),
        new Localized(
            "'" + act.act() + "' is not done at the stage '" + stage.id() + "'",
            "«" + row.move().name().ru() + "» не совершается на стадии «" + stage.name().ru() + "»",
            "«" + row.move().name().kk() + "» «" + stage.name().kk() + "» сатысында жасалмайды"),
        row.cites());
  }

  static Refused notBy(CaseAct act, Table.Row row, Procedure procedure) {
    List<String> by = row.move().by();
    List<Procedure.Role> roles =
        procedure.roles().stream().filter(role -> by.contains(role.id())).toList();
    Localized told =
        procedure.roles().stream()
            .filter(role -> role.id().equals(act.by()))
            .map(Procedure.Role::name)
            .findFirst()
            .orElse(new Localized(act.by(), act.by(), act.by()));
    return new Refused(
        act.id(),
        new Localized(
            "'"
                + act.act()
                + "' is done by "
                + String.join(" or ", by)
                + ", not by '"
                + act.by()
                + "'",
            "совершить вправе: "
                + String.join(", ", roles.stream().map(role -> role.name().ru()).toList())
                + "; не «"
                + told.ru()
                + "»",
            "жасауға құқылы: "
                + String.join(", ", roles.stream().map(role -> role.name().kk()).toList())
                + "; «"
                + told.kk()
                + "» емес"),
        row.cites());
  }

  /** The rows' guards all fail: the nearest says why, else the first that tells. */
  static Refused guarded(CaseAct act, List<Table.Row> rows, Evaluation evaluation) {
    Table.Row nearest = nearest(rows, evaluation);
    Localized reason = nearest.move().refusal();
    for (Table.Row row : rows) {
      if (reason == null) {
        reason = row.move().refusal();
      }
    }
    if (reason == null) {
      reason =
          new Localized(
              "its condition does not hold", "не выполнено его условие", "оның шарты орындалмаған");
    }
    return new Refused(act.id(), reason, nearest.cites());
  }

  static Refused lacks(CaseAct act, Procedure.Need need, String cites) {
    return new Refused(
        act.id(),
        new Localized(
            "it lacks: " + need.name().en(),
            "не хватает: " + need.name().ru(),
            "жетіспейді: " + need.name().kk()),
        cites);
  }

  static Refused outsideTheCalendar(CaseAct act, Procedure.Clock clock, String cites) {
    return new Refused(
        act.id(),
        new Localized(
            "the term '" + clock.id() + "' cannot be counted: the calendar runs from 1990 to 2200",
            "срок «" + clock.name().ru() + "» не сосчитать: календарь охватывает 1990–2200 годы",
            "«"
                + clock.name().kk()
                + "» мерзімін санау мүмкін емес: күнтізбе 1990–2200 жылдарды қамтиды"),
        cites);
  }

  /** Of rows whose guards all fail, the one of which most conditions hold. */
  private static Table.Row nearest(List<Table.Row> rows, Evaluation evaluation) {
    Table.Row nearest = rows.getFirst();
    int most = -1;
    for (Table.Row row : rows) {
      int holding = 0;
      if (row.move().guard() instanceof Rule.And and) {
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
}
