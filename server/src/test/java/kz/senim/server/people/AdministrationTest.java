package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import kz.senim.server.web.Ui;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.ExtendedModelMap;

class AdministrationTest extends ServerTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Tokens tokens;
  @Autowired private JdbcClient db;
  @Autowired private Totp totp;
  @Autowired private RecoveryCodes recovery;
  @Autowired private Sessions sessions;
  @Autowired private PeopleController people;
  @Autowired private Administration administration;
  private UUID admin;

  @BeforeEach
  void an_administrator() {
    admin = person();
    accounts.setAdministrator(admin, true);
  }

  @Test
  void an_invited_person_chooses_a_password_with_the_link_that_is_shown_once() throws Exception {
    String email = "new" + UUID.randomUUID() + "@example.kz";
    String page =
        web.perform(
                post("/administration/accounts")
                    .with(as(admin))
                    .with(form())
                    .param("email", email)
                    .param("name", "Somebody New"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher link = Pattern.compile("/setup#([A-Za-z0-9_-]+)").matcher(page);
    assertThat(link.find()).isTrue();
    web.perform(
            post("/setup")
                .session(withLink(link.group(1)))
                .with(form())
                .header("Accept-Language", "kk")
                .param("password", PASSWORD)
                .param("again", PASSWORD))
        .andExpect(redirectedUrl("/sign-in?ready"));
    Account account = accounts.findByEmail(email).orElseThrow();
    assertThat(account.ready()).isTrue();
    assertThat(account.lang()).isEqualTo("kk");
    web.perform(get("/administration/accounts/" + account.id()).with(as(admin)))
        .andExpect(content().string(not(containsString("/setup#"))));
    assertThat(audited("account.invite", account.id())).isEqualTo(1);
  }

  @Test
  void roles_are_granted_by_name_of_the_organisation_and_withdrawn() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    String name = name(organization);
    UUID person = person();
    accounts.setPassword(owner, PASSWORD);
    grant(person, name).andExpect(redirectedUrl("/administration/accounts/" + person));
    // An auditor reads all evidence: who comes from outside the organisation asks it.
    assertThat(roles(person)).isEmpty();
    approve(person, owner);
    assertThat(roles(person)).containsExactly("auditor");
    web.perform(
        post("/administration/accounts/" + person + "/roles/withdraw")
            .with(as(admin))
            .with(form())
            .param("organization", organization.toString())
            .param("role", "AUDITOR"));
    assertThat(roles(person)).isEmpty();
    assertThat(audited("role.grant", person)).isEqualTo(1);
    assertThat(audited("role.withdraw", person)).isEqualTo(1);
    grant(person, "no such organisation " + UUID.randomUUID())
        .andExpect(content().string(containsString("There is no such organisation")));
  }

  @Test
  void nobody_grants_a_role_to_himself() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    grant(admin, name(organization)).andExpect(status().isForbidden());
    web.perform(
            post("/organizations/" + organization + "/people")
                .with(as(owner))
                .with(form())
                .param("email", accounts.find(owner).orElseThrow().email())
                .param("name", "Me")
                .param("role", "SECURITY_OFFICER"))
        .andExpect(status().isForbidden());
    assertThat(roles(admin)).isEmpty();
    assertThat(roles(owner)).containsExactly("owner");
  }

  @Test
  void an_administrator_sees_people_and_roles_and_nothing_of_the_work() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object = example(owner, organization, "regional-internet-resource");
    String objectName = objects.list(organization).getFirst().name();
    web.perform(get("/administration/organizations/" + organization).with(as(admin)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("A person")))
        .andExpect(content().string(not(containsString(objectName))));
    for (String page :
        List.of(
            "/organizations/" + organization,
            "/organizations/" + organization + "/people",
            "/organizations/" + organization + "/audit",
            "/objects/" + object,
            "/objects/" + object + "/facts",
            "/objects/" + object + "/requirements")) {
      web.perform(get(page).with(as(admin))).andExpect(status().isNotFound());
    }
    web.perform(
            get("/administration/audit?action=object.add")
                .with(as(admin))
                .header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("for the organisation’s own people")))
        .andExpect(content().string(not(containsString(object.toString()))));
    web.perform(get("/administration/audit.csv?action=object.add").with(as(admin)))
        .andExpect(content().string(not(containsString(object.toString()))));
  }

  @Test
  @Transactional
  void the_last_administrator_cannot_be_put_out_or_demoted() throws Exception {
    db.sql("update accounts set administrator = false where id <> ?").param(admin).update();
    Account last = accounts.find(admin).orElseThrow();
    assertThatThrownBy(() -> administration.disable(last))
        .isInstanceOf(Administration.Refused.class);
    web.perform(
            post("/administration/accounts/" + admin + "/disable")
                .with(as(admin))
                .with(form())
                .header("Accept-Language", "en"))
        .andExpect(content().string(containsString("This is the last administrator")));
    UUID second = person();
    accounts.setAdministrator(second, true);
    administration.disable(last);
    assertThat(accounts.find(admin).orElseThrow().disabled()).isTrue();
  }

  @Test
  void a_lost_phone_is_mended_by_resetting_every_second_factor() throws Exception {
    UUID person = person();
    accounts.setTotpSecret(person, totp.newSecret());
    recovery.renew(person);
    web.perform(
            post("/administration/accounts/" + person + "/second-factor")
                .with(as(admin))
                .with(form()))
        .andExpect(status().is3xxRedirection());
    assertThat(accounts.find(person).orElseThrow().secondFactor()).isFalse();
    assertThat(recovery.left(person)).isZero();
    assertThat(audited("account.second-factor-reset", person)).isEqualTo(1);
  }

  @Test
  void one_administrator_alone_becomes_nobody_who_has_a_role() throws Exception {
    UUID officer = person();
    UUID organization = organization(officer, Role.SECURITY_OFFICER);
    UUID owner = person();
    accounts.grant(owner, organization, Role.OWNER);
    accounts.setPassword(officer, PASSWORD);
    accounts.setPassword(owner, PASSWORD);
    accounts.setTotpSecret(owner, totp.newSecret());
    String page =
        web.perform(
                post("/administration/accounts/" + owner + "/link")
                    .with(as(admin))
                    .with(form())
                    .header("Accept-Language", "en"))
            .andExpect(content().string(containsString("once a second person has approved")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher link = Pattern.compile("/setup#([A-Za-z0-9_-]+)").matcher(page);
    assertThat(link.find()).isTrue();
    web.perform(post("/setup").with(form()).param("code", link.group(1)))
        .andExpect(status().isNotFound());
    assertThat(accounts.useLink(Accounts.handle(link.group(1)))).isFalse();
    for (UUID nobody : List.of(admin, owner)) {
      web.perform(post("/approvals/" + waiting(owner) + "/approve").with(as(nobody)).with(form()))
          .andExpect(status().isForbidden());
    }
    told(owner, "entry-asked");
    approve(owner, officer);
    told(owner, "entry-opened");
    web.perform(get("/setup").session(withLink(link.group(1))))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"again\"")));

    web.perform(
        post("/administration/accounts/" + owner + "/second-factor").with(as(admin)).with(form()));
    assertThat(accounts.find(owner).orElseThrow().secondFactor()).isTrue();
    approve(owner, officer);
    assertThat(accounts.find(owner).orElseThrow().secondFactor()).isFalse();
    assertThat(audited("account.second-factor-reset", owner)).isEqualTo(1);
  }

  /** Beside the password: those of programs and of the calendar. */
  private void noWayInIsLeft(UUID account) {
    assertThat(tokens.working(account)).isEmpty();
    assertThat(
            db.sql("select count(*) from duty_feeds where account_id = ? and revoked_at is null")
                .param(account)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            db.sql(
                    """
                    select count(*) from audit_log where action = 'token.revoke' and subject in
                      (select 'token ' || id from api_tokens where account_id = ?)
                    """)
                .param(account)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void an_account_that_is_locked_or_loses_its_factor_or_password_loses_its_tokens_too()
      throws Exception {
    for (String act : List.of("disable", "second-factor", "link")) {
      UUID person = person();
      accounts.setPassword(person, PASSWORD);
      accounts.setTotpSecret(person, totp.newSecret());
      TestTokens.all(tokens, person);
      web.perform(post("/duties/feed").with(as(person)).with(form()).param("act", "make"));
      UUID other = person();
      TestTokens.all(tokens, other);
      String page =
          web.perform(
                  post("/administration/accounts/" + person + "/" + act)
                      .with(as(admin))
                      .with(form()))
              .andReturn()
              .getResponse()
              .getContentAsString();
      if (act.equals("link")) {
        assertThat(tokens.working(person)).as("until the link is used").hasSize(1);
        Matcher link = Pattern.compile("/setup#([A-Za-z0-9_-]+)").matcher(page);
        assertThat(link.find()).isTrue();
        web.perform(
                post("/setup")
                    .session(withLink(link.group(1)))
                    .with(form())
                    .param("password", PASSWORD)
                    .param("again", PASSWORD))
            .andExpect(redirectedUrl("/sign-in?ready"));
      }
      noWayInIsLeft(person);
      assertThat(tokens.working(other)).hasSize(1);
    }
  }

  @Test
  void an_administrator_signs_a_person_out_everywhere() throws Exception {
    UUID person = person();
    String email = accounts.find(person).orElseThrow().email();
    accounts.setPassword(person, PASSWORD);
    web.perform(post("/sign-in").with(form()).param("email", email).param("password", PASSWORD));
    assertThat(sessions.list(email, null)).hasSize(1);
    TestTokens.all(tokens, person);
    web.perform(post("/duties/feed").with(as(person)).with(form()).param("act", "make"));
    web.perform(
            post("/administration/accounts/" + person + "/sessions/end")
                .with(as(admin))
                .with(form()))
        .andExpect(redirectedUrl("/administration/accounts/" + person));
    assertThat(sessions.list(email, null)).isEmpty();
    assertThat(audited("session.end", person)).isEqualTo(1);
    noWayInIsLeft(person);
  }

  @Test
  void an_archived_organisation_is_out_of_sight_until_it_is_restored() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    web.perform(
            post("/administration/organizations/" + organization + "/archive")
                .with(as(admin))
                .with(form())
                .header("Accept-Language", "en")
                .param("reason", " "))
        .andExpect(content().string(containsString("Say why")));
    web.perform(
        post("/administration/organizations/" + organization + "/archive")
            .with(as(admin))
            .with(form())
            .param("reason", "Merged with another"));
    web.perform(get("/organizations/" + organization).with(as(owner)))
        .andExpect(status().isNotFound());
    web.perform(
        post("/administration/organizations/" + organization + "/restore")
            .with(as(admin))
            .with(form()));
    web.perform(get("/organizations/" + organization).with(as(owner))).andExpect(status().isOk());
  }

  @Test
  void owners_ask_people_into_their_own_organisation() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID known = person();
    web.perform(
            post("/organizations/" + organization + "/people")
                .with(as(owner))
                .with(form())
                .param("email", accounts.find(known).orElseThrow().email())
                .param("name", "")
                .param("role", "AUDITOR"))
        .andExpect(redirectedUrl("/organizations/" + organization + "/people"));
    assertThat(roles(known)).containsExactly("auditor");
    String email = "new" + UUID.randomUUID() + "@example.kz";
    web.perform(
            post("/organizations/" + organization + "/people")
                .with(as(owner))
                .with(form())
                .param("email", email)
                .param("name", "Somebody New")
                .param("role", "SECURITY_OFFICER"))
        .andExpect(content().string(containsString("/setup#")));
    // It waits where somebody else may approve: ApprovalsTest.
    assertThat(
            db.sql("select kind from approvals where target = ?")
                .param(accounts.findByEmail(email).orElseThrow().id())
                .query(String.class)
                .list())
        .containsExactly("security-officer");
  }

  @Test
  void the_old_password_is_asked_for_and_bad_new_ones_are_refused() throws Exception {
    UUID owner = person();
    organization(owner, Role.OWNER);
    accounts.setPassword(owner, PASSWORD);
    change(owner, "not the old one", "сары бұлақ жеті көпір")
        .andExpect(content().string(containsString("The current password is wrong")));
    change(owner, PASSWORD, "Password2026!!")
        .andExpect(content().string(containsString("among the first to be tried")));
    change(owner, PASSWORD, "Organisation!")
        .andExpect(content().string(containsString("the name of your organisation")));
    change(owner, PASSWORD, "сары бұлақ жеті көпір")
        .andExpect(redirectedUrl("/account?done=password"));
  }

  @Test
  void what_takes_several_steps_is_done_whole_or_not_at_all() {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    String email = "half" + UUID.randomUUID() + "@example.kz";
    Ui breaks =
        mock(
            Ui.class,
            call -> {
              throw new IllegalStateException("when account and role are made");
            });
    assertThatThrownBy(
            () ->
                people.invite(
                    organization,
                    email,
                    "Half",
                    Role.AUDITOR,
                    viewer(owner, organization, Role.OWNER),
                    breaks,
                    new ExtendedModelMap()))
        .hasMessageContaining("when account and role are made");
    assertThat(accounts.findByEmail(email)).isEmpty();
  }

  private ResultActions change(UUID account, String old, String password) throws Exception {
    return web.perform(
        post("/account/password")
            .with(as(account))
            .with(form())
            .header("Accept-Language", "en")
            .param("old", old)
            .param("password", password)
            .param("again", password));
  }

  private ResultActions grant(UUID person, String organization) throws Exception {
    return web.perform(
        post("/administration/accounts/" + person + "/roles")
            .with(as(admin))
            .with(form())
            .header("Accept-Language", "en")
            .param("organization", organization)
            .param("role", "AUDITOR"));
  }

  private UUID waiting(UUID target) {
    return db.sql("select id from approvals where target = ? and state = 'waiting'")
        .param(target)
        .query(UUID.class)
        .single();
  }

  private void approve(UUID target, UUID by) throws Exception {
    web.perform(post("/approvals/" + waiting(target) + "/approve").with(as(by)).with(form()))
        .andExpect(status().is3xxRedirection());
  }

  /** In the person's own time, after the transaction. */
  private void told(UUID account, String kind) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (db.sql("select count(*) from notices where account_id = ? and kind = ?")
              .params(account, kind)
              .query(Integer.class)
              .single()
          > 0) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not told: " + kind);
  }

  /** Made the only one with its name, so that the name alone finds it. */
  private String name(UUID organization) {
    String name = "Unique " + organization;
    db.sql("update organizations set name = ? where id = ?").params(name, organization).update();
    return name;
  }

  private List<String> roles(UUID account) {
    return db.sql("select role from memberships where account_id = ?")
        .param(account)
        .query((row, _) -> row.getString("role"))
        .list();
  }

  private int audited(String action, UUID account) {
    return db.sql("select count(*) from audit_log where action = ? and subject = ?")
        .params(action, "account " + account)
        .query(Integer.class)
        .single();
  }
}
