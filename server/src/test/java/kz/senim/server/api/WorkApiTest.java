package kz.senim.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.senim.core.decision.Outcome;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The interview, changes, standings, evidence and remedies of an object through the API. */
class WorkApiTest extends ApiCalls {

  @Autowired private JdbcClient db;

  private String on(String rest) {
    return "/objects/" + object + rest;
  }

  @Test
  void a_question_put_aside_is_not_asked_until_all_are_asked_again() throws Exception {
    JsonNode first = get(on("/question")).body();
    String fact = first.get("question").get("id").asString();
    assertThat(first.get("open").asInt()).isPositive();
    assertThat(first.get("concerns")).isNotEmpty();
    assertThat(first.get("concerns").get(0).get("statement").asString()).isNotBlank();
    String aside = on("/questions-put-aside");
    assertThat(post(aside, "{\"fact\": \"no.such\"}").wrong()).containsExactly("/fact");
    assertThat(post(aside, "{\"fact\": \"" + fact + "\"}").status()).isEqualTo(201);
    JsonNode second = get(on("/question")).body();
    assertThat(second.get("putAside").asInt()).isEqualTo(1);
    assertThat(second.path("question").path("id").asString("")).isNotEqualTo(fact);
    change(aside, "DELETE", aside, null);
    assertThat(get(on("/question")).body()).isEqualTo(first);
  }

  @Test
  void what_was_told_since_a_day_is_told_as_a_change_with_what_it_brought() throws Exception {
    String fact = on("/facts/logs.retention");
    change(fact, "PUT", fact, "{\"value\": \"P1M\", \"source\": \"document\"}");
    LocalDate today = LocalDate.now();
    Answer answer = get(on("/changes?from=" + today.minusDays(10)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.text("to")).isEqualTo(today.toString());
    assertThat(answer.body().get("facts").toString()).contains("logs.retention");
    List<String> outcomes =
        Stream.of("ur-38-4-retention")
            .filter(id -> answer.body().get("outcomes").toString().contains(id))
            .toList();
    assertThat(outcomes).hasSize(1);
    assertThat(get(on("/changes?from=" + today)).wrong()).containsExactly("from");
    assertThat(get(on("/changes?from=1991-01-01")).wrong()).containsExactly("from");
    assertThat(get(on("/changes?from=soon")).wrong()).containsExactly("from");
  }

  @Test
  void of_an_object_that_was_put_away_nothing_is_told_any_more() throws Exception {
    String fact = on("/facts/logs.retention");
    change(on(""), "POST", on("/archive"), "{\"reason\": \"Switched off\"}");
    assertThat(get(fact).status()).isEqualTo(200);
    assertThat(change(fact, "PUT", fact, "{\"value\": \"P3Y\"}").status()).isEqualTo(409);
    assertThat(
            post(
                    on("/requirements/ur-38-4-retention/remedies"),
                    "{\"task\": \"Keep\", \"owner\": \"" + owner + "\", \"due\": \"2099-01-01\"}")
                .status())
        .isEqualTo(409);
    assertThat(change(on(""), "POST", on("/archive"), "{\"reason\": \"Again\"}").status())
        .isEqualTo(409);
  }

  @Test
  void the_log_tells_what_was_refused_alone() throws Exception {
    accounts.grant(owner, organization, Role.SECURITY_OFFICER);
    // A file that is not what its name says is refused.
    assertThat(post(of("/evidence?fileName=a.pdf&kind=configuration"), "hello").wrong())
        .containsExactly("fileName");
    List<JsonNode> refused = all(of("/audit?allowed=false"));
    assertThat(refused.stream().map(one -> one.get("action").asString()))
        .contains("evidence.refused");
    assertThat(refused.stream().map(one -> one.get("allowed").asBoolean())).containsOnly(false);
    assertThat(all(of("/audit?allowed=true")).stream().map(one -> one.get("allowed").asBoolean()))
        .containsOnly(true);
  }

  @Test
  void standings_are_what_was_decided() throws Exception {
    Map<Outcome, Integer> summary =
        assessments
            .assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now())
            .assessment()
            .summary();
    JsonNode of = get(of("/standings")).body().get("items").get(0);
    assertThat(of.get("object").asString()).isEqualTo(object.toString());
    assertThat(of.get("standing").get("notMet").asInt())
        .isEqualTo(summary.getOrDefault(Outcome.NOT_MET, 0));
    assertThat(of.get("standing").get("undecided").asInt())
        .isEqualTo(summary.getOrDefault(Outcome.UNDECIDED, 0));
    assertThat(get(on("/standings")).body().get("items").get(0)).isEqualTo(of.get("standing"));
    assertThat(get(of("/standings?asOf=2000-01-01")).body().get("items").get(0).has("standing"))
        .isFalse();
  }

  @Test
  void requirements_are_found_by_weight_and_act() throws Exception {
    String path = on("/assessment/requirements?limit=200");
    List<JsonNode> all = all(path);
    List<JsonNode> heavy = all(path + "&severity=high&act=P1600000832");
    assertThat(heavy)
        .isNotEmpty()
        .isEqualTo(
            all.stream()
                .filter(one -> one.get("severity").asString().equals("high"))
                .filter(one -> one.get("provision").asString().startsWith("P1600000832"))
                .toList());
    assertThat(get(path + "&severity=huge&act=none").wrong()).containsExactly("severity", "act");
  }

  @Test
  void evidence_is_described_anew_and_found_by_the_state_that_it_is_in() throws Exception {
    Answer made =
        post(
            of(
                "/evidence?fileName=a.txt&kind=configuration&requirement=ur-38-4-retention&object="
                    + object),
            "hello");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    String piece = of("/evidence/" + made.text("id"));
    assertThat(
            change(
                    piece,
                    "PUT",
                    piece,
                    "{\"kind\": \"nothing\", \"title\": \"Settings\", \"validFrom\":"
                        + " \"2025-01-01\", \"validUntil\": \"2024-01-01\"}")
                .wrong())
        .containsExactlyInAnyOrder("/kind", "/validUntil");
    Answer described =
        change(
            piece,
            "PUT",
            piece,
            "{\"kind\": \"configuration\", \"title\": \"Settings\", \"validUntil\":"
                + " \"2024-01-01\"}");
    assertThat(described.text("title")).isEqualTo("Settings");
    assertThat(all(of("/evidence?state=expired"))).hasSize(1);
    assertThat(all(of("/evidence?state=valid"))).isEmpty();
    assertThat(get(of("/evidence?state=lost&kind=nothing")).wrong())
        .containsExactly("kind", "state");
    JsonNode proof = get(on("/requirements/ur-38-4-retention/evidence")).body().get("items").get(0);
    assertThat(proof.get("piece").get("state").asString()).isEqualTo("expired");
    assertThat(proof.get("shared").asBoolean()).isFalse();
    change(piece, "POST", piece + "/archive", "{\"reason\": \"Old\"}");
    assertThat(all(of("/evidence?state=archived"))).hasSize(1);
    assertThat(
            change(piece, "PUT", piece, "{\"kind\": \"configuration\", \"title\": \"X\"}").status())
        .isEqualTo(409);
    assertThat(post(piece + "/versions?fileName=b.txt", "hello").status()).isEqualTo(409);
  }

  @Test
  void remedies_are_found_by_who_answers_and_by_what_is_late() throws Exception {
    String remedy =
        add(
            on("/requirements/ur-38-4-retention/remedies"),
            "{\"task\": \"Keep them\", \"owner\": \"" + owner + "\", \"due\": \"2099-01-01\"}");
    String mine = "/remedies?organization=" + organization;
    assertThat(all(mine + "&owner=" + owner)).hasSize(1);
    assertThat(all(mine + "&owner=" + person())).isEmpty();
    assertThat(all(mine + "&requirement=ur-38-4-retention&status=open")).hasSize(1);
    assertThat(all(mine + "&requirement=ur-38-4-documented")).isEmpty();
    assertThat(all(mine + "&overdue=true")).isEmpty();
    assertThat(all(mine + "&overdue=true&asOf=2099-01-02")).hasSize(1);
    db.sql("update remedies set met = true where id = ?::uuid").param(remedy).update();
    assertThat(all(mine + "&status=met")).hasSize(1);
    assertThat(get(mine + "&status=lost").wrong()).containsExactly("status");
    String one = "/remedies/" + remedy;
    change(one, "POST", one + "/done", "{}");
    assertThat(all(mine + "&status=met")).isEmpty();
    assertThat(all(one + "/history?limit=1").stream().map(each -> each.get("event").asString()))
        .containsExactly("done", "assigned");
  }

  @Test
  void a_judgement_of_the_highest_severity_waits_for_a_second_person_and_says_so()
      throws Exception {
    UUID second = person();
    accounts.setPassword(second, "the second person of these two");
    accounts.grant(second, organization, Role.OWNER);
    String heavy =
        assessments
            .assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now())
            .assessment()
            .decisions()
            .stream()
            .map(decision -> decision.requirement())
            .filter(requirement -> requirement.attestedBy() != null)
            .filter(
                requirement ->
                    book.getSeverity(requirement.severity()).level().word().equals("high"))
            .findFirst()
            .orElseThrow()
            .id();
    String judged = on("/requirements/" + heavy + "/attestation");
    JsonNode before = get(judged).body();
    assertThat(before.get("waits").asBoolean()).isFalse();
    boolean conforms = before.get("conforms").asBoolean();
    post(judged + "s", "{\"conforms\": " + !conforms + ", \"by\": \"A. Somebody\"}");
    assertThat(get(judged).body().get("waits").asBoolean()).isTrue();
    assertThat(get(judged).body().get("conforms").asBoolean()).isEqualTo(conforms);
    assertThat(get(on("/requirements/ur-38-4-retention/attestation")).status()).isEqualTo(404);
  }
}
