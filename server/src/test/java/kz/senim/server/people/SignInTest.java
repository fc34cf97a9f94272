package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

class SignInTest extends ServerTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Totp totp;

  @Test
  void codes_are_those_of_rfc_6238() {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(totp.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(totp.code(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
  }

  @Test
  void whoever_changes_something_enters_only_with_a_code_and_a_code_works_once() throws Exception {
    UUID owner = person();
    organization(owner, Role.OWNER);
    String email = accounts.find(owner).orElseThrow().email();
    accounts.setPassword(owner, PASSWORD);
    byte[] secret = totp.newSecret();
    accounts.setTotpSecret(owner, secret);
    MockHttpSession session = signIn(email);
    web.perform(get("/").session(session)).andExpect(redirectedUrl("/sign-in/second"));
    String code = totp.code(secret, Instant.now());
    web.perform(post("/sign-in/second").session(session).with(form()).param("code", "000000"))
        .andExpect(redirectedUrl("/sign-in/second?error"));
    web.perform(post("/sign-in/second").session(session).with(form()).param("code", code))
        .andExpect(redirectedUrl("/"));
    web.perform(get("/").session(session)).andExpect(status().is3xxRedirection());
    MockHttpSession other = signIn(email);
    web.perform(post("/sign-in/second").session(other).with(form()).param("code", code))
        .andExpect(redirectedUrl("/sign-in/second?error"));
  }

  @Test
  void an_auditor_enters_with_the_password_alone() throws Exception {
    UUID auditor = person();
    UUID organization = organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, PASSWORD);
    MockHttpSession session = signIn(accounts.find(auditor).orElseThrow().email());
    web.perform(get("/").session(session))
        .andExpect(redirectedUrl("/organizations/" + organization));
  }

  @Test
  void a_set_up_link_works_once() throws Exception {
    UUID account = person();
    String link = accounts.newLink(account);
    for (int status : new int[] {302, 404}) {
      web.perform(
              post("/setup/" + link)
                  .with(form())
                  .param("password", PASSWORD)
                  .param("again", PASSWORD))
          .andExpect(status().is(status));
    }
  }

  @Test
  void nothing_but_the_entrance_is_open_to_strangers() throws Exception {
    for (String page :
        new String[] {"/", "/law", "/duties", "/administration/accounts", "/search"}) {
      web.perform(get(page).header("Accept", "text/html")).andExpect(redirectedUrl("/sign-in"));
    }
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
