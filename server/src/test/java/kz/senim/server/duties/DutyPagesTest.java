package kz.senim.server.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.Duties;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.ServerTest;
import kz.senim.server.audit.Refusals;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.Within;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewers;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DutyPagesTest extends ServerTest {

  @Autowired private Deadlines deadlines;
  @Autowired private KeptDeadlines kept;
  @Autowired private org.springframework.jdbc.core.simple.JdbcClient db;
  @Autowired private WorkingCalendar calendar;
  @Autowired private Clock clock;
  @Autowired private Feeds feeds;
  @Autowired private DutyList list;
  @Autowired private Viewers viewers;
  @Autowired private IcuMessages messages;
  @Autowired private ServerSettings settings;
  @Autowired private Refusals refusals;
  private UUID owner;
  private UUID organization;
  private UUID object;

  @BeforeEach
  void an_owner_with_an_object() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "state-system-class-1");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void tell(UUID of, String fact, LocalDate day) {
    Fact found = book.facts().get(book.factIndex(fact));
    assessments.record(
        viewer(owner, organization, Role.OWNER), of, Map.of(found, FactValue.declared(day)));
  }

  @Test
  void the_list_is_what_the_core_works_out() {
    Assessed assessed =
        assessments.assess(viewer(owner, organization, Role.OWNER), object, today());
    Set<String> wanted =
        Duties.of(book, assessed.facts(), assessed.assessment()).stream()
            .map(duty -> duty.requirement().id() + " " + duty.due())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(wanted).isNotEmpty();
    Set<String> listed =
        deadlines.of(Within.one(organization), today()).stream()
            .map(deadline -> deadline.requirement().id() + " " + deadline.due())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(wanted);
  }

  @Test
  void a_month_shows_every_deadline_on_its_day_and_every_day_off_by_its_name() {
    List<DeadlineRow> rows =
        deadlines.of(Within.one(organization), today()).stream()
            .map(deadline -> DeadlineRow.of(deadline, book, calendar, today(), Lang.EN))
            .toList();
    Map<LocalDate, Long> wanted =
        rows.stream()
            .filter(row -> row.due() != null)
            .collect(Collectors.groupingBy(DeadlineRow::due, TreeMap::new, Collectors.counting()));
    Map<LocalDate, Long> shown = new TreeMap<>();
    wanted.keySet().stream()
        .map(YearMonth::from)
        .distinct()
        .forEach(
            month ->
                MonthGrid.of(month, rows, Map.of(), calendar, today(), Lang.EN)
                    .dueDays()
                    .forEach(day -> shown.put(day.date(), (long) day.due().size())));
    assertThat(shown).isEqualTo(wanted);
    for (int month = 1; month <= 12; month++) {
      for (List<MonthGrid.Day> week :
          MonthGrid.of(YearMonth.of(2026, month), rows, Map.of(), calendar, today(), Lang.EN)
              .weeks()) {
        assertThat(week)
            .hasSize(7)
            .allSatisfy(
                day ->
                    assertThat(day.off())
                        .isEqualTo(day.inMonth() && !calendar.isWorkingDay(day.date())));
      }
    }
    MonthGrid december =
        MonthGrid.of(YearMonth.of(2026, 12), rows, Map.of(), calendar, today(), Lang.EN);
    assertThat(
            december.weeks().stream()
                .flatMap(List::stream)
                .filter(day -> day.date().equals(LocalDate.of(2026, 12, 16)))
                .map(MonthGrid.Day::name))
        .containsExactly("Independence Day");
  }

  @Test
  void a_duty_counted_from_a_fact_of_the_organisation_stands_there_once() throws Exception {
    UUID second = example(owner, organization, "state-system-class-1");
    assertThat(FactStore.isOfObject(book.facts().get(book.factIndex("documents.reviewedOn"))))
        .isFalse();
    tell(object, "documents.reviewedOn", today().minusYears(1));
    List<Deadline> reviews =
        deadlines.of(Within.one(organization), today()).stream()
            .filter(deadline -> deadline.fact().id().equals("documents.reviewedOn"))
            .toList();
    assertThat(reviews)
        .hasSize(1)
        .allSatisfy(
            review ->
                assertThat(review.objects().stream().map(o -> o.id()))
                    .containsExactlyInAnyOrder(object, second));
  }

  @Test
  void an_overdue_duty_goes_first_and_alone_when_asked() throws Exception {
    tell(object, "documents.reviewedOn", today().minusYears(9));
    assertThat(deadlines.of(Within.one(organization), today()).getFirst().overdue()).isTrue();
    web.perform(get("/duties?overdue=true").with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Overdue: ")))
        .andExpect(content().string(not(containsString(">Ahead<"))));
  }

  @Test
  void remembered_sums_are_those_of_the_moment() throws Exception {
    Within all = new Within(Set.of(), owner);
    List<KeptDeadlines.Day> first = remembered(all);
    assertThat(first).isNotEmpty().isEqualTo(kept.days(Within.one(organization), null, ""));
    tell(object, "documents.reviewedOn", today().minusYears(1));
    List<KeptDeadlines.Day> second = remembered(all);
    assertThat(second).isNotEqualTo(first);
    assertThat(second).isEqualTo(kept.days(Within.one(organization), null, ""));
    UUID other = organization(owner, Role.OWNER);
    example(owner, other, "clinic-chain");
    assertThat(remembered(all))
        .isNotEqualTo(second)
        .isEqualTo(kept.days(Within.these(Set.of(organization, other)), null, ""));
    // Whoever is no member of it any more does not go on seeing what was remembered.
    db.sql("delete from memberships where account_id = ? and organization_id = ?")
        .params(owner, other)
        .update();
    assertThat(remembered(all)).isEqualTo(second);
  }

  private List<KeptDeadlines.Day> remembered(Within all) {
    String version = kept.kept(all).version();
    List<KeptDeadlines.Day> days = kept.days(all, null, version);
    assertThat(kept.days(all, null, version)).isSameAs(days);
    return days;
  }

  @Test
  void both_views_open_in_each_language_on_any_day() throws Exception {
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String page :
          new String[] {
            "/duties",
            "/duties?view=month",
            "/duties?view=month&month=1990-01",
            "/duties?view=month&month=2200-12",
            "/duties?organization=" + organization + "&object=" + object
          }) {
        web.perform(get(page).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")));
      }
    }
  }

  @Test
  void a_stranger_sees_no_deadline_of_others_and_may_not_ask_for_them() throws Exception {
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    String name = objects.object(viewer(owner, organization, Role.OWNER), object).name();
    web.perform(get("/duties").with(as(stranger)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString(name))));
    web.perform(get("/duties?organization=" + organization).with(as(stranger)))
        .andExpect(status().isNotFound());
    web.perform(get("/duties?object=" + object).with(as(stranger)))
        .andExpect(status().isNotFound());
  }

  @Test
  void the_feed_is_valid_speaks_the_persons_language_and_ends_when_revoked() throws Exception {
    accounts.setLanguage(owner, "kk");
    String password = password();
    web.perform(get("/duties").with(as(owner)))
        .andExpect(content().string(containsString("/feeds/duties.ics")))
        .andExpect(content().string(not(containsString(password))));
    String text =
        web.perform(feed(password))
            .andExpect(status().isOk())
            .andExpect(content().contentType("text/calendar;charset=UTF-8"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    Calendar read = new CalendarBuilder().build(new StringReader(text));
    assertThat(read.validate(true).hasErrors()).isFalse();
    List<VEvent> events = read.getComponents("VEVENT");
    List<Deadline> dated =
        deadlines.of(Within.one(organization), today()).stream()
            .filter(deadline -> deadline.due() != null)
            .toList();
    assertThat(events.stream().map(event -> event.getUid().orElseThrow().getValue()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            dated.stream().map(deadline -> deadline.key() + "@senim").toList());
    assertThat(events)
        .allSatisfy(event -> assertThat(event.getAlarms()).hasSize(2))
        .anySatisfy(
            event ->
                assertThat(event.getSummary().getValue())
                    .contains(dated.getFirst().requirement().statement().kk()));
    assertThat(web.perform(feed(password)).andReturn().getResponse().getContentAsString())
        .isEqualTo(text);
    web.perform(post("/duties/feed").with(as(owner)).with(form()).param("act", "revoke"));
    web.perform(feed(password)).andExpect(status().isUnauthorized());
  }

  /** Makes one on the page, which shows it once. */
  private String password() throws Exception {
    return (String)
        web.perform(post("/duties/feed").with(as(owner)).with(form()).param("act", "make"))
            .andReturn()
            .getFlashMap()
            .get("feedPassword");
  }

  private MockHttpServletRequestBuilder feed(String password) {
    return get("/feeds/duties.ics")
        .with(httpBasic(accounts.find(owner).orElseThrow().email(), password));
  }

  @Test
  void the_feed_asks_for_a_name_and_its_own_password_and_takes_no_other() throws Exception {
    String password = password();
    accounts.setPassword(owner, "жеті қабат көктің астында");
    web.perform(get("/feeds/duties.ics"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", containsString("Basic realm=")));
    web.perform(get("/feeds/duties.ics").header("Authorization", "Basic %%%"))
        .andExpect(status().isUnauthorized());
    String other = accounts.find(person()).orElseThrow().email();
    web.perform(get("/feeds/duties.ics").with(httpBasic(other, password)))
        .andExpect(status().isUnauthorized());
    web.perform(feed("жеті қабат көктің астында")).andExpect(status().isUnauthorized());
    web.perform(feed(password)).andExpect(status().isOk());
    String email = accounts.find(owner).orElseThrow().email();
    web.perform(
            get("/feeds/duties.ics")
                .with(httpBasic(email.toUpperCase(java.util.Locale.ROOT), password)))
        .andExpect(status().isOk());
    // It opens this alone.
    web.perform(get("/duties").with(httpBasic(email, password)))
        .andExpect(redirectedUrl("/sign-in"));
    web.perform(get("/api/v1/organizations").with(httpBasic(email, password)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void an_address_that_holds_the_secret_opens_only_where_the_operator_lets_it() throws Exception {
    String password = password();
    web.perform(get("/feeds/duties/" + password + ".ics")).andExpect(status().isNotFound());
    FeedController allowing =
        new FeedController(
            feeds,
            list,
            viewers,
            accounts,
            messages,
            book,
            settings,
            new FeedSettings(true),
            refusals,
            clock);
    assertThat(allowing.feed(password).getBody()).contains("BEGIN:VCALENDAR");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> allowing.feed("guessed"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_feed_shows_only_what_its_owner_may_still_see() throws Exception {
    String password = password();
    accounts.withdraw(owner, organization, Role.OWNER);
    web.perform(feed(password))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("VEVENT"))));
  }
}
