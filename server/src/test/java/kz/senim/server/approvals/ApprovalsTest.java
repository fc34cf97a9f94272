package kz.senim.server.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import kz.senim.core.decision.Decision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one person must not do alone waits for a second. */
class ApprovalsTest extends ServerTest {

  @Autowired private JdbcClient db;
  private UUID owner;
  private UUID officer;
  private UUID organization;
  private UUID somebody;

  @BeforeEach
  void an_organisation_of_two_who_can_enter() {
    owner = person();
    organization = organization(owner, Role.OWNER);
    officer = person();
    accounts.grant(officer, organization, Role.SECURITY_OFFICER);
    accounts.setPassword(owner, "a password of the owner");
    accounts.setPassword(officer, "a password of the officer");
    somebody = person();
  }

  @Test
  void a_role_that_changes_something_waits_for_a_second_person_and_then_both_are_in_the_log()
      throws Exception {
    ask();
    assertThat(roles(somebody)).isZero();
    web.perform(get("/organizations/" + organization + "/people").with(as(officer)))
        .andExpect(content().string(containsString("/approvals")));
    web.perform(post("/approvals/" + waiting() + "/approve").with(as(owner)).with(form()))
        .andExpect(status().isForbidden());
    assertThat(roles(somebody)).isZero();
    UUID id = waiting();
    web.perform(post("/approvals/" + id + "/approve").with(as(officer)).with(form()))
        .andExpect(status().is3xxRedirection());
    assertThat(roles(somebody)).isOne();
    assertThat(
            db.sql(
                    "select account_id from audit_log where subject = ? and action in"
                        + " ('approval.ask', 'approval.approve') order by id")
                .param("approval " + id)
                .query(UUID.class)
                .list())
        .containsExactly(owner, officer);
    web.perform(post("/approvals/" + id + "/approve").with(as(officer)).with(form()))
        .andExpect(status().isNotFound());
  }

  @Test
  void a_refusal_needs_a_reason_and_nothing_takes_effect() throws Exception {
    ask();
    UUID id = waiting();
    web.perform(post("/approvals/" + id + "/refuse").with(as(officer)).with(form()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/approvals/" + id + "/refuse")));
    web.perform(
            post("/approvals/" + id + "/refuse")
                .with(as(officer))
                .with(form())
                .param("reason", "Not one of ours"))
        .andExpect(status().is3xxRedirection());
    assertThat(roles(somebody)).isZero();
    web.perform(get("/approvals").with(as(owner)))
        .andExpect(content().string(containsString("Not one of ours")));
  }

  @Test
  void whoever_would_get_the_role_has_no_say_and_what_nobody_decides_expires() throws Exception {
    ask();
    UUID id = waiting();
    accounts.grant(somebody, organization, Role.SECURITY_OFFICER);
    web.perform(post("/approvals/" + id + "/approve").with(as(somebody)).with(form()))
        .andExpect(status().isForbidden());
    db.sql("update approvals set expires_at = now() - interval '1 second' where id = ?")
        .param(id)
        .update();
    web.perform(post("/approvals/" + id + "/approve").with(as(officer)).with(form()))
        .andExpect(status().isNotFound());
    ask();
    assertThat(waiting()).isNotEqualTo(id);
  }

  @Test
  void the_database_takes_no_decision_of_the_one_who_asked() throws Exception {
    ask();
    UUID id = waiting();
    for (UUID who : new UUID[] {owner, somebody}) {
      assertThatThrownBy(
              () ->
                  db.sql("update approvals set state = 'approved', decided_by = ? where id = ?")
                      .params(who, id)
                      .update())
          .hasStackTraceContaining("approvals_second_person");
    }
  }

  @Test
  void a_heavy_judgement_waits_and_a_light_one_does_not() throws Exception {
    UUID object =
        objects.add(viewer(owner, organization, Role.OWNER), organization, "Portal", null);
    for (boolean heavy : new boolean[] {true, false}) {
      Requirement about = judged(owner, organization, object, heavy);
      web.perform(
              post("/objects/" + object + "/requirements/" + about.id() + "/attestation")
                  .with(as(owner))
                  .with(form())
                  .param("conforms", "true")
                  .param("by", "A judge"))
          .andExpect(status().is3xxRedirection());
      assertThat(told(object, about)).isEqualTo(heavy ? 0 : 1);
      if (heavy) {
        web.perform(
                get("/objects/" + object + "/requirements/" + about.id() + "/work").with(as(owner)))
            .andExpect(content().string(containsString("/approvals")));
        web.perform(post("/approvals/" + waiting() + "/approve").with(as(officer)).with(form()))
            .andExpect(status().is3xxRedirection());
        assertThat(told(object, about)).isOne();
      }
    }
  }

  @Test
  void where_there_is_no_second_person_it_takes_effect_and_is_marked_so() throws Exception {
    UUID alone = person();
    UUID own = organization(alone, Role.OWNER);
    UUID object = objects.add(viewer(alone, own, Role.OWNER), own, "Portal", null);
    Requirement about = judged(alone, own, object, true);
    web.perform(
        post("/objects/" + object + "/requirements/" + about.id() + "/attestation")
            .with(as(alone))
            .with(form())
            .param("conforms", "true")
            .param("by", "A judge"));
    assertThat(told(object, about)).isOne();
    web.perform(get("/approvals").with(as(alone)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("there was no second person")));
  }

  /** A requirement on which a person's judgement is asked, of the highest severity or not. */
  private Requirement judged(UUID account, UUID of, UUID object, boolean heavy) {
    return assessments
        .assess(viewer(account, of, Role.OWNER), object, LocalDate.now())
        .assessment()
        .decisions()
        .stream()
        .map(Decision::requirement)
        .filter(requirement -> requirement.attestedBy() != null)
        .filter(
            requirement ->
                (book.getSeverity(requirement.severity()).level() == Vocabulary.Level.HIGH)
                    == heavy)
        .findFirst()
        .orElseThrow();
  }

  private void ask() throws Exception {
    web.perform(
            post("/organizations/" + organization + "/people")
                .with(as(owner))
                .with(form())
                .param("email", accounts.find(somebody).orElseThrow().email())
                .param("name", "")
                .param("role", "OWNER"))
        .andExpect(status().is3xxRedirection());
  }

  private UUID waiting() {
    return db.sql("select id from approvals where organization_id = ? and state = 'waiting'")
        .param(organization)
        .query(UUID.class)
        .single();
  }

  private int roles(UUID account) {
    return db.sql("select count(*) from memberships where account_id = ? and role = 'owner'")
        .param(account)
        .query(Integer.class)
        .single();
  }

  private int told(UUID object, Requirement about) {
    return db.sql("select count(*) from fact_records where object_id = ? and fact = ?")
        .params(object, "attest." + about.id())
        .query(Integer.class)
        .single();
  }
}
