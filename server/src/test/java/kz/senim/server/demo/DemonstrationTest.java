package kz.senim.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.server.BeyondTheWalls;
import kz.senim.server.ServerApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ExtendWith(BeyondTheWalls.class)
@SpringBootTest(
    classes = ServerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "senim.demo=true")
@DirtiesContext
class DemonstrationTest {

  @Autowired private JdbcClient db;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("senim-demo");
    registry.add("senim.data", data::toString);
  }

  @Test
  void there_are_organisations_with_several_objects_and_people_in_every_role() {
    assertThat(count("select count(*) from organizations")).isEqualTo(DemoPeople.SEEDS.size());
    assertThat(
            count(
                "select min(n) from (select count(*) as n from objects group by organization_id)"
                    + " o"))
        .isGreaterThan(1);
    assertThat(count("select count(distinct role) from memberships")).isEqualTo(3);
    assertThat(
            count(
                """
                select count(*) from memberships m join accounts a on a.id = m.account_id
                where a.email = 'officer@example.kz' and m.role = 'security-officer'
                """))
        .isEqualTo(DemoPeople.SEEDS.size());
    assertThat(
            db.sql("select bin from organizations").query((row, _) -> row.getString("bin")).list())
        .allMatch(IdentificationNumber::isValid);
  }

  @Test
  void there_is_a_year_to_look_back_on_in_which_things_got_better() {
    assertThat(
            count(
                "select min(n) from (select count(*) as n from object_standings group by object_id)"
                    + " s"))
        .isGreaterThanOrEqualTo(6);
    Map<String, Object> trend =
        db.sql(
                """
                select sum(last.met) as met_now, sum(first.met) as met_then,
                       sum(last.undecided) as open_now, sum(first.undecided) as open_then
                from (select distinct on (object_id) * from object_standings order by object_id, day desc) last
                join (select distinct on (object_id) * from object_standings order by object_id, day) first
                  using (object_id)
                """)
            .query()
            .singleRow();
    assertThat((Long) trend.get("met_now")).isGreaterThan((Long) trend.get("met_then"));
    assertThat((Long) trend.get("open_now")).isLessThan((Long) trend.get("open_then"));
    assertThat(
            count(
                "select count(*) from fact_records where recorded_at < now() - interval '11"
                    + " months'"))
        .isPositive();
    assertThat(
            count(
                "select count(*) from fact_records where recorded_at > now() - interval '1 month'"))
        .isPositive();
    assertThat(count("select count(*) from fact_records where recorded_at > now()")).isZero();
    assertThat(
            count(
                """
                select count(*) from fact_records
                where value ~ '^\\d{4}-\\d{2}-\\d{2}$' and value::date <= current_date
                  and value::date > (recorded_at at time zone 'Asia/Almaty')::date + 20
                """))
        .as("dates told before they came")
        .isZero();
  }

  @Test
  void the_audit_log_tells_it_in_the_order_in_which_it_happened() {
    assertThat(
            count(
                """
                select count(*) from (select at, lag(at) over (order by id) as before from audit_log
                  where action = 'fact.record') l
                where at < before
                """))
        .isZero();
    assertThat(
            count(
                "select count(*) from audit_log where action = 'fact.record' and account_name ="
                    + " ''"))
        .isZero();
  }

  @Test
  void security_officers_keep_staff_documents_assets_and_risks_and_some_do_not_yet() {
    for (String table : List.of("staff_members", "security_documents", "assets", "risks")) {
      assertThat(count("select count(distinct organization_id) from " + table))
          .as(table)
          .isBetween(1, DemoPeople.SEEDS.size() - 1);
    }
    assertThat(count("select count(*) from risk_measures where due < current_date")).isPositive();
    assertThat(
            count(
                """
                select count(*) from security_documents
                where approved_on is null or approved_on < current_date - 1000
                """))
        .isPositive();
    assertThat(count("select count(*) from document_acquaintances")).isPositive();
    assertThat(count("select count(*) from risk_assets")).isPositive();
    assertThat(count("select count(*) from staff_trainings")).isPositive();
  }

  private int count(String sql) {
    return db.sql(sql).query(Integer.class).single();
  }
}
