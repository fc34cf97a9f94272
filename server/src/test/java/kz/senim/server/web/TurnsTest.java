package kz.senim.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnsTest extends ServerTest {

  @Autowired private Turns turns;
  @Autowired private Tokens tokens;

  @Test
  void a_person_has_two_costly_requests_at_a_time_and_is_told_when_to_come_back() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID other = person();
    UUID another = organization(other, Role.OWNER);
    String export = "/organizations/%s/assets.csv";
    assertThat(turns.take(owner)).isTrue();
    web.perform(get(export.formatted(organization)).with(as(owner))).andExpect(status().isOk());
    assertThat(turns.take(owner)).isTrue();
    web.perform(get(export.formatted(organization)).with(as(owner)))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"));
    web.perform(get("/organizations/" + organization).with(as(owner))).andExpect(status().isOk());
    web.perform(get(export.formatted(another)).with(as(other))).andExpect(status().isOk());
    turns.give(owner);
    web.perform(get(export.formatted(organization)).with(as(owner))).andExpect(status().isOk());
    turns.give(owner);
  }

  @Test
  void through_the_api_what_is_costly_waits_too_and_what_is_not_does_not() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object = example(owner, organization, "clinic-chain");
    String token = TestTokens.all(tokens, owner);
    assertThat(turns.take(owner)).isTrue();
    assertThat(turns.take(owner)).isTrue();
    web.perform(
            get("/api/v1/objects/" + object + "/changes")
                .header("Authorization", "Bearer " + token))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"))
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    MockHttpServletResponse added =
        web.perform(
                post("/api/v1/organizations/" + organization + "/evidence")
                    .param("fileName", "a.txt")
                    .param("kind", "configuration")
                    .contentType("application/octet-stream")
                    .content("hello")
                    .header("Authorization", "Bearer " + token))
            .andReturn()
            .getResponse();
    assertThat(added.getStatus()).as(added.getContentAsString()).isEqualTo(201);
    web.perform(
            get(added.getHeader("Location") + "/versions/1/content")
                .header("Authorization", "Bearer " + token))
        .andExpect(status().isOk());
    turns.give(owner);
    turns.give(owner);
  }

  @Test
  void all_together_have_eight_and_one_alone_so_many_a_minute() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Turns early = new Turns(viewers(), event -> {}, Clock.fixed(now, ZoneOffset.UTC));
    for (int i = 0; i < Turns.AT_ONCE_OF_ALL; i++) {
      assertThat(early.take(UUID.randomUUID())).isTrue();
    }
    assertThat(early.take(UUID.randomUUID())).isFalse();

    UUID person = UUID.randomUUID();
    Clock[] time = {Clock.fixed(now, ZoneOffset.UTC)};
    Turns alone =
        new Turns(
            viewers(),
            event -> {},
            new Clock() {
              @Override
              public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }

              @Override
              public Instant instant() {
                return time[0].instant();
              }
            });
    for (int i = 0; i < Turns.A_MINUTE; i++) {
      assertThat(alone.take(person)).isTrue();
      alone.give(person);
    }
    assertThat(alone.take(person)).isFalse();
    time[0] = Clock.fixed(now.plus(Duration.ofMinutes(1)), ZoneOffset.UTC);
    assertThat(alone.take(person)).isTrue();
  }

  private static Viewers viewers() {
    return new Viewers() {
      @Override
      public Optional<Viewer> current() {
        return Optional.empty();
      }

      @Override
      public Optional<Viewer> find(UUID account) {
        return Optional.empty();
      }
    };
  }
}
