package kz.senim.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Risks and their treatment, documents, staff and assets through the API. */
class OfficeApiTest extends ApiCalls {

  private static final String FIRE = "{\"title\": \"Fire\", \"threat\": \"Fire\"}";

  @Autowired private JdbcClient db;

  private static String asset(String code) {
    return "{\"code\": \"%s\", \"name\": \"A server\", \"kind\": \"hardware\"}".formatted(code);
  }

  private static String measure(String requirement) {
    return "{\"text\": \"An alarm\", \"requirement\": \"%s\", \"owner\": \"A.\", \"due\": \"2099-01-01\"}"
        .formatted(requirement);
  }

  @Test
  void a_measure_serves_a_requirement_of_the_law_and_counts_until_it_is_put_away()
      throws Exception {
    String risk = of("/risks/" + add(of("/risks"), FIRE));
    assertThat(post(risk + "/measures", measure("no-such")).wrong())
        .containsExactly("/requirement");
    assertThat(
            post(risk + "/measures", "{\"text\": \" \", \"owner\": \" \", \"due\": \"2099-01-01\"}")
                .wrong())
        .containsExactlyInAnyOrder("/text", "/owner");
    String alarm = risk + "/measures/" + add(risk + "/measures", measure("ur-38-4-retention"));
    assertThat(get(risk).body().get("measures").asInt()).isEqualTo(1);
    Answer done = change(alarm, "POST", alarm + "/done", null);
    assertThat(done.text("done")).isEqualTo(LocalDate.now().toString());
    assertThat(get(risk).body().get("done").asInt()).isEqualTo(1);
    assertThat(change(alarm, "POST", alarm + "/archive", "{\"reason\": \" \"}").wrong())
        .containsExactly("/reason");
    assertThat(change(alarm, "POST", alarm + "/archive", "{\"reason\": \"Old\"}").status())
        .isEqualTo(200);
    assertThat(get(risk).body().get("measures").asInt()).isZero();
    assertThat(get(alarm).body().get("archived").asBoolean()).isTrue();
    assertThat(change(alarm, "POST", alarm + "/done", null).status()).isEqualTo(409);
  }

  @Test
  void measures_come_in_parts_and_none_twice() throws Exception {
    String risk = of("/risks/" + add(of("/risks"), FIRE));
    for (int i = 0; i < 5; i++) {
      add(risk + "/measures", measure("ur-38-4-retention"));
    }
    assertThat(all(risk + "/measures?limit=2").stream().map(one -> one.get("id").asString()))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_risk_concerns_only_assets_of_its_organisation() throws Exception {
    String mine = add(of("/assets"), asset("A-1"));
    UUID first = organization;
    organization = organization(owner, Role.OWNER);
    String foreign = add(of("/assets"), asset("A-1"));
    organization = first;
    String risk = of("/risks/" + add(of("/risks"), FIRE));
    String both = "{\"assets\": [\"" + mine + "\", \"" + foreign + "\"]}";
    assertThat(post(risk + "/assets", both).wrong()).containsExactly("/assets/1");
    assertThat(get(risk).body().get("assets").asInt()).isZero();
    assertThat(post(risk + "/assets", "{\"assets\": [\"" + mine + "\"]}").status()).isEqualTo(201);
    assertThat(get(risk + "/assets").body().get("items").get(0).get("id").asString())
        .isEqualTo(mine);
    String there = risk + "/assets/" + mine;
    assertThat(change(risk, "DELETE", there, null).body().get("assets").asInt()).isZero();
    assertThat(change(risk, "DELETE", there, null).status()).isEqualTo(404);
    assertThat(actions("risk.release")).isEqualTo(1);
  }

  @Test
  void what_is_put_away_is_read_and_not_changed() throws Exception {
    String risk = of("/risks/" + add(of("/risks"), FIRE));
    change(risk, "POST", risk + "/archive", "{\"reason\": \"Gone\"}");
    assertThat(get(risk).text("title")).isEqualTo("Fire");
    Answer refused = change(risk, "PUT", risk, FIRE.replace("Fire", "Flood"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("errors").get(0).get("fix").asString()).isNotBlank();
    assertThat(post(risk + "/measures", measure("ur-38-4-retention")).status()).isEqualTo(409);
    assertThat(actions("risk.change")).isZero();

    String document =
        of("/documents/" + add(of("/documents"), "{\"level\": 4, \"title\": \"Rules\"}"));
    change(document, "POST", document + "/archive", "{\"reason\": \"Gone\"}");
    assertThat(change(document, "PUT", document, "{\"title\": \"Others\"}").status())
        .isEqualTo(409);
    assertThat(
            post(document + "/reviews", "{\"reviewed\": \"2025-01-01\", \"result\": \"Fit\"}")
                .status())
        .isEqualTo(409);
    String asset = of("/assets/" + add(of("/assets"), asset("A-1")));
    change(asset, "POST", asset + "/archive", "{\"reason\": \"Gone\"}");
    assertThat(change(asset, "PUT", asset, asset("A-2")).status()).isEqualTo(409);
  }

  private long actions(String action) {
    return db.sql("select count(*) from audit_log where organization_id = ? and action = ?")
        .params(organization, action)
        .query(Long.class)
        .single();
  }

  @Test
  void the_plan_of_treatment_is_approved_with_day_and_act() throws Exception {
    String method = of("/risk-method");
    assertThat(get(method).body().get("procedure").asBoolean()).isFalse();
    assertThat(
            change(method, "PUT", method, "{\"plan\": \"2026-01-01\", \"acceptable\": 26}").wrong())
        .containsExactlyInAnyOrder("/act", "/acceptable");
    Answer told =
        change(
            method,
            "PUT",
            method,
            "{\"procedure\": true, \"acceptable\": 4, \"plan\": \"2026-01-01\", \"act\": \"Order"
                + " 5\"}");
    assertThat(told.status()).isEqualTo(200);
    assertThat(get(method).body()).isEqualTo(told.body());
  }

  @Test
  void a_day_has_one_review_and_the_first_stays() throws Exception {
    String document =
        of("/documents/" + add(of("/documents"), "{\"level\": 4, \"title\": \"Rules\"}"));
    String reviews = document + "/reviews";
    assertThat(post(reviews, "{\"reviewed\": \"2025-01-01\", \"result\": \"Fit\"}").status())
        .isEqualTo(201);
    assertThat(post(reviews, "{\"reviewed\": \"2025-01-01\", \"result\": \"Unfit\"}").wrong())
        .containsExactly("/reviewed");
    assertThat(post(reviews, "{\"reviewed\": \"2099-01-01\", \"result\": \" \"}").wrong())
        .containsExactlyInAnyOrder("/reviewed", "/result");
    post(reviews, "{\"reviewed\": \"2024-01-01\", \"result\": \"Fit\"}");
    assertThat(
            all(reviews + "?limit=1").stream()
                .map(one -> one.get("reviewed").asString() + " " + one.get("result").asString()))
        .containsExactly("2025-01-01 Fit", "2024-01-01 Fit");
    assertThat(get(document).text("reviewedOn")).isEqualTo("2025-01-01");
  }

  @Test
  void only_people_who_work_there_are_made_acquainted() throws Exception {
    String document =
        of("/documents/" + add(of("/documents"), "{\"level\": 4, \"title\": \"Rules\"}"));
    String person = "{\"name\": \"A.\", \"post\": \"Engineer\", \"duty\": \"personnel\"%s}";
    String here = add(of("/staff"), person.formatted(""));
    String gone = add(of("/staff"), person.formatted(", \"left\": \"2020-01-01\""));
    String told = "{\"acquainted\": \"2026-01-01\", \"members\": [%s]}";
    String known = document + "/acquaintances";
    assertThat(post(known, told.formatted("\"" + gone + "\"")).wrong())
        .containsExactly("/members/0");
    assertThat(post(known, told.formatted("")).wrong()).containsExactly("/members");
    assertThat(post(known, told.formatted("\"" + here + "\"")).body().get("acquainted").asInt())
        .isEqualTo(1);
    assertThat(get(known).body().get("items").get(0).get("member").asString()).isEqualTo(here);
    assertThat(
            get(of("/staff/" + here + "/documents"))
                .body()
                .get("items")
                .get(0)
                .get("title")
                .asString())
        .isEqualTo("Rules");
  }

  @Test
  void the_catalogue_names_what_the_law_wants_and_is_missing() throws Exception {
    List<JsonNode> before = all(of("/documents/catalogue?limit=5"));
    JsonNode policy = before.getFirst();
    assertThat(policy.get("kind").asString()).isEqualTo("policy");
    assertThat(before.stream().map(line -> line.get("level").asInt())).contains(1, 2, 3, 4);
    String id =
        add(
            of("/documents"),
            "{\"level\": 1, \"kind\": \"policy\", \"title\": \"Policy\", \"kazakh\": true}");
    JsonNode after = all(of("/documents/catalogue?limit=5")).getFirst();
    assertThat(after.get("document").asString()).isEqualTo(id);
    assertThat(after.get("faults").toString()).contains("approval", "russian");
    assertThat(after.get("faults").toString()).doesNotContain("kazakh");
  }

  @Test
  void a_course_counts_when_a_certificate_was_given_and_until_it_is_put_away() throws Exception {
    String member =
        of(
            "/staff/"
                + add(
                    of("/staff"),
                    "{\"name\": \"A.\", \"post\": \"Engineer\", \"duty\": \"security\"}"));
    String course =
        "{\"kind\": \"security-course\", \"title\": \"A course\", \"finished\": \"2025-0%d-01\"%s}";
    assertThat(
            post(
                    member + "/trainings",
                    "{\"kind\": \"cooking\", \"title\": \" \", \"finished\": \"2099-01-01\"}")
                .wrong())
        .contains("/kind", "/title", "/finished");
    add(member + "/trainings", course.formatted(1, ""));
    assertThat(get(member).body().has("course")).isFalse();
    String counted =
        member
            + "/trainings/"
            + add(member + "/trainings", course.formatted(2, ", \"certificate\": \"17\""));
    assertThat(get(member).text("course")).isEqualTo("2025-02-01");
    change(counted, "POST", counted + "/archive", "{\"reason\": \"Of another\"}");
    assertThat(get(member).body().has("course")).isFalse();
    assertThat(all(member + "/trainings?limit=1")).hasSize(2);
  }

  @Test
  void who_stands_in_the_register_is_told_with_days_that_fit() throws Exception {
    String person = "{\"name\": \"A.\", \"post\": \"Engineer\", \"duty\": \"%s\"%s}";
    assertThat(
            post(
                    of("/staff"),
                    person.formatted(
                        "cook", ", \"joined\": \"2025-01-01\", \"left\": \"2024-01-01\""))
                .wrong())
        .containsExactlyInAnyOrder("/duty", "/left");
    String register = of("/staff/register");
    assertThat(get(register).body().get("complete").asBoolean()).isFalse();
    change(register, "PUT", register, "{\"complete\": true}");
    assertThat(get(register).body().get("complete").asBoolean()).isTrue();
  }

  @Test
  void assets_are_found_by_what_they_are_and_what_they_lack() throws Exception {
    add(of("/assets"), asset("A-1"));
    add(
        of("/assets"),
        "{\"code\": \"A-2\", \"name\": \"Records\", \"kind\": \"data\", \"confidentiality\": 3,"
            + " \"integrity\": 2, \"availability\": 1}");
    assertThat(codes("kind=data")).containsExactly("A-2");
    assertThat(codes("lacks=class")).containsExactly("A-1");
    assertThat(codes("worth=3")).containsExactly("A-2");
    assertThat(codes("q=SERV")).containsExactly("A-1");
    assertThat(get(of("/assets?kind=food&lacks=salt")).wrong()).containsExactly("kind", "lacks");
    JsonNode counts = get(of("/assets/counts")).body();
    assertThat(counts.get("listed").asInt()).isEqualTo(2);
    assertThat(counts.get("classified").asInt()).isEqualTo(1);
  }

  private List<String> codes(String filter) throws Exception {
    return all(of("/assets?" + filter)).stream().map(one -> one.get("code").asString()).toList();
  }

  @Test
  void an_auditor_reads_all_of_it_and_changes_none() throws Exception {
    String risk = of("/risks/" + add(of("/risks"), FIRE));
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    token = TestTokens.all(tokens, auditor);
    assertThat(get(risk + "/measures").status()).isEqualTo(200);
    assertThat(get(of("/staff")).status()).isEqualTo(200);
    assertThat(post(risk + "/measures", measure("ur-38-4-retention")).status()).isEqualTo(403);
    assertThat(change(of("/risk-method"), "PUT", of("/risk-method"), "{}").status()).isEqualTo(403);
  }
}
