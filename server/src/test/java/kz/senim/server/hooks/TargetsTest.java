package kz.senim.server.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static String answer(List<String> hosts, String url) {
    try {
      new Targets(new Targets.Settings(List.of("127.0.0.1", "::1"), hosts, Duration.ofSeconds(1)))
          .check(URI.create(url));
      return "";
    } catch (Targets.Refused e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void messages_go_only_to_hosts_that_the_operator_has_named_if_any_are() {
    List<String> hosts = List.of("LOCALHOST", " *.corp.invalid");
    assertThat(answer(hosts, "https://localhost/a")).isEmpty();
    assertThat(answer(hosts, "https://LocalHost:8443/")).isEmpty();
    // Named, so asked for; nobody has the name.
    assertThat(answer(hosts, "https://a.b.corp.invalid/")).isEqualTo("hooks.unknown-host");
    for (String other :
        List.of(
            "https://example.kz/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://corp.invalid/",
            "https://evilcorp.invalid/",
            "https://a.corp.invalid.example.kz/",
            "https://localhost.example.kz/",
            "https://.corp.invalid/")) {
      URI url = URI.create(other);
      if (url.getHost() != null) {
        assertThat(answer(hosts, other)).as(other).isEqualTo("hooks.not-allowed");
      }
    }
    assertThat(answer(List.of(), "https://127.0.0.1/")).isEmpty();
  }

  @Test
  void being_named_opens_no_private_address() {
    assertThat(answer(List.of("10.0.0.1"), "https://10.0.0.1/")).isEqualTo("hooks.private-address");
    assertThatThrownBy(() -> Targets.read("https://user:x@localhost/")).hasMessage("hooks.bad-url");
  }
}
