package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password2026!!", "qwerty-123456", "aaaaaaaaaaaa", "123456789012", "abcabcabcabc",
        "йцукенгшщзхъ", "adminadmin2026", "qwertyuiopas", "20261129202611", "1qaz2wsx3edc"
      })
  void passwords_that_are_tried_first_are_refused(String password) {
    assertThat(Passwords.mistakes(password, password, "a@example.kz", "A Person", List.of()))
        .containsExactly("people.setup.common-password");
  }

  @Test
  void none_of_the_thousands_that_are_used_most_is_taken() {
    assertThat(Passwords.MOST_USED)
        .hasSizeGreaterThanOrEqualTo(3000)
        .contains("sonyericsson", "finalfantasy")
        .allSatisfy(
            password ->
                assertThat(
                        Passwords.mistakes(
                            password, password, "aidos@example.kz", "Aidos", List.of()))
                    .as(password)
                    .containsExactly("people.setup.common-password"));
    assertThat(Passwords.isCommon("NeedForSpeed")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "сары бұлақ жеті көпір",
        "Xk29-fjq0-LL1m",
        "tomato77river"
      })
  void long_ones_that_nobody_guesses_are_taken(String password) {
    assertThat(Passwords.mistakes(password, password, "a@example.kz", "A Person", List.of()))
        .isEmpty();
  }

  @Test
  void the_own_address_is_no_password_and_all_mistakes_are_told_at_once() {
    assertThat(
            Passwords.mistakes("Aidos.K@example.kz", "x", "aidos.k@example.kz", "Aidos", List.of()))
        .isEqualTo(List.of("people.setup.own-password", "people.setup.bad-again"));
    assertThat(Passwords.mistakes("short", "short", "a@example.kz", "A", List.of()))
        .containsExactly("people.setup.bad-password");
  }

  @Test
  void each_wrong_try_doubles_the_wait_up_to_half_an_hour() {
    assertThat(SignInLimits.wait(4, 5)).isZero();
    assertThat(SignInLimits.wait(5, 5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(SignInLimits.wait(6, 5)).isEqualTo(Duration.ofSeconds(60));
    assertThat(SignInLimits.wait(8, 5)).isEqualTo(Duration.ofMinutes(4));
    assertThat(SignInLimits.wait(500, 5)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void a_session_is_called_by_browser_and_system() {
    assertThat(Sessions.device("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"))
        .isEqualTo("Firefox, Linux");
    assertThat(
            Sessions.device(
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140"))
        .isEqualTo("Edge, Windows");
    assertThat(Sessions.device(null)).isEmpty();
  }
}
