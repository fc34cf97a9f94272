package kz.senim.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  @Test
  void our_own_variable_goes_before_those_of_all_programs() {
    assertThat(Languages.of(Map.of("SENIM_LANG", "kk", "LC_ALL", "ru_RU.UTF-8")))
        .isEqualTo(Lang.KK);
    assertThat(Languages.of(Map.of("LC_ALL", "ru_RU.UTF-8", "LC_MESSAGES", "kk_KZ", "LANG", "C")))
        .isEqualTo(Lang.RU);
    assertThat(Languages.of(Map.of("LC_ALL", "", "LC_MESSAGES", "kk_KZ", "LANG", "ru_RU")))
        .isEqualTo(Lang.KK);
    assertThat(Languages.of(Map.of("LANG", "ru"))).isEqualTo(Lang.RU);
  }

  @Test
  void any_other_language_is_english() {
    assertThat(Languages.of(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Lang.EN);
    assertThat(Languages.of(Map.of("LANG", "C.UTF-8"))).isEqualTo(Lang.EN);
    assertThat(Languages.of(Map.of("LANG", "rundi"))).isEqualTo(Lang.EN);
  }

  @Test
  void the_option_goes_before_all_wherever_it_stands() {
    assertThat(Languages.of("assess", "--lang", "kk", "--nonsense")).isEqualTo(Lang.KK);
    assertThat(Languages.of("assess", "x", "--lang=ru")).isEqualTo(Lang.RU);
    assertThat(Languages.of("assess", "--lang")).isEqualTo(Languages.usual());
  }
}
