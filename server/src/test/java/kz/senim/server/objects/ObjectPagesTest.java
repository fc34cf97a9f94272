package kz.senim.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import kz.senim.core.decision.Outcome;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

class ObjectPagesTest extends ServerTest {

  @Autowired private Standings standings;
  private UUID owner;
  private UUID organization;
  private UUID object;

  @BeforeEach
  void an_owner_with_an_object() throws IOException {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "regional-internet-resource");
  }

  @Test
  void every_page_of_an_object_opens_in_each_language() throws Exception {
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String page :
          new String[] {
            "", "/requirements", "/requirements/ur-38-4-retention", "/facts", "/interview"
          }) {
        web.perform(
                get("/objects/" + object + page).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")));
      }
    }
  }

  @Test
  void a_changed_fact_shows_in_the_assessment_on_the_next_page() throws Exception {
    Assessed before =
        assessments.assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now());
    web.perform(
            post("/objects/" + object + "/facts/logs.retention")
                .with(as(owner))
                .with(form())
                .param("value", "36")
                .param("unit", "M"))
        .andExpect(redirectedUrl("/objects/" + object + "/facts/logs.retention"));
    Assessed after =
        assessments.assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now());
    assertThat(after.assessment().summary()).isNotEqualTo(before.assessment().summary());
    assertThat(standings.trend(object, LocalDate.now()).getLast().met())
        .isEqualTo(after.assessment().summary().get(Outcome.MET));
    web.perform(
            get("/objects/" + object + "/facts/logs.retention")
                .with(as(owner))
                .header("Accept-Language", "en"))
        .andExpect(content().string(containsString("3 years")));
  }

  @Test
  void an_impossible_answer_is_told_and_nothing_is_recorded() throws Exception {
    web.perform(
            post("/objects/" + object + "/facts/logs.retention")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("value", "many")
                .param("unit", "M"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Type a whole number")));
  }

  @Test
  void a_stranger_does_not_learn_that_the_object_exists() throws Exception {
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(get("/objects/" + object).with(as(stranger))).andExpect(status().isNotFound());
  }

  @Test
  void an_auditor_reads_everything_and_changes_nothing() throws Exception {
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get("/objects/" + object).with(as(auditor))).andExpect(status().isOk());
    web.perform(
            post("/objects/" + object + "/facts/logs.retention")
                .with(as(auditor))
                .with(form())
                .param("value", "36")
                .param("unit", "M"))
        .andExpect(status().isForbidden());
  }

  @Test
  void the_day_asked_about_stays_until_it_is_put_back() throws Exception {
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/preferences/as-of")
            .session(session)
            .with(as(owner))
            .with(form())
            .param("day", "2023-01-15")
            .param("back", "/"));
    web.perform(
            get("/objects/" + object)
                .session(session)
                .with(as(owner))
                .header("Accept-Language", "en"))
        .andExpect(
            content().string(containsString("You are looking at the past: 15 January 2023")));
  }
}
