package kz.senim.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Replay;
import kz.senim.core.decision.Warning;
import kz.senim.core.text.Lang;

/**
 * How a case stands, as JSON: {@code {procedure, edition, at, stage, final, outcome|null,
 * permitted[{act, by, needs[]}], clocks[{id, owner, start, due, status, daysLeft, cites}],
 * breaches[{by, clock, late}], history[]}}; names in the language asked for. {@code due} is a day,
 * of a clock of hours a moment, and such a clock has {@code minutesLeft} too; {@code late} counts
 * working days, of hours minutes ({@code unit}).
 */
public final class CaseJson {

  private CaseJson() {}

  public static String write(CaseState state, Lang lang) {
    return write(state, Optional.empty(), lang);
  }

  /**
   * @param adopted what to say when the procedure's act is applied though it is repealed; then the
   *     object also has {@code adopted}
   */
  public static String write(CaseState state, Optional<Warning> adopted, Lang lang) {
    Procedure procedure = state.procedure();
    return Json.write(
        json ->
            json.object(
                () -> {
                  json.field("procedure", procedure.id());
                  json.field("edition", procedure.edition().toString());
                  if (adopted.isPresent()) {
                    json.field("adopted", adopted.get().text().in(lang));
                  }
                  json.field("at", moment(state.at()));
                  json.field("stage", state.stage().id());
                  json.field("stageName", state.stage().name().in(lang));
                  json.field("final", state.stage().isFinal());
                  json.field("outcome", state.outcome());
                  json.array("permitted", () -> permitted(json, state, lang));
                  json.array("clocks", () -> clocks(json, state, lang));
                  json.array(
                      "breaches",
                      () -> {
                        for (CaseState.Breach breach : state.breaches()) {
                          json.object(
                              () -> {
                                json.field("by", breach.by());
                                json.field("clock", breach.clock().id());
                                json.field("late", breach.late());
                                json.field("unit", unit(breach.clock()));
                                json.field("cites", cites(state, breach.clock().cites()));
                              });
                        }
                      });
                  json.array("history", () -> history(json, state, lang));
                }));
  }

  private static void permitted(Json json, CaseState state, Lang lang) throws IOException {
    for (CaseState.Permitted permitted : state.permitted()) {
      for (String by : permitted.move().by()) {
        json.object(
            () -> {
              json.field("act", permitted.move().act());
              json.field("by", by);
              json.field("name", permitted.move().name().in(lang));
              json.texts("needs", permitted.needs().stream().map(Procedure.Need::id).toList());
              json.field("cites", cites(state, permitted.move().cites()));
            });
      }
    }
  }

  private static void clocks(Json json, CaseState state, Lang lang) throws IOException {
    for (CaseState.Clock clock : state.clocks()) {
      json.object(
          () -> {
            json.field("id", clock.clock().id());
            json.field("name", clock.clock().name().in(lang));
            json.field("owner", clock.clock().owner());
            json.field("start", moment(clock.start()));
            json.field("due", clock.dueText());
            json.field("status", clock.status().word());
            json.field("daysLeft", clock.daysLeft());
            if (clock.clock().unit() == Procedure.Unit.HOURS) {
              json.field("minutesLeft", clock.left());
            }
            if (clock.stopped() != null) {
              json.field("stopped", moment(clock.stopped()));
            }
            json.field("cites", cites(state, clock.clock().cites()));
          });
    }
  }

  private static void history(Json json, CaseState state, Lang lang) throws IOException {
    for (CaseState.Entry entry : state.history()) {
      json.object(
          () -> {
            json.field("at", moment(entry.at()));
            json.field(entry.act() == null ? "lapse" : "act", entry.what());
            if (entry.act() != null) {
              json.field("id", entry.act().id());
            }
            json.field("name", entry.name().in(lang));
            json.field("by", entry.by());
            json.field("from", entry.from());
            json.field("to", entry.to());
            json.field("cites", entry.cites());
          });
    }
  }

  private static String cites(CaseState state, String citation) {
    return state.procedure().act() + "/" + citation;
  }

  private static String unit(Procedure.Clock clock) {
    return clock.unit() == Procedure.Unit.HOURS ? "minutes" : "working-days";
  }

  private static String moment(Instant instant) {
    return instant.atZone(Replay.ZONE).toOffsetDateTime().toString();
  }
}
