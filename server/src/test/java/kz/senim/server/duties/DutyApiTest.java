package kz.senim.server.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.SqlCount;
import kz.senim.server.api.ApiCalls;
import kz.senim.server.objects.Within;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** What is due, part by part. */
class DutyApiTest extends ApiCalls {

  @Autowired private Deadlines deadlines;
  @Autowired private KeptDeadlines kept;
  @Autowired private JdbcClient db;

  private final LocalDate today = LocalDate.now();

  private String mine(String rest) {
    return "/duties?organization=" + organization + rest;
  }

  private static String key(JsonNode duty) {
    return duty.get("requirement").asString()
        + " "
        + duty.path("due").asString("-")
        + " "
        + duty.get("recurring").asBoolean()
        + " "
        + duty.get("objects");
  }

  private static String key(Deadline deadline) {
    return deadline.requirement().id()
        + " "
        + (deadline.due() == null ? "-" : deadline.due())
        + " "
        + deadline.recurring()
        + " ["
        + String.join(
            ",", deadline.objects().stream().map(object -> "\"" + object.id() + "\"").toList())
        + "]";
  }

  private static List<String> keys(List<JsonNode> duties) {
    return duties.stream().map(DutyApiTest::key).toList();
  }

  /** Overdue, then by day, those without a day last. */
  private void ordered(List<JsonNode> duties, LocalDate day) {
    List<String> places = new ArrayList<>();
    for (JsonNode duty : duties) {
      String due = duty.path("due").asString("9999");
      places.add(
          (duty.get("overdue").asBoolean() ? 0 : due.compareTo(day.toString()) < 0 ? 1 : 2) + due);
    }
    assertThat(places).isSorted();
  }

  @Test
  void the_parts_are_together_the_whole_list_once_in_its_order() throws Exception {
    example(owner, organization, "state-system-class-1");
    example(owner, organization, "clinic-chain");
    List<Deadline> whole = deadlines.of(Within.one(organization), today);
    assertThat(kept.hold(Within.one(organization), today)).isTrue();
    assertThat(whole).hasSizeGreaterThan(10);
    for (int limit : new int[] {7, 200}) {
      List<JsonNode> parts = all(mine("&limit=" + limit));
      assertThat(keys(parts))
          .as("limit " + limit)
          .containsExactlyInAnyOrderElementsOf(whole.stream().map(DutyApiTest::key).toList());
      ordered(parts, today);
    }
    assertThat(keys(all(mine("&limit=2&overdue=true"))))
        .containsExactlyInAnyOrderElementsOf(
            whole.stream().filter(Deadline::overdue).map(DutyApiTest::key).toList());
    assertThat(keys(all(mine("&limit=2&object=" + object))))
        .containsExactlyInAnyOrderElementsOf(
            whole.stream()
                .filter(one -> one.objects().stream().anyMatch(of -> of.id().equals(object)))
                .map(DutyApiTest::key)
                .toList());
  }

  @Test
  void on_another_day_the_parts_are_worked_out_and_are_together_the_whole() throws Exception {
    LocalDate later = today.plusYears(3);
    List<Deadline> whole = deadlines.of(Within.one(organization), later);
    assertThat(whole.stream().anyMatch(Deadline::overdue)).isTrue();
    List<JsonNode> parts = all(mine("&limit=20&asOf=" + later));
    assertThat(keys(parts))
        .containsExactlyInAnyOrderElementsOf(whole.stream().map(DutyApiTest::key).toList());
    ordered(parts, later);
  }

  @Test
  void what_is_overdue_comes_first_and_what_is_met_past_its_day_after_it() throws Exception {
    // As kept: a day that has gone by, of one that is open and of one that is met.
    db.sql(
            "update deadlines set due = due - 3650, open = (id % 2 = 0)"
                + " where organization_id = ? and due is not null")
        .param(organization)
        .update();
    List<JsonNode> parts = all(mine("&limit=5"));
    ordered(parts, today);
    assertThat(parts.stream().map(one -> one.get("overdue").asBoolean())).contains(true, false);
    assertThat(keys(parts)).doesNotHaveDuplicates();
    assertThat(parts)
        .hasSize(
            db.sql("select count(*) from deadlines where organization_id = ?")
                .param(organization)
                .query(Integer.class)
                .single());
  }

  @Test
  void what_is_written_anew_between_two_parts_is_neither_left_out_nor_told_twice()
      throws Exception {
    example(owner, organization, "clinic-chain");
    Answer first = get(mine("&limit=4"));
    List<JsonNode> seen = new ArrayList<>();
    first.body().get("items").forEach(seen::add);
    Set<Long> before = ids();
    String fact = "/objects/" + object + "/facts/logs.retention";
    change(fact, "PUT", fact, "{\"value\": \"P3Y\"}");
    assertThat(ids()).doesNotContainAnyElementsOf(before);
    seen.addAll(all(mine("&limit=4"), first.text("next")));
    assertThat(keys(seen))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            deadlines.of(Within.one(organization), today).stream().map(DutyApiTest::key).toList());
  }

  private Set<Long> ids() {
    return new HashSet<>(
        db.sql("select id from deadlines where organization_id = ?")
            .param(organization)
            .query(Long.class)
            .list());
  }

  @Test
  void of_somebody_with_many_organisations_the_parts_are_the_whole_too() throws Exception {
    UUID person = person();
    List<UUID> theirs = new ArrayList<>();
    for (int i = 0; i < 52; i++) {
      UUID one = organization(person, Role.OWNER);
      theirs.add(one);
      if (i % 10 == 0) {
        example(person, one, "clinic-chain");
      }
    }
    token = TestTokens.all(tokens, person);
    Viewer viewer =
        new Viewer(
            person,
            "",
            "",
            false,
            theirs.stream()
                .collect(java.util.stream.Collectors.toMap(one -> one, _ -> Set.of(Role.OWNER))));
    assertThat(Within.all(viewer).allOf()).isNotNull();
    List<JsonNode> parts = all("/duties?limit=40");
    assertThat(keys(parts))
        .containsExactlyInAnyOrderElementsOf(
            deadlines.of(Within.all(viewer), today).stream().map(DutyApiTest::key).toList());
    ordered(parts, today);
  }

  @Test
  void a_part_takes_as_many_statements_however_many_deadlines_there_are() throws Exception {
    String path = "/api/v1" + mine("&limit=5");
    int few = statements(path);
    db.sql(
            """
            insert into deadlines
              (organization_id, objects, requirement, recurring, shared, due, fact, outcome, open)
            select organization_id, objects, requirement, recurring, shared, current_date + n, fact, outcome, open
            from deadlines, generate_series(1, 300) n where organization_id = ?
            """)
        .param(organization)
        .update();
    assertThat(statements(path)).isEqualTo(few);
    // Of more objects than can be decided in a request, what is kept is read without a look at all.
    db.sql("update organization_current set objects = 5000 where organization_id = ?")
        .param(organization)
        .update();
    assertThat(statements(path)).isLessThan(few);
  }

  private int statements(String path) throws Exception {
    var request = MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token);
    web.perform(request); // for warming
    return SqlCount.of(() -> web.perform(request)).size();
  }

  @Test
  void an_object_of_others_is_not_there() throws Exception {
    UUID other = person();
    UUID theirs = organization(other, Role.OWNER);
    UUID foreign = example(other, theirs, "clinic-chain");
    assertThat(get("/duties?object=" + foreign).status()).isEqualTo(404);
    assertThat(get("/duties?organization=" + theirs).status()).isEqualTo(404);
    assertThat(get("/duties?organization=" + theirs + "&object=" + object).status()).isEqualTo(404);
  }

  @Test
  void a_cursor_of_another_list_is_refused() throws Exception {
    for (String text :
        List.of("5", "9 - x", "2 soon r 1 true true", UUID.randomUUID().toString())) {
      String cursor =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(get(mine("&after=" + cursor)).wrong()).containsExactly("after");
    }
  }
}
