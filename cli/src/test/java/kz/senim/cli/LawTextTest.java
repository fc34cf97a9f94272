package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The law on a terminal, as a reader meets it. */
class LawTextTest {

  @Test
  void a_provision_is_shown_in_each_language_with_no_word_of_another() {
    assertThat(show("en"))
        .contains("nature      duty")
        .contains("binds       Organisation")
        .doesNotContainPattern("\\p{IsCyrillic}");
    assertThat(show("ru"))
        .contains("вид нормы           обязанность")
        .contains("актом № 372 от 13.05.2024, действует с 23.05.2024 (оценочно)")
        .doesNotContainPattern("[әғқңөұүһі]");
    assertThat(show("kk"))
        .contains("норманың түрі       міндет")
        .contains("13.05.2024 № 372 актімен")
        .contains("бастап (болжамды) қолданыста");
  }

  @Test
  void lines_fit_a_terminal() {
    assertThat(show("kk").lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void what_changed_for_a_system_is_told_in_the_readers_language() {
    Run run =
        Run.senim(
            "law",
            "diff",
            "--from",
            "2022-12-01",
            "--to",
            "2024-06-01",
            "--lang",
            "kk",
            "--for",
            "../examples/clinic-chain.yaml");
    assertThat(run.out())
        .contains("болмаған → орындалған")
        .contains("Осы жүйе үшін нәтижесі өзгерген талаптар: ")
        .doesNotContain("met");
  }

  @Test
  void an_unknown_subject_is_refused_with_the_known_ones() {
    Run run = Run.senim("law", "requirements", "--subject", "moonlight");
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("there is no subject 'moonlight'").contains("network, ");
  }

  private static String show(String lang) {
    Run run = Run.senim("law", "show", "P1600000832/38/4", "--lang", lang);
    assertThat(run.code()).isZero();
    return run.out();
  }
}
