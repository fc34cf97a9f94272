package kz.senim.server.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.Requirement;
import kz.senim.server.ServerTest;
import kz.senim.server.SqlCount;
import kz.senim.server.notices.NoticeKind;
import kz.senim.server.notices.NoticeRequested;
import kz.senim.server.objects.Within;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

class RemediesTest extends ServerTest {

  @Autowired private Remedies remedies;
  @Autowired private RemedyLists lists;
  @Autowired private MetWatch watch;
  @Autowired private JdbcClient db;
  private UUID owner;
  @Autowired private RemedyNews remedyNews;
  private UUID organization;
  private UUID object;
  private Viewer viewer;
  private String judged;

  @BeforeEach
  void an_owner_with_an_object_of_which_somebody_must_judge_something() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    viewer = viewer(owner, organization, Role.OWNER);
    object = example(owner, organization, "regional-internet-resource");
    judged =
        assessments.assess(viewer, object, today()).assessment().decisions().stream()
            .filter(d -> d.outcome() == Outcome.MET || d.outcome() == Outcome.UNDECIDED)
            .map(Decision::requirement)
            .filter(requirement -> requirement.attestedBy() != null)
            .map(Requirement::id)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void a_judgement_changes_the_outcome_and_says_who_judged() throws Exception {
    attest("false", "IT head").andExpect(redirectedUrl(requirement()));
    assertThat(outcome()).isEqualTo(Outcome.NOT_MET);
    attest("true", "IT head, A. Person").andExpect(redirectedUrl(requirement()));
    assertThat(outcome()).isEqualTo(Outcome.MET);
    page(requirement() + "/work", "en")
        .andExpect(content().string(containsString("attested")))
        .andExpect(content().string(containsString("IT head, A. Person")));
  }

  @Test
  void a_judgement_counts_from_its_day_to_its_last() throws Exception {
    Outcome before = outcome(today().minusDays(1));
    web.perform(
        post(requirement() + "/attestation")
            .with(as(owner))
            .with(form())
            .param("conforms", "false")
            .param("by", "IT head")
            .param("until", today().plusDays(10).toString()));
    assertThat(outcome(today().minusDays(1))).isEqualTo(before);
    assertThat(outcome(today().plusDays(10))).isEqualTo(Outcome.NOT_MET);
    assertThat(outcome(today().plusDays(11))).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void a_judgement_without_a_name_or_an_answer_is_told_at_once() throws Exception {
    web.perform(
            post(requirement() + "/attestation")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("until", today().minusDays(1).toString()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose whether it conforms.")))
        .andExpect(content().string(containsString("Say who judged")))
        .andExpect(content().string(containsString("The last day lies in the past.")));
  }

  @Test
  void the_work_is_a_part_for_htmx_and_a_page_for_everybody_else() throws Exception {
    page(requirement() + "/work", "en")
        .andExpect(content().string(containsString("<html")))
        .andExpect(content().string(containsString("id=\"work\"")));
    web.perform(
            get(requirement() + "/work")
                .with(as(owner))
                .header("HX-Request", "true")
                .header("Accept-Language", "en"))
        .andExpect(content().string(not(containsString("<html"))))
        .andExpect(content().string(containsString("id=\"work\"")));
  }

  @Test
  void a_remedy_is_assigned_changed_done_and_opened_again_and_all_of_it_stays() throws Exception {
    attest("false", "IT head");
    assign("Write the rules", owner, today().plusDays(20)).andExpect(redirectedUrl(requirement()));
    Remedy remedy = only();
    assertThat(remedies.open(object)).isEqualTo(1);
    String path = "/remedies/" + remedy.id();
    web.perform(
            post(path)
                .with(as(owner))
                .with(form())
                .param("task", "Write the rules and have them signed")
                .param("owner", owner.toString())
                .param("due", today().plusDays(30).toString())
                .param("note", "The head is away"))
        .andExpect(redirectedUrl(path));
    web.perform(post(path + "/done").with(as(owner)).with(form()).param("note", "Order 5"))
        .andExpect(redirectedUrl(path));
    assertThat(remedies.open(object)).isZero();
    web.perform(
            post(path + "/reopen")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("note", " "))
        .andExpect(content().string(containsString("Say why it is opened again.")));
    web.perform(post(path + "/reopen").with(as(owner)).with(form()).param("note", "Not signed"))
        .andExpect(redirectedUrl(path));
    assertThat(remedies.history(only()).reversed())
        .extracting(Change::event, Change::due, Change::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("assigned", today().plusDays(20), ""),
            org.assertj.core.groups.Tuple.tuple(
                "changed", today().plusDays(30), "The head is away"),
            org.assertj.core.groups.Tuple.tuple("done", today().plusDays(30), "Order 5"),
            org.assertj.core.groups.Tuple.tuple("reopened", today().plusDays(30), "Not signed"));
    page(path, "en").andExpect(content().string(containsString("The head is away")));
  }

  @Test
  void a_requirement_met_by_now_asks_to_close_its_remedy_and_closes_nothing() throws Exception {
    attest("false", "IT head");
    assign("Write the rules", owner, today().plusDays(20));
    assertThat(only().met()).isFalse();
    attest("true", "IT head");
    eventually(() -> only().met());
    assertThat(only().done()).isFalse();
    page("/remedies?status=met", "en")
        .andExpect(content().string(containsString("requirement now met")));
    page("/remedies/" + only().id(), "en")
        .andExpect(content().string(containsString("nothing is closed by itself")));
    attest("false", "auditor");
    eventually(() -> !only().met());
  }

  @Test
  void what_time_alone_has_changed_is_noticed_every_day() throws Exception {
    attest("false", "IT head");
    assign("Write the rules", owner, today().plusDays(20));
    db.sql("update remedies set met = true where id = ?").param(only().id()).update();
    watch.everyDay();
    assertThat(only().met()).isFalse();
  }

  @Test
  void only_a_member_who_may_act_can_be_responsible_and_not_for_a_day_gone_by() throws Exception {
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    for (UUID no : new UUID[] {auditor, person()}) {
      web.perform(
              post(requirement() + "/remedies")
                  .with(as(owner))
                  .with(form())
                  .header("Accept-Language", "en")
                  .param("task", " ")
                  .param("owner", no.toString())
                  .param("due", today().minusDays(1).toString()))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Say what is to be done")))
          .andExpect(content().string(containsString("who may change something there")))
          .andExpect(content().string(containsString("The day must be today or later")));
    }
    assertThat(remedies.open(object)).isZero();
  }

  @Test
  void the_list_is_of_the_viewers_organisations_and_can_be_narrowed() throws Exception {
    UUID colleague = person();
    accounts.grant(colleague, organization, Role.SECURITY_OFFICER);
    assign("Mine", owner, today().plusDays(5));
    assign("Theirs", colleague, today().plusDays(1));
    LocalDate later = today().plusDays(3);
    assertThat(tasks(filter("open", false, false), today())).containsExactly("Theirs", "Mine");
    assertThat(tasks(filter("open", false, true), today())).containsExactly("Mine");
    assertThat(tasks(filter("open", true, false), later)).containsExactly("Theirs");
    assertThat(tasks(filter("done", false, false), today())).isEmpty();
    page("/remedies?overdue=true", "en")
        .andExpect(content().string(containsString("No remedy here")));
    page("/objects/" + object, "en")
        .andExpect(content().string(containsString("2 open remedies")))
        .andExpect(content().string(containsString("/remedies?object=" + object)));
  }

  @Test
  void a_long_list_is_counted_to_a_thousand_and_read_to_its_end() throws Exception {
    db.sql(
            """
            insert into remedies
              (id, organization_id, object_id, requirement, task, owner_id, due, status, created_at)
            select gen_random_uuid(), :organization, :object, :requirement, 'Task ' || n, :owner,
                   :day::date + n, 'open', now()
            from generate_series(1, 1025) n
            """)
        .param("organization", organization)
        .param("object", object)
        .param("requirement", judged)
        .param("owner", owner)
        .param("day", today())
        .update();
    page("/remedies", "en")
        .andExpect(content().string(containsString("More than 1,000 remedies")))
        .andExpect(content().string(containsString(">Task 1<")))
        .andExpect(content().string(not(containsString(">Task 51<"))));
    page("/remedies?page=19", "en").andExpect(content().string(containsString("page=20")));
    page("/remedies?page=20", "en")
        .andExpect(content().string(containsString(">Task 1025<")))
        .andExpect(content().string(containsString("1,025 remedies")))
        .andExpect(content().string(not(containsString("page=21"))));
  }

  @Test
  void another_organisations_remedy_is_not_there_and_an_auditor_only_reads() throws Exception {
    assign("Secret", owner, today().plusDays(5));
    String path = "/remedies/" + only().id();
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(get(path).with(as(stranger))).andExpect(status().isNotFound());
    web.perform(post(path + "/done").with(as(stranger)).with(form()))
        .andExpect(status().isNotFound());
    web.perform(get("/remedies?organization=" + organization).with(as(stranger)))
        .andExpect(status().isNotFound());
    web.perform(get("/remedies?object=" + object).with(as(stranger)))
        .andExpect(status().isNotFound());
    web.perform(get("/remedies").with(as(stranger)))
        .andExpect(content().string(not(containsString("Secret"))));
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get(path).with(as(auditor))).andExpect(status().isOk());
    web.perform(get(requirement() + "/work").with(as(auditor)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString(requirement() + "/attestation"))));
    for (String action : new String[] {path + "/done", path + "/reopen", path}) {
      web.perform(post(action).with(as(auditor)).with(form()).param("note", "x"))
          .andExpect(status().isForbidden());
    }
    web.perform(
            post(requirement() + "/attestation")
                .with(as(auditor))
                .with(form())
                .param("conforms", "true")
                .param("by", "auditor"))
        .andExpect(status().isForbidden());
    web.perform(post(requirement() + "/remedies").with(as(auditor)).with(form()))
        .andExpect(status().isForbidden());
  }

  @Test
  void whoever_is_made_responsible_is_told_once_and_told_again_when_the_day_is_past()
      throws Exception {
    UUID officer = person();
    accounts.grant(officer, organization, Role.SECURITY_OFFICER);
    assign("Mend it", officer, today());
    List<NoticeRequested> news =
        remedyNews.on(today().plusDays(1), List.of(organization), _ -> Set.of(owner, officer));
    assertThat(news)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.account()).isEqualTo(officer);
              assertThat(notice.kind()).isEqualTo(NoticeKind.REMEDY_OVERDUE);
            });
    assertThat(remedyNews.on(today().minusDays(30), List.of(organization), _ -> Set.of()))
        .isEmpty();
    eventually(
        () ->
            db.sql("select count(*) from notices where account_id = ?")
                    .param(officer)
                    .query(Long.class)
                    .single()
                == 1);
    web.perform(get("/notices").with(as(officer)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Mend it")));
  }

  @Test
  void pages_take_the_same_statements_however_many_remedies_there_are() throws Exception {
    assign("One", owner, today().plusDays(5));
    List<String> list = SqlCount.of(() -> page("/remedies", "en"));
    List<String> work = SqlCount.of(() -> page(requirement() + "/work", "en"));
    for (int i = 0; i < 20; i++) {
      assign("More " + i, owner, today().plusDays(i));
    }
    UUID second = organization(owner, Role.OWNER);
    example(owner, second, "regional-internet-resource");
    assertThat(SqlCount.of(() -> page("/remedies", "en"))).hasSameSizeAs(list).hasSizeBetween(1, 4);
    assertThat(SqlCount.of(() -> page(requirement() + "/work", "en")))
        .hasSameSizeAs(work)
        .hasSizeBetween(1, 9);
  }

  @Test
  void pages_open_in_each_language() throws Exception {
    assign("One", owner, today().plusDays(5));
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path :
          new String[] {
            "/remedies",
            "/remedies/" + only().id(),
            requirement() + "/work",
            requirement() + "/remedies/new"
          }) {
        page(path, lang)
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")));
      }
    }
  }

  private ResultActions attest(String conforms, String by) throws Exception {
    return web.perform(
        post(requirement() + "/attestation")
            .with(as(owner))
            .with(form())
            .param("conforms", conforms)
            .param("by", by));
  }

  private ResultActions assign(String task, UUID responsible, LocalDate due) throws Exception {
    return web.perform(
        post(requirement() + "/remedies")
            .with(as(owner))
            .with(form())
            .param("task", task)
            .param("owner", responsible.toString())
            .param("due", due.toString()));
  }

  private RemedyLists.Filter filter(String status, boolean overdue, boolean mine) {
    return new RemedyLists.Filter(Within.one(organization), null, status, overdue, mine, 0);
  }

  private List<String> tasks(RemedyLists.Filter filter, LocalDate day) {
    return lists.list(viewer, filter, day).remedies().stream().map(Remedy::task).toList();
  }

  private ResultActions page(String path, String lang) throws Exception {
    return web.perform(get(path).with(as(owner)).header("Accept-Language", lang));
  }

  private String requirement() {
    return "/objects/" + object + "/requirements/" + judged;
  }

  private Remedy only() {
    return remedies.of(object, judged).getFirst();
  }

  private Outcome outcome() {
    return outcome(today());
  }

  private Outcome outcome(LocalDate day) {
    return assessments.assess(viewer, object, day).assessment().decisions().stream()
        .filter(d -> d.requirement().id().equals(judged))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  /** The requirement is decided again after the fact's transaction, in one of its own. */
  private static void eventually(BooleanSupplier claim) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!claim.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(claim.getAsBoolean()).isTrue();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Almaty"));
  }
}
