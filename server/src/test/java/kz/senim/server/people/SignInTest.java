package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

class SignInTest extends ServerTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Tokens tokens;
  @Autowired private Totp totp;
  @Autowired private RecoveryCodes recovery;
  @Autowired private Sessions sessions;
  @Autowired private JdbcClient db;

  @Test
  void codes_are_those_of_rfc_6238() {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(totp.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(totp.code(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
  }

  @Test
  void whoever_changes_something_enters_only_with_a_code_and_a_code_works_once() throws Exception {
    UUID owner = owner();
    byte[] secret = totp.newSecret();
    accounts.setTotpSecret(owner, secret);
    MockHttpSession session = signIn(email(owner));
    web.perform(get("/").session(session)).andExpect(redirectedUrl("/sign-in/second"));
    String code = totp.code(secret, Instant.now());
    web.perform(post("/sign-in/second").session(session).with(form()).param("code", "000000"))
        .andExpect(redirectedUrl("/sign-in/second?error"));
    web.perform(post("/sign-in/second").session(session).with(form()).param("code", code))
        .andExpect(redirectedUrl("/"));
    web.perform(get("/").session(session))
        .andExpect(header().string("Location", startsWith("/organizations/")));
    MockHttpSession other = signIn(email(owner));
    web.perform(post("/sign-in/second").session(other).with(form()).param("code", code))
        .andExpect(redirectedUrl("/sign-in/second?error"));
  }

  @Test
  void what_a_clock_that_was_ahead_has_noted_locks_nobody_out() throws Exception {
    UUID owner = owner();
    byte[] secret = totp.newSecret();
    accounts.setTotpSecret(owner, secret);
    db.sql("insert into sign_in_failures values (?, 50, now() + interval '40 days')")
        .param("account " + email(owner))
        .update();
    db.sql("update accounts set totp_step = ? where id = ?")
        .params(Instant.now().plusSeconds(40 * 86_400).getEpochSecond() / 30, owner)
        .update();
    MockHttpSession session = signIn(email(owner));
    String code = totp.code(secret, Instant.now());
    web.perform(post("/sign-in/second").session(session).with(form()).param("code", code))
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void an_auditor_too_sets_up_a_second_factor_whose_code_opens_one_session() throws Exception {
    UUID auditor = person();
    UUID organization = organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = signIn(email(auditor));
    web.perform(get("/").session(session)).andExpect(redirectedUrl("/sign-in/second"));
    web.perform(get("/sign-in/second").session(session)).andExpect(redirectedUrl("/sign-in/enrol"));
    String code = totp.code(offered("/sign-in/enrol", session), Instant.now());
    web.perform(post("/sign-in/enrol").session(session).with(form()).param("code", code))
        .andExpect(redirectedUrl("/"));
    web.perform(get("/").session(session))
        .andExpect(redirectedUrl("/organizations/" + organization));
    MockHttpSession other = signIn(email(auditor));
    web.perform(post("/sign-in/second").session(other).with(form()).param("code", code))
        .andExpect(redirectedUrl("/sign-in/second?error"));
  }

  @Test
  void the_session_gets_a_new_identifier_at_the_second_factor_too() throws Exception {
    UUID owner = owner();
    byte[] secret = totp.newSecret();
    accounts.setTotpSecret(owner, secret);
    MockHttpSession session = signIn(email(owner));
    String before = ((Cookie) session.getAttribute("senim-session")).getValue();
    web.perform(
            post("/sign-in/second")
                .session(session)
                .with(form())
                .param("code", totp.code(secret, Instant.now())))
        .andExpect(redirectedUrl("/"));
    assertThat(((Cookie) session.getAttribute("senim-session")).getValue()).isNotEqualTo(before);
    web.perform(get("/account").cookie(new Cookie("senim-session", before)))
        .andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void a_link_of_the_first_start_opens_nothing_once_there_is_an_account() throws Exception {
    person();
    web.perform(post("/setup").with(form()).param("code", accounts.newLink(null)))
        .andExpect(status().isNotFound());
  }

  @Test
  @Transactional
  void a_second_start_ends_the_link_of_the_first() {
    String first = accounts.newLink(null);
    accounts.newLink(null);
    assertThat(accounts.useLink(Accounts.handle(first))).isFalse();
  }

  @Test
  void what_changes_the_ways_in_takes_a_factor_shown_a_moment_ago() throws Exception {
    UUID owner = owner();
    accounts.setTotpSecret(owner, totp.newSecret());
    RequestPostProcessor old = shown(owner, Duration.ofMinutes(11));
    web.perform(get("/account/authenticator").with(old))
        .andExpect(redirectedUrl("/sign-in/second"));
    for (String change :
        List.of(
            "recovery-codes",
            "authenticator",
            "passkeys/remove",
            "sessions/end",
            "sessions/end-others")) {
      web.perform(
              post("/account/" + change)
                  .with(old)
                  .with(form())
                  .header("Accept-Language", "en")
                  .param("code", "000000")
                  .param("passkey", "AAAA")
                  .param("handle", "0000"))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Nothing was changed")));
    }
    assertThat(recovery.left(owner)).isZero();
    web.perform(post("/webauthn/register").with(old).with(form()))
        .andExpect(status().isForbidden());
    web.perform(
        post("/account/recovery-codes").with(shown(owner, Duration.ofMinutes(9))).with(form()));
    assertThat(recovery.left(owner)).isEqualTo(10);
  }

  @Test
  void another_authenticator_ends_the_other_sessions() throws Exception {
    UUID owner = owner();
    byte[] secret = totp.newSecret();
    accounts.setTotpSecret(owner, secret);
    MockHttpSession there = enter(owner);
    MockHttpSession here = enter(owner);
    byte[] next = offered("/account/authenticator", here);
    web.perform(
            post("/account/authenticator")
                .session(here)
                .with(form())
                .param("code", totp.code(next, Instant.now())))
        .andExpect(redirectedUrl("/account?done=totp"));
    web.perform(get("/account").session(here)).andExpect(status().isOk());
    web.perform(get("/account").session(there)).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void a_recovery_code_stands_in_for_the_phone_once() throws Exception {
    UUID owner = owner();
    accounts.setTotpSecret(owner, totp.newSecret());
    List<String> codes = recovery.renew(owner);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    for (String there : new String[] {"/", "/sign-in/second?error"}) {
      MockHttpSession session = signIn(email(owner));
      web.perform(
              post("/sign-in/recovery")
                  .session(session)
                  .with(form())
                  .param("code", codes.getFirst().toUpperCase(Locale.ROOT)))
          .andExpect(redirectedUrl(there));
    }
    assertThat(recovery.left(owner)).isEqualTo(9);
    assertThat(
            db.sql("select count(*) from recovery_codes where code_hash = :code")
                .param("code", codes.get(1).getBytes(StandardCharsets.UTF_8))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_set_up_link_works_once() throws Exception {
    UUID account = person();
    MockHttpSession session = withLink(accounts.newLink(account));
    MockHttpSession second = withLink(accounts.newLink(account));
    MockHttpSession third = withLink(accounts.newLink(account));
    assertThat(finished(session)).as("a newer one took its place").isEqualTo(404);
    assertThat(finished(second)).isEqualTo(404);
    assertThat(finished(third)).isEqualTo(302);
    assertThat(finished(third)).isEqualTo(404);
  }

  private int finished(MockHttpSession session) throws Exception {
    return web.perform(
            post("/setup")
                .session(session)
                .with(form())
                .param("password", PASSWORD)
                .param("again", PASSWORD))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void the_secret_of_a_link_is_in_no_address_and_nowhere_in_the_session() throws Exception {
    UUID account = person();
    String code = accounts.newLink(account);
    MockHttpSession session = withLink(code);
    web.perform(get("/setup").session(session))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"again\"")))
        .andExpect(content().string(not(containsString(code))));
    assertThat(
            db.sql(
                    "select count(*) from spring_session_attributes where position(:code in attribute_bytes) > 0")
                .param("code", code.getBytes(StandardCharsets.UTF_8))
                .query(Integer.class)
                .single())
        .isZero();
    web.perform(get("/setup"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"code\"")))
        .andExpect(content().string(not(containsString("name=\"again\""))));
    web.perform(post("/setup").session(session).with(form()).param("code", "guessed"))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("role=\"alert\"")));
  }

  @Test
  void a_link_from_before_leads_to_where_its_secret_is_not_sent() throws Exception {
    String code = accounts.newLink(person());
    web.perform(get("/setup/" + code)).andExpect(redirectedUrl("/setup#" + code));
    web.perform(get("/setup/guessed")).andExpect(status().isNotFound());
  }

  @Test
  void a_new_link_ends_the_one_before() throws Exception {
    UUID account = person();
    String first = accounts.newLink(account);
    String second = accounts.newLink(account);
    web.perform(post("/setup").with(form()).param("code", first)).andExpect(status().isNotFound());
    withLink(second);
  }

  @Test
  void wrong_passwords_make_the_account_wait_even_for_the_right_one() throws Exception {
    UUID owner = owner();
    for (int i = 0; i < SignInLimits.FREE_BY_ACCOUNT; i++) {
      attempt(email(owner), "wrong " + i, address(i)).andExpect(redirectedUrl("/sign-in?error"));
    }
    attempt(email(owner), PASSWORD, address(99)).andExpect(redirectedUrl("/sign-in?wait=1"));
    web.perform(get("/sign-in?wait=1").header("Accept-Language", "en"))
        .andExpect(content().string(containsString("Try again in 1 minute;")));
    assertThat(
            db.sql(
                    "select count(*) from audit_log where account_name = ? and not allowed and action = 'session.begin'")
                .param(email(owner))
                .query(Integer.class)
                .single())
        .isEqualTo(SignInLimits.FREE_BY_ACCOUNT + 1);
    db.sql("update sign_in_failures set last_at = last_at - interval '31 seconds'").update();
    attempt(email(owner), PASSWORD, address(99)).andExpect(redirectedUrl("/"));
  }

  @Test
  void wrong_codes_count_too_and_the_right_password_does_not_wipe_them_out() throws Exception {
    UUID owner = owner();
    accounts.setTotpSecret(owner, totp.newSecret());
    String last = "";
    for (int i = 0; i < SignInLimits.FREE_BY_ACCOUNT; i++) {
      MockHttpSession session = signIn(email(owner));
      last =
          web.perform(post("/sign-in/second").session(session).with(form()).param("code", "000000"))
              .andReturn()
              .getResponse()
              .getRedirectedUrl();
    }
    assertThat(last).startsWith("/sign-in/second?wait=");
  }

  @Test
  void one_address_that_tries_many_accounts_must_wait() throws Exception {
    RequestPostProcessor there = address(200);
    for (int i = 0; i < SignInLimits.FREE_BY_ADDRESS; i++) {
      attempt("nobody" + i + "@example.kz", "wrong", there);
    }
    attempt("somebody@example.kz", "wrong", there).andExpect(redirectedUrl("/sign-in?wait=1"));
  }

  @Test
  void the_session_gets_a_new_identifier_when_somebody_enters() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = new MockHttpSession();
    web.perform(get("/sign-in").session(session)).andExpect(cookie().exists("senim-session"));
    String before = ((Cookie) session.getAttribute("senim-session")).getValue();
    web.perform(
        post("/sign-in")
            .session(session)
            .with(form())
            .param("email", email(auditor))
            .param("password", PASSWORD));
    String after = ((Cookie) session.getAttribute("senim-session")).getValue();
    assertThat(after).isNotEqualTo(before);
    web.perform(get("/account").cookie(new Cookie("senim-session", before)))
        .andExpect(redirectedUrl("/sign-in"));
    web.perform(get("/account").cookie(new Cookie("senim-session", after)))
        .andExpect(redirectedUrl("/sign-in/second"));
  }

  @Test
  void whoever_changes_the_password_or_signs_out_elsewhere_may_end_their_tokens_with_it()
      throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = enter(auditor);
    web.perform(get("/account").session(session))
        .andExpect(content().string(not(containsString("name=\"revokeTokens\""))));
    for (String action : List.of("/account/password", "/account/sessions/end-others")) {
      TestTokens.all(tokens, auditor);
      web.perform(get("/account").session(session))
          .andExpect(
              content().string(containsString("name=\"revokeTokens\" value=\"true\" checked")));
      act(action, session, "false");
      assertThat(tokens.working(auditor)).hasSize(1);
      act(action, session, "true");
      assertThat(tokens.working(auditor)).isEmpty();
    }
  }

  private void act(String action, MockHttpSession session, String revokeTokens) throws Exception {
    web.perform(
            post(action)
                .session(session)
                .with(form())
                .param("old", PASSWORD)
                .param("password", PASSWORD)
                .param("again", PASSWORD)
                .param("revokeTokens", revokeTokens))
        .andExpect(status().is3xxRedirection());
  }

  @Test
  void signing_out_everywhere_else_ends_the_other_sessions_and_no_other_persons() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    UUID stranger = person();
    organization(stranger, Role.AUDITOR);
    accounts.setPassword(stranger, PASSWORD);
    MockHttpSession here = enter(auditor);
    MockHttpSession there = enter(auditor);
    MockHttpSession theirs = enter(stranger);
    assertThat(sessions.list(email(auditor), null)).hasSize(2);
    web.perform(post("/account/sessions/end-others").session(here).with(form()))
        .andExpect(redirectedUrl("/account?done=sessions"));
    web.perform(get("/account").session(here)).andExpect(status().isOk());
    web.perform(get("/account").session(there)).andExpect(redirectedUrl("/sign-in"));
    web.perform(get("/account").session(theirs)).andExpect(status().isOk());
  }

  @Test
  void sessions_end_when_idle_for_half_an_hour_as_paragraph_118_wants() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = enter(auditor);
    assertThat(
            db.sql("select max_inactive_interval from spring_session where principal_name = ?")
                .param(email(auditor))
                .query(Integer.class)
                .single())
        .isEqualTo(1800);
    db.sql(
            "update spring_session set expiry_time = 1, last_access_time = last_access_time - 1801000 where principal_name = ?")
        .param(email(auditor))
        .update();
    web.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void what_an_older_version_left_in_a_session_signs_out_and_breaks_nothing() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = enter(auditor);
    db.sql(
            """
            update spring_session_attributes set attribute_bytes = '\\x00ff'
            where session_primary_id in (select primary_id from spring_session where principal_name = ?)
            """)
        .param(email(auditor))
        .update();
    web.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void whoever_is_disabled_is_out_at_once() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = enter(auditor);
    accounts.setDisabled(auditor, true);
    web.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in?expired"));
    attempt(email(auditor), PASSWORD, address(7)).andExpect(redirectedUrl("/sign-in?error"));
  }

  @Test
  void the_language_chosen_before_signing_in_goes_into_the_account_and_the_next_browser()
      throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/preferences/language")
            .session(session)
            .with(form())
            .param("lang", "kk")
            .param("back", "/sign-in"));
    web.perform(
        post("/sign-in")
            .session(session)
            .with(form())
            .param("email", email(auditor))
            .param("password", PASSWORD));
    assertThat(accounts.find(auditor).orElseThrow().lang()).isEqualTo("kk");
    attempt(email(auditor), PASSWORD, address(8)).andExpect(cookie().value("senim-lang", "kk"));
  }

  @Test
  void nothing_but_the_entrance_is_open_to_strangers() throws Exception {
    for (String page :
        new String[] {"/", "/law", "/duties", "/administration/accounts", "/search"}) {
      web.perform(get(page).header("Accept", "text/html")).andExpect(redirectedUrl("/sign-in"));
    }
  }

  @Test
  void without_a_provider_there_is_no_button_for_it() throws Exception {
    String page = web.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();
    assertThat(page).doesNotContain("/oauth2/");
  }

  /** Signs in with both factors; the second is a recovery code, of which each session takes one. */
  private MockHttpSession enter(UUID account) throws Exception {
    if (!accounts.find(account).orElseThrow().totp()) {
      accounts.setTotpSecret(account, totp.newSecret());
    }
    MockHttpSession session = signIn(email(account));
    web.perform(
            post("/sign-in/recovery")
                .session(session)
                .with(form())
                .param("code", recovery.renew(account).getFirst()))
        .andExpect(redirectedUrl("/"));
    return session;
  }

  /** The new secret that a page shows. */
  private byte[] offered(String path, MockHttpSession session) throws Exception {
    String page =
        web.perform(get(path).session(session)).andReturn().getResponse().getContentAsString();
    Matcher shown = Pattern.compile("class=\"secret\"[^>]*>([A-Z2-7 ]+)<").matcher(page);
    assertThat(shown.find()).isTrue();
    return new Base32().decode(shown.group(1).replace(" ", ""));
  }

  /** Both factors shown so long ago. */
  private static RequestPostProcessor shown(UUID account, Duration ago) {
    Instant then = Instant.now().minus(ago);
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account, account.toString(), null),
            null,
            Stream.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, Gate.SECOND_FACTOR)
                .map(factor -> FactorGrantedAuthority.withAuthority(factor).issuedAt(then).build())
                .toList()));
  }

  private UUID owner() {
    UUID owner = person();
    organization(owner, Role.OWNER);
    accounts.setPassword(owner, PASSWORD);
    return owner;
  }

  private String email(UUID account) {
    return accounts.find(account).orElseThrow().email();
  }

  /** As if from another computer. */
  private static RequestPostProcessor address(int number) {
    return request -> {
      request.setRemoteAddr("10.1.0." + number);
      return request;
    };
  }

  private ResultActions attempt(String email, String password, RequestPostProcessor from)
      throws Exception {
    return web.perform(
        post("/sign-in").with(from).with(form()).param("email", email).param("password", password));
  }

  private MockHttpSession signIn(String email) throws Exception {
    MockHttpSession session = new MockHttpSession();
    web.perform(
            post("/sign-in")
                .session(session)
                .with(form())
                .param("email", email)
                .param("password", PASSWORD))
        .andExpect(redirectedUrl("/"));
    return session;
  }
}
