package kz.senim.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.senim.server.ServerTest;
import kz.senim.server.api.Scope;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Personal tokens: how they are made, shown, known and ended. */
class TokensTest extends ServerTest {

  @Autowired private Tokens tokens;
  @Autowired private JdbcClient db;

  private String make(UUID owner) throws Exception {
    String page =
        web.perform(
                post("/account/tokens")
                    .param("name", "Inventory")
                    .param("scope", "objects:read", "evidence:write")
                    .param("days", "30")
                    .with(as(owner))
                    .with(form()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher found = Pattern.compile("senim_[0-9A-Za-z]{49}").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group();
  }

  private int asking(String token) throws Exception {
    return web.perform(get("/api/v1/organizations").header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void a_token_is_shown_once_and_kept_as_its_hash() throws Exception {
    UUID owner = person();
    organization(owner, Role.OWNER);
    String token = make(owner);
    assertThat(asking(token)).isEqualTo(200);
    String list =
        web.perform(get("/account/tokens").with(as(owner)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(list).contains("Inventory").doesNotContain(token);
    String account =
        web.perform(get("/account").with(as(owner))).andReturn().getResponse().getContentAsString();
    assertThat(account).contains("Inventory").doesNotContain(token);
    assertThat(
            db.sql("select t::text from api_tokens t where account_id = ?")
                .param(owner)
                .query(String.class)
                .single())
        .doesNotContain(token.substring(6));
    Token kept = tokens.list(owner).getFirst();
    assertThat(kept.lastUsed()).isNotNull();
    assertThat(kept.expires())
        .isBetween(
            Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
    assertThat(
            db.sql("select action from audit_log where account_id = ? and action like 'token.%'")
                .param(owner)
                .query(String.class)
                .list())
        .containsExactly("token.make");
  }

  @Test
  void a_token_that_was_revoked_opens_nothing() throws Exception {
    UUID owner = person();
    String token = make(owner);
    UUID id = tokens.list(owner).getFirst().id();
    web.perform(post("/account/tokens/{id}/revoke", id).with(as(person())).with(form()))
        .andExpect(status().isNotFound());
    assertThat(asking(token)).isEqualTo(200);
    web.perform(post("/account/tokens/{id}/revoke", id).with(as(owner)).with(form()));
    assertThat(asking(token)).isEqualTo(401);
  }

  @Test
  void a_stale_second_factor_makes_no_token() throws Exception {
    UUID owner = person();
    AccountPrincipal principal = new AccountPrincipal(owner, owner.toString(), null);
    RequestPostProcessor stale =
        SecurityMockMvcRequestPostProcessors.authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                principal,
                null,
                List.of(
                    FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY),
                    FactorGrantedAuthority.withAuthority("FACTOR_TOTP")
                        .issuedAt(Instant.now().minus(Duration.ofMinutes(11)))
                        .build())));
    web.perform(
            post("/account/tokens")
                .param("name", "Inventory")
                .param("scope", "objects:read")
                .param("days", "30")
                .with(stale)
                .with(form()))
        .andExpect(status().isOk());
    assertThat(tokens.list(owner)).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_token_is_told_at_once() throws Exception {
    UUID owner = person();
    String page =
        web.perform(
                post("/account/tokens")
                    .param("name", " ")
                    .param("days", "400")
                    .param("organization", UUID.randomUUID().toString())
                    .header("Accept-Language", "en")
                    .with(as(owner))
                    .with(form()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page)
        .contains("Give the token a name")
        .contains("Choose at least one thing")
        .contains("a year at most")
        .contains("one of your organisations");
    assertThat(tokens.list(owner)).isEmpty();
  }

  @Test
  void a_role_taken_away_is_taken_from_the_token_at_once() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    String token = TestTokens.with(tokens, owner, null, Set.of(Scope.OBJECTS_READ));
    String path = "/api/v1/organizations/" + organization;
    web.perform(get(path).header("Authorization", "Bearer " + token)).andExpect(status().isOk());
    accounts.withdraw(owner, organization, Role.OWNER);
    web.perform(get(path).header("Authorization", "Bearer " + token))
        .andExpect(status().isNotFound());
  }

  @Test
  void what_looks_like_a_token_and_has_a_wrong_checksum_is_none() {
    for (int i = 0; i < 100; i++) {
      String token = TokenText.make();
      assertThat(TokenText.isWellFormed(token)).isTrue();
      char changed = token.charAt(20) == 'x' ? 'y' : 'x';
      assertThat(TokenText.isWellFormed(token.substring(0, 20) + changed + token.substring(21)))
          .isFalse();
    }
    assertThat(TokenText.isWellFormed("senim_")).isFalse();
  }

  @Test
  void whoever_asks_too_much_waits() {
    RateLimits limits = new RateLimits(new RateLimits.Settings(10, 5), java.time.Clock.systemUTC());
    UUID token = UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      assertThat(limits.ask(token).exceeded()).isFalse();
    }
    RateLimits.Left over = limits.ask(token);
    assertThat(over.exceeded()).isTrue();
    assertThat(over.seconds()).isBetween(1L, 6L);
    assertThat(limits.ask(UUID.randomUUID()).exceeded()).as("another token").isFalse();
  }
}
