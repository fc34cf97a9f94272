package kz.senim.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff: decree 832, paragraphs 30, 31, 43 and 44. */
class StaffPagesTest extends ServerTest {

  @Autowired private OrganizationFacts facts;
  private UUID owner;
  private UUID organization;
  private String page;

  @BeforeEach
  void an_organisation() {
    owner = person();
    organization = organization(owner, Role.SECURITY_OFFICER);
    page = "/organizations/" + organization + "/staff";
  }

  @Test
  void every_page_opens_in_each_language() throws Exception {
    String member = add("A. Officer", "security");
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path : new String[] {page, page + "/new", member}) {
        web.perform(get(path).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
            .andExpect(content().string(not(containsString("??"))));
      }
    }
  }

  @Test
  void a_form_shows_each_field_as_it_is_kept() throws Exception {
    web.perform(get(add("A. Officer", "security")).with(as(owner)))
        .andExpect(content().string(containsString("name=\"name\" value=\"A. Officer\"")))
        .andExpect(content().string(containsString("name=\"post\" value=\"Specialist\"")))
        .andExpect(content().string(containsString("<option value=\"security\" selected")));
  }

  @Test
  void ur_30_i2_the_one_trained_longest_ago_counts_and_who_has_no_certificate_is_counted()
      throws Exception {
    String first = add("A. Officer", "security");
    String second = add("B. Officer", "security");
    add("C. Clerk", "other");
    train(first, LocalDate.of(2024, 5, 1), "17");
    assertThat(value("securityUnit.withoutCertificate")).isEqualTo(1.0);
    train(second, LocalDate.of(2025, 5, 1), "18");
    assertThat(value("securityUnit.withoutCertificate")).isEqualTo(0.0);
    assertThat(value("securityUnit.trainedOn")).isEqualTo(LocalDate.of(2024, 5, 1));
  }

  @Test
  void a_course_older_than_three_years_is_overdue_by_the_day() throws Exception {
    String member = add("A. Officer", "security");
    train(member, LocalDate.now().minusYears(3).minusDays(4), "17");
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("overdue by 4 days")));
    train(member, LocalDate.now().minusDays(1), "18");
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(not(containsString("overdue by"))));
  }

  @Test
  void a_course_without_a_certificate_does_not_count() throws Exception {
    String member = add("A. Officer", "security");
    train(member, LocalDate.now().minusDays(1), "");
    assertThat(value("securityUnit.withoutCertificate")).isEqualTo(1.0);
  }

  @Test
  void numbers_of_the_whole_staff_are_told_only_of_a_register_that_lists_everybody()
      throws Exception {
    add("A. Officer", "security");
    add("B. Clerk", "other");
    assertThat(value("staff.total")).isNull();
    complete("true");
    assertThat(value("staff.total")).isEqualTo(2.0);
    assertThat(value("staff.formerWithRights")).isEqualTo(0.0);
    complete("false");
    assertThat(value("staff.total")).isNull();
  }

  @Test
  void ur_43_who_left_and_kept_access_is_counted_until_it_is_taken_away() throws Exception {
    String member = add("A. Clerk", "other");
    complete("true");
    change(member, "A. Clerk", LocalDate.now().minusDays(5), null);
    assertThat(value("staff.formerWithRights")).isEqualTo(1.0);
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("left, access not withdrawn")));
    change(member, "A. Clerk", LocalDate.now().minusDays(5), LocalDate.now());
    assertThat(value("staff.formerWithRights")).isEqualTo(0.0);
  }

  @Test
  void everything_wrong_with_a_person_is_told_at_once() throws Exception {
    web.perform(
            post(page)
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("duty", "security")
                .param("joined", "2025-02-01")
                .param("left", "2024-02-01"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Give a name")))
        .andExpect(content().string(containsString("Give a post")))
        .andExpect(content().string(containsString("lies before the first")));
  }

  @Test
  void an_auditor_changes_nothing_and_a_stranger_sees_nothing() throws Exception {
    String member = add("A. Officer", "security");
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get(member).with(as(auditor))).andExpect(status().isOk());
    web.perform(post(member + "/archive").with(as(auditor)).with(form()).param("reason", "x"))
        .andExpect(status().isForbidden());
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(get(member).with(as(stranger))).andExpect(status().isNotFound());
  }

  private String add(String name, String duty) throws Exception {
    String location =
        web.perform(
                post(page)
                    .with(as(owner))
                    .with(form())
                    .param("name", name)
                    .param("post", "Specialist")
                    .param("duty", duty))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(location).isNotNull();
    return location;
  }

  private void train(String member, LocalDate finished, String certificate) throws Exception {
    web.perform(
            post(member + "/trainings")
                .with(as(owner))
                .with(form())
                .param("kind", "security-course")
                .param("title", "A course")
                .param("finished", finished.toString())
                .param("certificate", certificate))
        .andExpect(status().is3xxRedirection());
  }

  private void change(String member, String name, LocalDate left, @Nullable LocalDate revoked)
      throws Exception {
    web.perform(
            post(member)
                .with(as(owner))
                .with(form())
                .param("name", name)
                .param("post", "Specialist")
                .param("duty", "other")
                .param("left", left.toString())
                .param("revoked", revoked == null ? "" : revoked.toString()))
        .andExpect(status().is3xxRedirection());
  }

  private void complete(String complete) throws Exception {
    web.perform(post(page + "/complete").with(as(owner)).with(form()).param("complete", complete))
        .andExpect(status().is3xxRedirection());
  }

  private @Nullable Object value(String fact) {
    FactValue known =
        facts
            .load(viewer(owner, organization, Role.OWNER), organization, LocalDate.now())
            .find(book.factIndex(fact));
    return known == null ? null : known.value();
  }
}
