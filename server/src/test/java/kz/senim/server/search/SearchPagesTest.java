package kz.senim.server.search;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

class SearchPagesTest extends ServerTest {

  private UUID owner;
  private UUID organization;

  @BeforeEach
  void an_owner_with_an_object() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    objects.add(
        viewer(owner, organization, Role.OWNER),
        organization,
        "Портал <обращений> граждан 100%",
        "portal_1");
    example(owner, organization, "regional-internet-resource");
  }

  private ResultActions search(UUID account, String lang, String... words) throws Exception {
    return web.perform(
        get("/search").param("q", words).with(as(account)).header("Accept-Language", lang));
  }

  @Test
  void a_citation_leads_straight_to_its_paragraph() throws Exception {
    for (String typed : new String[] {"38 4", "подп. 4) п. 38", "38-т. 4) тш."}) {
      search(owner, "ru", typed).andExpect(redirectedUrl("/law/P1600000832/38/4"));
    }
  }

  @Test
  void own_records_are_found_by_other_forms_of_their_words_and_stay_text() throws Exception {
    search(owner, "ru", "порталом обращения")
        .andExpect(
            content().string(containsString("<mark>Портал</mark> &lt;<mark>обращений</mark>&gt;")));
    search(owner, "ru", "portal_1").andExpect(content().string(containsString("/objects/")));
    search(owner, "ru", "100%").andExpect(content().string(containsString("/objects/")));
    search(owner, "ru", "хранением журналов")
        .andExpect(content().string(containsString("/facts/logs.")));
  }

  @Test
  void what_is_typed_is_shown_as_text() throws Exception {
    search(owner, "en", "<script>alert(1)</script>")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<script>alert"))));
  }

  @Test
  void a_stranger_finds_nothing_of_others() throws Exception {
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    search(stranger, "ru", "портал обращений")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("/objects/"))));
    search(stranger, "ru", "хранением журналов")
        .andExpect(content().string(not(containsString("/facts/"))));
  }

  @Test
  void the_page_opens_in_each_language_with_results_without_and_empty() throws Exception {
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String words : new String[] {"", "журналы", "қауіпсіздік", "zzzz", "и", "5", "%"}) {
        search(owner, lang, words)
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")));
      }
    }
  }
}
