package kz.senim.server.risks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The catalogue of risks and the plan of their treatment: decree 832, paragraph 37. */
class RiskPagesTest extends ServerTest {

  @Autowired private OrganizationFacts facts;
  @Autowired private RequirementSearch search;
  private UUID owner;
  private UUID organization;
  private String page;

  @BeforeEach
  void an_organisation() {
    owner = person();
    organization = organization(owner, Role.SECURITY_OFFICER);
    page = "/organizations/" + organization + "/risks";
  }

  @Test
  void every_page_opens_in_each_language() throws Exception {
    String risk = add("reduce", "4", "5");
    addMeasure(risk, "ur-38-4-retention", LocalDate.now().minusDays(1));
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path :
          new String[] {
            page, page + "/new", page + "/method", risk, risk + "?q=38/4&asset=server"
          }) {
        web.perform(get(path).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
            .andExpect(content().string(not(containsString("??"))));
      }
    }
  }

  @Test
  void ur_37_4_and_5_the_numbers_of_the_catalogue_are_told_to_the_assessments() throws Exception {
    String risk = add("reduce", "4", "5");
    add("accept", "1", "2");
    assertThat(value("risk.catalogued")).isEqualTo(2.0);
    assertThat(value("risk.withoutMeasure")).isEqualTo(1.0);
    assertThat(value("risk.identified")).isEqualTo(List.of("threats", "vulnerabilities"));
    assertThat(value("risk.assessed")).isNull();
    addMeasure(risk, "", LocalDate.now().plusDays(30));
    assertThat(value("risk.withoutMeasure")).isEqualTo(0.0);
  }

  @Test
  void ur_37_the_method_is_told_to_the_assessments() throws Exception {
    add("reduce", "4", "5");
    method("10", "2026-01-15", "Order No. 3").andExpect(status().is3xxRedirection());
    assertThat(value("risk.acceptanceCriteria")).isEqualTo(true);
    assertThat(value("risk.planApproved")).isEqualTo(true);
    assertThat(value("risk.methodologyStandard")).isEqualTo("st-rk-31010-2020");
    assertThat(value("risk.analysisProcedure")).isEqualTo(false);
    assertThat(value("risk.assessed")).isEqualTo(1.0);
    method("26", "2026-01-15", "")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("a number from 1 to 25")))
        .andExpect(content().string(containsString("An approval needs both")));
  }

  @Test
  void ur_37_2_assets_are_covered_one_by_one_or_all_that_words_find_until_they_are_put_away()
      throws Exception {
    inventory();
    String risk = add("reduce", "4", "5");
    assertThat(value("risk.assetsCovered")).isEqualTo(0.0);
    perform(post(risk + "/assets").param("asset", "server").param("all", "true"));
    assertThat(value("risk.assetsCovered")).isEqualTo(2.0);
    String body =
        web.perform(get(risk).with(as(owner))).andReturn().getResponse().getContentAsString(UTF_8);
    String asset = body.replaceAll("(?s).*?/assets/([0-9a-f-]{36})\".*", "$1");
    perform(
        post("/organizations/" + organization + "/assets/" + asset + "/archive")
            .param("reason", "scrapped"));
    assertThat(value("risk.assetsCovered")).isEqualTo(1.0);
  }

  @Test
  void the_matrix_counts_risks_and_shows_what_lies_above_the_criterion() throws Exception {
    add("reduce", "4", "5");
    add("reduce", "4", "5");
    method("10", "", "");
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(
            content().string(containsString("<b>2</b><span class=\"sr\">risks, high rating")))
        .andExpect(content().string(containsString("class=\"lv-high above\"")));
    web.perform(
            get(page + "?likelihood=1&impact=1").with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("0 risks</p>")));
  }

  @Test
  void a_risk_is_accepted_only_with_a_reason_and_is_marked_above_the_criterion() throws Exception {
    perform(
        post(page)
            .param("title", "")
            .param("threat", "Fire")
            .param("treatment", "accept")
            .param("likelihood", "2")
            .param("impact", "2")
            .param("residualLikelihood", "5")
            .param("residualImpact", "5"),
        "Give the risk a name",
        "accepted with a reason",
        "cannot be rated above");
    String risk = add("accept", "5", "5");
    method("10", "", "");
    web.perform(get(risk).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("accepted above the criterion")));
  }

  @Test
  void requirements_are_found_by_their_place_however_it_is_written_and_by_words() {
    for (String query : new String[] {"38/4", "38.4", "38 (4)", "38(4)", "п. 38"}) {
      List<RequirementSearch.Found> found = search.find(query, LocalDate.now(), Lang.RU);
      assertThat(found).as(query).isNotEmpty();
    }
    assertThat(search.find("38/4", LocalDate.now(), Lang.EN))
        .extracting(RequirementSearch.Found::id)
        .contains("ur-38-4-retention");
    assertThat(search.find("journal nobody has", LocalDate.now(), Lang.EN)).isEmpty();
    assertThat(search.find("  ", LocalDate.now(), Lang.EN)).isEmpty();
  }

  @Test
  void an_overdue_measure_is_told_until_it_is_done() throws Exception {
    String risk = add("reduce", "4", "5");
    addMeasure(risk, "ur-38-4-retention", LocalDate.now().minusDays(1));
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("1 overdue")));
    String body =
        web.perform(get(risk).with(as(owner))).andReturn().getResponse().getContentAsString(UTF_8);
    String measure = body.replaceAll("(?s).*?/measures/([0-9a-f-]{36})/done.*", "$1");
    perform(post(risk + "/measures/" + measure + "/done"));
    web.perform(get(page).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("1 of 1 done")))
        .andExpect(content().string(not(containsString("1 overdue"))));
  }

  @Test
  void an_auditor_changes_nothing_and_a_stranger_sees_nothing() throws Exception {
    String risk = add("reduce", "4", "5");
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get(risk).with(as(auditor))).andExpect(status().isOk());
    web.perform(post(risk + "/archive").with(as(auditor)).with(form()).param("reason", "x"))
        .andExpect(status().isForbidden());
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(get(risk).with(as(stranger))).andExpect(status().isNotFound());
  }

  private String add(String treatment, String likelihood, String impact) throws Exception {
    String location =
        web.perform(
                post(page)
                    .with(as(owner))
                    .with(form())
                    .param("title", "Fire in the server room")
                    .param("threat", "Fire")
                    .param("vulnerability", "no gas extinguishing")
                    .param("likelihood", likelihood)
                    .param("impact", impact)
                    .param("treatment", treatment)
                    .param("reason", treatment.equals("accept") ? "small" : ""))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(location).isNotNull();
    return location;
  }

  private void addMeasure(String risk, String requirement, LocalDate due) throws Exception {
    perform(
        post(risk + "/measures")
            .param("text", "Install gas extinguishing")
            .param("requirement", requirement)
            .param("measureOwner", "A. Keeper")
            .param("due", due.toString()));
  }

  private ResultActions method(String acceptable, String day, String act) throws Exception {
    return web.perform(
        post(page + "/method")
            .with(as(owner))
            .with(form())
            .header("Accept-Language", "en")
            .param("standard", "st-rk-31010-2020")
            .param("by27005", "1")
            .param("acceptable", acceptable)
            .param("plan", day)
            .param("act", act));
  }

  private void perform(MockHttpServletRequestBuilder request, String... told) throws Exception {
    var result = web.perform(request.with(as(owner)).with(form()).header("Accept-Language", "en"));
    if (told.length == 0) {
      result.andExpect(status().is3xxRedirection());
    }
    for (String text : told) {
      result.andExpect(content().string(containsString(text)));
    }
  }

  private void inventory() throws Exception {
    String assets = "/organizations/" + organization + "/assets";
    byte[] table =
        "code,name,kind\nA-1,Server one,hardware\nA-2,Server two,hardware\nA-3,Printer,hardware\n"
            .getBytes(UTF_8);
    String preview =
        web.perform(
                multipart(assets + "/import")
                    .file(new MockMultipartFile("file", "assets.csv", "text/csv", table))
                    .with(as(owner))
                    .with(form()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(preview).isNotNull();
    perform(post(preview));
  }

  private @Nullable Object value(String fact) {
    FactValue known =
        facts
            .load(viewer(owner, organization, Role.OWNER), organization, LocalDate.now())
            .find(book.factIndex(fact));
    return known == null ? null : known.value();
  }
}
