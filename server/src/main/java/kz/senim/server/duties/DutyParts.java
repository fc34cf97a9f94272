package kz.senim.server.duties;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.server.objects.Within;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deadlines as a list that is read part by part: overdue first, then those that are met past
 * their day, those to come, those without a day. What is kept costs as much as the part has rows,
 * however many there are. Whoever calls it has checked who may look.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class DutyParts {

  private static final String ORDER = "due, requirement, object, recurring, shared";

  /** Each is a stretch of an index, of the organisation's or of all. */
  private enum Stretch {
    LATE(DutyPlace.LATE, "open and due < :day"),
    PAST(DutyPlace.PAST, "not open and due < :day"),
    AHEAD(DutyPlace.AHEAD, "open and due >= :day"),
    AHEAD_MET(DutyPlace.AHEAD, "not open and due >= :day"),
    UNDATED(DutyPlace.UNDATED, "open and due is null"),
    UNDATED_MET(DutyPlace.UNDATED, "not open and due is null");

    private final int part;
    private final String condition;

    Stretch(int part, String condition) {
      this.part = part;
      this.condition = condition;
    }

    /**
     * @param ofThese the organisations, as a condition
     */
    String sql(String ofThese, @Nullable DutyPlace after) {
      String behind =
          after == null || after.part() < part
              ? ""
              : part == DutyPlace.UNDATED
                  ? " and (requirement, objects[1], recurring, shared)"
                      + " > (:requirement, :first, :recurring, :shared)"
                  // The first condition says nothing new: it is what the index can begin with.
                  : " and due >= :due and (due, requirement, objects[1], recurring, shared)"
                      + " > (:due, :requirement, :first, :recurring, :shared)";
      return """
      (select id, PART as part, due, requirement, objects[1] as object, recurring, shared
       from deadlines where CONDITION and WITHIN and (:object::uuid is null or :object = any(objects))BEHIND
       order by ORDER limit :most)\
      """
          .replace("PART", Integer.toString(part))
          .replace("CONDITION", condition)
          .replace("WITHIN", ofThese)
          .replace("BEHIND", behind)
          .replace("ORDER", ORDER);
    }
  }

  private final JdbcClient db;
  private final Deadlines deadlines;
  private final KeptDeadlines kept;

  DutyParts(JdbcClient db, Deadlines deadlines, KeptDeadlines kept) {
    this.db = db;
    this.deadlines = deadlines;
    this.kept = kept;
  }

  /**
   * What is asked for.
   *
   * @param object null for all
   * @param after null from the start
   * @param most at least 1
   */
  record Wanted(
      Within within,
      @Nullable UUID object,
      boolean onlyOverdue,
      @Nullable DutyPlace after,
      int most) {}

  /**
   * A part of the list.
   *
   * @param next the place behind which it goes on; null at the end
   */
  record Found(List<Deadline> deadlines, @Nullable DutyPlace next) {}

  /**
   * Today's are read as kept when they are of more objects than are decided in a request, or as
   * exact; else the whole list is worked out, and cut. A constant number of statements.
   */
  Found find(Wanted wanted, LocalDate day, boolean today) {
    boolean read =
        today
            && (kept.kept(wanted.within()).objects() > Deadlines.FEW
                || kept.hold(wanted.within(), day));
    return read ? kept(wanted, day) : decided(wanted, day);
  }

  private record Row(long id, DutyPlace place) {}

  private Found kept(Wanted wanted, LocalDate day) {
    List<Row> rows = rows(wanted, day);
    boolean more = rows.size() > wanted.most();
    List<Row> shown = more ? rows.subList(0, wanted.most()) : rows;
    return new Found(
        kept.these(shown.stream().map(Row::id).toList(), day),
        more ? shown.getLast().place() : null);
  }

  private List<Row> rows(Wanted wanted, LocalDate day) {
    DutyPlace after = wanted.after();
    Within within = wanted.within();
    boolean named = within.allOf() == null;
    String ofThese = named ? "organization_id = w.organization" : within.sql("organization_id");
    List<String> stretches = new ArrayList<>();
    for (Stretch stretch : Stretch.values()) {
      if ((!wanted.onlyOverdue() || stretch == Stretch.LATE)
          && (after == null || after.part() <= stretch.part)) {
        stretches.add(stretch.sql(ofThese, after));
      }
    }
    if (stretches.isEmpty()) {
      return List.of();
    }
    String union = String.join(" union all ", stretches);
    // Of a few organisations the first of each are read; of many, all are walked in their order.
    String listed =
        named
            ? "unnest(:within::uuid[]) w(organization) cross join lateral (" + union + ") listed"
            : "(" + union + ") listed";
    return db.sql("select * from " + listed + " order by part, " + ORDER + " limit :most")
        .param("within", within.value())
        .param("object", wanted.object())
        .param("day", Date.valueOf(day))
        .param("most", wanted.most() + 1)
        .param("due", after == null ? null : after.due(), Types.DATE)
        .param("requirement", after == null ? null : after.requirement())
        .param("first", after == null ? null : after.object())
        .param("recurring", after != null && after.recurring())
        .param("shared", after != null && after.shared())
        .query(
            (row, _) ->
                new Row(
                    row.getLong("id"),
                    new DutyPlace(
                        row.getInt("part"),
                        row.getObject("due", LocalDate.class),
                        row.getString("requirement"),
                        row.getObject("object", UUID.class),
                        row.getBoolean("recurring"),
                        row.getBoolean("shared"))))
        .list();
  }

  private Found decided(Wanted wanted, LocalDate day) {
    UUID object = wanted.object();
    DutyPlace after = wanted.after();
    Stream<Deadline> all =
        deadlines.of(wanted.within(), day).stream()
            .filter(deadline -> !wanted.onlyOverdue() || deadline.overdue())
            .filter(deadline -> deadline.concerns(object))
            .filter(deadline -> after == null || DutyPlace.of(deadline, day).compareTo(after) > 0)
            .sorted(java.util.Comparator.comparing(deadline -> DutyPlace.of(deadline, day)));
    List<Deadline> some = all.limit(wanted.most() + 1L).toList();
    boolean more = some.size() > wanted.most();
    List<Deadline> shown = more ? some.subList(0, wanted.most()) : some;
    return new Found(shown, more ? DutyPlace.of(shown.getLast(), day) : null);
  }
}
