package kz.senim.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Outcome;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.ResultActions;

/** The technical documentation on information security: decree 832, paragraphs 31 to 35. */
class DocumentPagesTest extends ServerTest {

  @Autowired private DocumentKinds kinds;
  @Autowired private OrganizationFacts facts;
  private UUID owner;
  private UUID organization;
  private UUID object;
  private String page;

  @BeforeEach
  void an_organisation_with_a_state_system() throws Exception {
    owner = person();
    organization = organization(owner, Role.SECURITY_OFFICER);
    object = example(owner, organization, "state-system-class-1");
    page = "/organizations/" + organization + "/documents";
  }

  @Test
  void the_catalogue_names_what_the_law_names_each_with_its_paragraph() {
    assertThat(kinds.all())
        .extracting(DocumentKinds.Kind::citation)
        .startsWith("32", "33/1")
        .contains("33/7", "34/1", "34/5", "35/1", "35/5")
        .hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void every_page_opens_in_each_language() throws Exception {
    String document = add("2", "risk-methodology", LocalDate.now().minusYears(1), true);
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path : new String[] {page, page + "/new?level=1&kind=policy", document}) {
        web.perform(get(path).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
            .andExpect(content().string(not(containsString("??"))));
      }
    }
  }

  @Test
  void ur_33_1_is_met_once_the_methodology_is_entered_and_no_longer_once_it_is_put_away()
      throws Exception {
    tell("documents.secondLevel", List.of());
    assertThat(outcome("ur-33-1")).isEqualTo(Outcome.NOT_MET);
    String document = add("2", "risk-methodology", LocalDate.now().minusMonths(3), true);
    assertThat(outcome("ur-33-1")).isEqualTo(Outcome.MET);
    assertThat(value("documents.secondLevel")).isEqualTo(List.of("risk-methodology"));
    web.perform(
            post(document + "/archive").with(as(owner)).with(form()).param("reason", "replaced"))
        .andExpect(status().is3xxRedirection());
    assertThat(outcome("ur-33-1")).isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void what_was_told_in_answers_and_not_entered_goes_on_counting() throws Exception {
    tell("documents.secondLevel", List.of("audit-rules"));
    add("2", "risk-methodology", LocalDate.now().minusMonths(3), true);
    assertThat(value("documents.secondLevel"))
        .isEqualTo(List.of("risk-methodology", "audit-rules"));
    assertThat(outcome("ur-33-3")).isEqualTo(Outcome.MET);
  }

  @Test
  void facts_of_the_catalogue_come_from_documents_and_are_true_from_their_day() throws Exception {
    LocalDate approved = LocalDate.now().minusMonths(3);
    tellNothingOfDocuments();
    add("2", "cryptography-rules", approved, true);
    FactValue told = known("documents.secondLevel");
    assertThat(told).isNotNull();
    assertThat(told.source()).isEqualTo(FactValue.Source.DOCUMENT);
    assertThat(told.from()).isEqualTo(approved);
    assertThat(told.reference()).isNotBlank();
  }

  @Test
  void ur_31_i2_a_document_left_for_more_than_two_years_is_overdue_until_it_is_reviewed()
      throws Exception {
    tellNothingOfDocuments();
    String document = add("1", "policy", LocalDate.now().minusYears(2).minusDays(10), true);
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Review overdue: 1 document")))
        .andExpect(content().string(containsString("overdue by 10 days")));
    assertThat(outcome("ur-31-i2")).isEqualTo(Outcome.NOT_MET);
    web.perform(
            post(document + "/reviews")
                .with(as(owner))
                .with(form())
                .param("reviewed", LocalDate.now().toString())
                .param("result", "no change needed"))
        .andExpect(status().is3xxRedirection());
    assertThat(outcome("ur-31-i2")).isEqualTo(Outcome.MET);
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(not(containsString("overdue by"))));
  }

  @Test
  void ur_31_i1_a_language_counts_only_when_every_document_has_it() throws Exception {
    tellNothingOfDocuments();
    add("1", "policy", LocalDate.now().minusMonths(2), true);
    assertThat(value("documents.languages")).isEqualTo(List.of("kk", "ru"));
    add("2", "audit-rules", LocalDate.now().minusMonths(1), false);
    assertThat(value("documents.languages")).isEqualTo(List.of("ru"));
    assertThat(outcome("ur-31-i1-languages")).isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void on_a_day_before_its_approval_a_document_is_missing() throws Exception {
    tellNothingOfDocuments();
    add("1", "policy", LocalDate.now().minusMonths(2), true);
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/preferences/as-of")
            .session(session)
            .with(as(owner))
            .with(form())
            .param("day", LocalDate.now().minusMonths(3).toString())
            .param("back", "/"));
    web.perform(get(page).session(session).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(not(containsString("Order No. 5"))));
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Order No. 5")));
  }

  @Test
  void all_that_is_wrong_with_a_document_is_told_at_once_and_nothing_is_kept() throws Exception {
    web.perform(
            post(page)
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("level", "2")
                .param("title", " ")
                .param("approved", LocalDate.now().plusDays(1).toString()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Give the document a title")))
        .andExpect(content().string(containsString("not in the future")))
        .andExpect(content().string(containsString("An approval needs both")));
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("No document entered yet")));
  }

  @Test
  void a_document_of_the_law_is_entered_once() throws Exception {
    add("2", "audit-rules", LocalDate.now().minusMonths(1), true);
    fill("2", "audit-rules", LocalDate.now(), true)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("in the catalogue already")));
  }

  @Test
  void an_auditor_reads_the_catalogue_and_changes_nothing_and_a_stranger_sees_nothing()
      throws Exception {
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    String document = add("2", "audit-rules", LocalDate.now().minusMonths(1), true);
    web.perform(get(document).with(as(auditor))).andExpect(status().isOk());
    web.perform(post(document + "/archive").with(as(auditor)).with(form()).param("reason", "x"))
        .andExpect(status().isForbidden());
    UUID stranger = person();
    UUID other = organization(stranger, Role.OWNER);
    web.perform(get(page).with(as(stranger))).andExpect(status().isNotFound());
    web.perform(get(document).with(as(stranger))).andExpect(status().isNotFound());
    String borrowed = document.replace(organization.toString(), other.toString());
    web.perform(get(borrowed).with(as(stranger))).andExpect(status().isNotFound());
  }

  private String add(String level, String kind, LocalDate approved, boolean kazakh)
      throws Exception {
    String location =
        fill(level, kind, approved, kazakh)
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(location).isNotNull();
    return location;
  }

  private ResultActions fill(String level, String kind, LocalDate approved, boolean kazakh)
      throws Exception {
    var request =
        post(page)
            .with(as(owner))
            .with(form())
            .header("Accept-Language", "en")
            .param("level", level)
            .param("kind", kind)
            .param("title", kind)
            .param("approved", approved.toString())
            .param("act", "Order No. 5")
            .param("russian", "1");
    return web.perform(kazakh ? request.param("kazakh", "1") : request);
  }

  private void tellNothingOfDocuments() {
    tell("documents.levels", List.of());
    for (String fact : DocumentKinds.FACTS.values()) {
      tell(fact, List.of());
    }
  }

  private void tell(String fact, Object value) {
    assessments.record(
        viewer(owner, organization, Role.OWNER),
        object,
        Map.of(book.facts().get(book.factIndex(fact)), FactValue.declared(value)));
  }

  private @Nullable FactValue known(String fact) {
    return facts
        .load(viewer(owner, organization, Role.OWNER), organization, LocalDate.now())
        .find(book.factIndex(fact));
  }

  private @Nullable Object value(String fact) {
    FactValue known = known(fact);
    return known == null ? null : known.value();
  }

  private Outcome outcome(String requirement) {
    return assessments
        .assess(viewer(owner, organization, Role.OWNER), object, LocalDate.now())
        .assessment()
        .decisions()
        .stream()
        .filter(d -> d.requirement().id().equals(requirement))
        .map(Decision::outcome)
        .findFirst()
        .orElseThrow();
  }
}
