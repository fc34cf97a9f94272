package kz.senim.server.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.Assessed;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangesTest extends ServerTest {

  @Autowired private Changes changes;
  @Autowired private IcuMessages messages;
  @Autowired private JdbcClient db;
  private UUID owner;
  private UUID organization;
  private UUID object;

  @BeforeEach
  void an_object_described_a_hundred_days_ago() throws IOException {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "regional-internet-resource");
    db.sql("update fact_records set recorded_at = ? where organization_id = ?")
        .params(Timestamp.from(Instant.now().minus(100, ChronoUnit.DAYS)), organization)
        .update();
  }

  private Changes.Since since(LocalDate from) {
    Viewer viewer = viewer(owner, organization, Role.OWNER);
    Assessed assessed = assessments.assess(viewer, object, LocalDate.now());
    return changes.between(
        assessed, from, Lang.EN, new PrintItems(book, messages, assessed, Lang.EN));
  }

  private void tell(Period retention) {
    Map<Fact, FactValue> values = new HashMap<>();
    values.put(book.facts().get(book.factIndex("logs.retention")), FactValue.declared(retention));
    assessments.record(viewer(owner, organization, Role.OWNER), object, values);
  }

  @Test
  void what_is_told_since_is_a_change_even_when_it_was_true_all_along() {
    tell(Period.ofYears(4));
    Changes.Since since = since(LocalDate.now().minusDays(30));
    assertThat(since.facts())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.value()).isEqualTo("4 years");
              assertThat(told.by()).isEqualTo("A person");
              assertThat(told.shared()).isTrue();
            });
    assertThat(since.outcomes())
        .filteredOn(outcome -> outcome.requirement().equals("ur-38-4-retention"))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.before()).isEqualTo("not-met");
              assertThat(outcome.after()).isEqualTo("met");
              assertThat(outcome.cause()).isEqualTo(Changes.Cause.FACTS);
              assertThat(outcome.because()).isNotEmpty();
            });
  }

  @Test
  void what_came_into_force_is_a_change_of_the_law() {
    Changes.Since since = since(LocalDate.of(2022, 1, 1));
    assertThat(since.law()).isNotEmpty();
    assertThat(since.law()).allSatisfy(c -> assertThat(c.on()).isAfter(LocalDate.of(2022, 1, 1)));
  }

  @Test
  void an_expired_fact_is_a_change_by_time_alone() {
    Changes.Since since = since(LocalDate.now().minusDays(99));
    assertThat(since.facts()).isEmpty();
    assertThat(since.outcomes())
        .allSatisfy(outcome -> assertThat(outcome.cause()).isNotEqualTo(Changes.Cause.FACTS));
  }

  @Test
  void the_page_opens_in_each_language_and_tells_what_is_wrong_with_the_days() throws Exception {
    tell(Period.ofYears(4));
    for (String lang : new String[] {"kk", "ru", "en"}) {
      web.perform(
              get("/objects/" + object + "/changes")
                  .with(as(owner))
                  .header("Accept-Language", lang))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("<polygon class=\"bg-met\"")));
    }
    web.perform(
            get("/objects/" + object + "/changes?from=2026-02-02&to=2026-01-01")
                .with(as(owner))
                .header("Accept-Language", "en"))
        .andExpect(content().string(containsString("must be before the last")));
    web.perform(
            get("/objects/" + object + "/changes?from=1999-02-02&to=2026-01-01")
                .with(as(owner))
                .header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("none of the acts was in force")));
  }
}
