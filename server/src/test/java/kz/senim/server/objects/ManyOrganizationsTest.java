package kz.senim.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Viewers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** What is asked in another way of a person with many organisations says the same. */
class ManyOrganizationsTest extends ServerTest {

  @Autowired private JdbcClient db;
  @Autowired private Viewers viewers;
  private UUID officer;
  private UUID stranger;

  @BeforeEach
  void an_officer_of_120_organizations_and_one_more_that_is_archived() {
    officer = person();
    stranger = person();
    make(officer, "Branch", 120);
    make(officer, "Closed", 1);
    db.sql(
            "update organizations set archived_at = now() where name = 'Closed 1' and created_by = ?")
        .param(officer)
        .update();
    make(stranger, "Foreign", 120);
  }

  private void make(UUID of, String name, int many) {
    db.sql(
            """
            with made as (
              insert into organizations (id, name, created_at, created_by)
              select gen_random_uuid(), :name || ' ' || n, now(), :of from generate_series(1, :many) n
              returning id, name),
            member as (
              insert into memberships (account_id, organization_id, role)
              select :of, id, 'security-officer' from made),
            object as (
              insert into objects (id, organization_id, name, created_at, created_by)
              select gen_random_uuid(), id, 'Portal of ' || name, now(), :of from made
              returning id, organization_id, name)
            insert into remedies
              (id, organization_id, object_id, requirement, task, owner_id, due, status, created_at)
            select gen_random_uuid(), organization_id, id, 'ur-38-4-retention', 'Mend ' || name, :of,
                   current_date, 'open', now()
            from object
            """)
        .param("name", name)
        .param("of", of)
        .param("many", many)
        .update();
  }

  @Test
  void both_conditions_find_the_same_and_nothing_of_others() {
    Within all = Within.all(viewers.find(officer).orElseThrow());
    assertThat(all.allOf()).isEqualTo(officer);
    List<String> found = objects(all);
    assertThat(found).hasSize(120).allMatch(name -> name.startsWith("Portal of Branch"));
    assertThat(objects(Within.these(all.organizations()))).isEqualTo(found);
  }

  private List<String> objects(Within within) {
    return db.sql("select name from objects where " + within.sql("organization_id") + " order by 1")
        .param("within", within.value())
        .query(String.class)
        .list();
  }

  @Test
  void organizations_are_found_by_name_where_they_are_too_many_to_choose_from() throws Exception {
    page("/remedies")
        .andExpect(content().string(containsString("120 remedies")))
        .andExpect(content().string(containsString("Organisation</span><input type=\"search\"")))
        .andExpect(content().string(not(containsString("<option value=\"" + one()))));
    page("/remedies?q=branch 7")
        .andExpect(content().string(containsString("11 remedies"))) // 7 and 70 to 79
        .andExpect(content().string(containsString("Mend Portal of Branch 77")));
    page("/remedies?organization=" + one())
        .andExpect(content().string(containsString("1 remedy")))
        .andExpect(content().string(containsString("<option value=\"" + one())));
    page("/duties")
        .andExpect(content().string(containsString("Organisation</span><input type=\"search\"")));
  }

  @Test
  void the_search_finds_theirs_and_neither_the_archived_nor_others() throws Exception {
    for (String word : List.of("portal", "mend", "branch")) {
      page("/search?q=" + word)
          .andExpect(content().string(containsString("Branch")))
          .andExpect(content().string(not(containsString("Foreign"))))
          .andExpect(content().string(not(containsString("Closed"))));
    }
  }

  private UUID one() {
    return db.sql("select id from organizations where name = 'Branch 1' and created_by = ?")
        .param(officer)
        .query(UUID.class)
        .single();
  }

  private ResultActions page(String path) throws Exception {
    return web.perform(get(path).with(as(officer)).header("Accept-Language", "en"));
  }
}
