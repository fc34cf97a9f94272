package kz.senim.server.remedies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Outcome;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.FactsRecorded;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Keeps with each open remedy whether its requirement is met by now. It only tells: a person
 * decides that the work is done.
 */
@Component
class MetWatch {

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final Assessments assessments;
  private final Clock clock;

  MetWatch(JdbcClient db, JdbcTemplate batch, Assessments assessments, Clock clock) {
    this.db = db;
    this.batch = batch;
    this.assessments = assessments;
    this.clock = clock;
  }

  private record Open(UUID id, UUID object, String requirement, boolean met) {}

  /** Of a shared fact, all the organisation's objects may stand differently. */
  @ApplicationModuleListener
  void on(FactsRecorded recorded) {
    Scope.system(() -> look(recorded.organization()));
  }

  /** Facts expire and law begins without anybody doing anything. */
  void everyDay() {
    Scope.system(
        () ->
            db.sql("select distinct organization_id from remedies where status = 'open'")
                .query(UUID.class)
                .list()
                .forEach(this::look));
  }

  private void look(UUID organization) {
    Map<UUID, List<Open>> byObject = new LinkedHashMap<>();
    db.sql(
            """
            select id, object_id, requirement, met from remedies
            where organization_id = ? and status = 'open'
            """)
        .param(organization)
        .query(
            (row, _) ->
                new Open(
                    row.getObject("id", UUID.class),
                    row.getObject("object_id", UUID.class),
                    row.getString("requirement"),
                    row.getBoolean("met")))
        .list()
        .forEach(open -> byObject.computeIfAbsent(open.object(), _ -> new ArrayList<>()).add(open));
    if (byObject.isEmpty()) {
      return;
    }
    List<@Nullable Object[]> changed = new ArrayList<>();
    assessments
        .assessAll(organization, byObject.keySet(), LocalDate.now(clock))
        .forEach(
            (object, assessment) -> {
              Map<String, Outcome> outcomes = outcomes(assessment);
              for (Open open : byObject.getOrDefault(object, List.of())) {
                boolean met = outcomes.get(open.requirement()) == Outcome.MET;
                if (met != open.met()) {
                  changed.add(new Object[] {met, open.id()});
                }
              }
            });
    batch.batchUpdate("update remedies set met = ? where id = ?", changed);
  }

  private static Map<String, Outcome> outcomes(Assessment assessment) {
    Map<String, Outcome> outcomes = new HashMap<>();
    assessment
        .decisions()
        .forEach(decision -> outcomes.put(decision.requirement().id(), decision.outcome()));
    return outcomes;
  }
}
