package kz.senim.server.siege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short form of {@code bench/run siege}: requests that are refused before they cost much. */
@Timeout(30)
class HostileRequestsTest extends ServerTest {

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;

  private UUID organization;
  private String token;

  @BeforeEach
  void world() {
    UUID owner = person();
    organization = organization(owner, Role.OWNER);
    token = TestTokens.all(tokens, owner);
  }

  private int spoken(String text) throws IOException {
    try (Hostile one = new Hostile(port)) {
      try {
        one.say(text);
      } catch (IOException e) {
        // It has heard enough, and has answered perhaps.
      }
      return one.status();
    }
  }

  private int posted(String path, String type, String body) throws IOException {
    return spoken(
        Hostile.head(
                "POST", path, token, "Content-Type: " + type, "Content-Length: " + body.length())
            + "\r\n"
            + body);
  }

  @Test
  void large_and_many_headers_are_refused() throws IOException {
    assertThat(
            spoken(Hostile.head("GET", "/sign-in", token, "X-A: " + "a".repeat(20_000)) + "\r\n"))
        .isIn(400, 431);
    StringBuilder many = new StringBuilder(Hostile.head("GET", "/sign-in", token));
    for (int i = 0; i < 150; i++) {
      many.append('X').append(i).append(": a\r\n");
    }
    assertThat(spoken(many + "\r\n")).isIn(400, 431);
  }

  @Test
  void ten_gigabytes_are_refused_before_they_are_sent() throws IOException {
    try (Hostile one = new Hostile(port)) {
      one.say(
          Hostile.head(
                  "POST",
                  "/api/v1/organizations/"
                      + organization
                      + "/evidence?fileName=a&kind=configuration",
                  token,
                  "Content-Type: application/octet-stream",
                  "Content-Length: " + (10L << 30))
              + "\r\n");
      long began = System.nanoTime();
      assertThat(one.status()).isEqualTo(413);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void json_that_is_nested_without_end_is_no_request() throws IOException {
    assertThat(
            posted(
                "/api/v1/organizations/" + organization + "/objects",
                "application/json",
                "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
        .isEqualTo(400);
  }

  @Test
  void parameters_without_number_are_refused() throws IOException {
    assertThat(posted("/sign-in", "application/x-www-form-urlencoded", "a=1&".repeat(100_000)))
        .isIn(400, 413);
  }
}
