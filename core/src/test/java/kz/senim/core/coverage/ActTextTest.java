package kz.senim.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;

class ActTextTest {

  private static final Path SEEDS = Path.of("../../shared/seeds");

  @Test
  void a_decree_is_taken_apart_into_paragraphs_subparagraphs_and_items() {
    Map<String, ActText.Unit> units =
        ActText.parse(
            """
            Decree. 1. To approve.
            Chapter 1. General Provisions
                  1. Scope.
                  2. One shall:
                  1) log:
                  reads;
                  writes;
                  2) keep logs.
                  Logs are kept safe.
                  Footnote. Paragraph 2 as amended by Decree dated 10.06.2022 № 383 (shall be enforced ten calendar days after the day of its first official publication); dated 10.02.2023 № 112 (shall be enforced from 01.01.2023).
                  3. Excluded by Decree of the Government dated February 10, 2023 № 112 (shall be enforced from January 1, 2023).
            Appendix
            1. Another decree.
            """);
    assertThat(units.keySet())
        .containsExactly("1", "2", "2/1", "2/1/item-1", "2/1/item-2", "2/2", "2/2/item-1", "3");
    Footnote.Change first = new Footnote.Change("383", LocalDate.of(2022, 6, 10), null);
    Footnote.Change second =
        new Footnote.Change("112", LocalDate.of(2023, 2, 10), LocalDate.of(2023, 1, 1));
    assertThat(units.get("2/1/item-2").amended()).containsExactly(first, second);
    assertThat(units.get("3").excluded()).isEqualTo(second);
  }

  @Test
  void russian_and_kazakh_texts_are_taken_apart_alike() {
    String russian =
        """
        Утверждены постановлением
        Глава 1. Общие положения
        1. Область.
        2. Обеспечивается:
        1) ведение журналов:
        чтения;
        2) хранение.
        Сноска. Пункт 2 - в редакции постановления Правительства РК от 10.06.2022 № 383 (вводится в действие по истечении десяти календарных дней).
        3. Исключен постановлением Правительства РК от 10.02.2023 № 112 (вводится в действие с 01.01.2023).
        Приложение
        """;
    String kazakh =
        """
        1-тарау. Жалпы ережелер
        1. Қолданылу аясы.
        2. Мыналар қамтамасыз етіледі:
        1) журналдар жүргізу:
        оқу;
        2) сақтау.
        Ескерту. 2-тармақ жаңа редакцияда - ҚР Үкіметінің 10.06.2022 № 383 қаулысымен (он күн өткен соң қолданысқа енгізіледі).
        3. Алып тасталды - ҚР Үкіметінің 10.02.2023 № 112 қаулысымен.
        қосымша
        """;
    for (String text : List.of(russian, kazakh)) {
      Map<String, ActText.Unit> units = ActText.parse(text);
      assertThat(units.keySet()).containsExactly("1", "2", "2/1", "2/1/item-1", "2/2", "3");
      assertThat(units.get("2/1").amended())
          .containsExactly(new Footnote.Change("383", LocalDate.of(2022, 6, 10), null));
      assertThat(units.get("3").excluded().act()).isEqualTo("112");
      assertThat(OfficialText.of("X", Lang.RU, Optional.empty(), text).orElseThrow().edition())
          .isEqualTo(LocalDate.of(2023, 2, 10));
    }
  }

  @Test
  void footnotes_are_read_in_each_of_the_ways_in_which_they_are_written() {
    LocalDate june = LocalDate.of(2018, 6, 18);
    for (String text :
        new String[] {
          "dated 06/18/2018 № 355 (shall be enforced)",
          "dated June 18, 2018 № 355",
          "dated 18.06.2018 №355 (effective",
          "№ 355 dated June 18, 2018",
          "dated 18.06. 2018 no. 355"
        }) {
      assertThat(Footnote.changes(text))
          .as(text)
          .containsExactly(new Footnote.Change("355", june, null));
    }
  }

  @Test
  void decree_832_has_210_paragraphs_864_units_and_715_leaves() throws IOException {
    Map<String, ActText.Unit> units =
        ActText.parse(seed("003-uniform-requirements-decree-832.txt"));
    assertThat(units.keySet().stream().filter(c -> !c.contains("/")).count()).isEqualTo(210);
    assertThat(units).hasSize(864);
    long leaves =
        units.keySet().stream()
            .filter(c -> units.keySet().stream().noneMatch(other -> other.startsWith(c + "/")))
            .count();
    assertThat(leaves).isEqualTo(715);
  }

  @Test
  void decree_298_has_48_paragraphs_and_seven_annexes() throws IOException {
    Map<String, ActText.Unit> units = ActText.parse(seed("001-certification-rules-decree-298.txt"));
    assertThat(units.keySet().stream().filter(c -> c.matches("\\d+"))).hasSize(48);
    assertThat(units.keySet().stream().filter(c -> c.matches("annex-\\d+"))).hasSize(7);
    assertThat(units.keySet().stream().filter(c -> c.matches("annex-3/\\d+"))).hasSize(16);
    assertThat(units.get("10").excluded()).isNotNull();
    assertThat(units.get("17").text()).contains("no later than three working days");
  }

  @Test
  void the_checklists_have_11_72_and_4_requirements() throws IOException {
    Map<String, ActText.Unit> units = ActText.parse(seed("002-checklists-joint-order-114-52.txt"));
    assertThat(count(units, "annex-3/")).isEqualTo(11);
    assertThat(count(units, "annex-4/")).isEqualTo(72);
    assertThat(count(units, "annex-5/")).isEqualTo(4);
    assertThat(units.get("annex-1").excluded()).isNotNull();
  }

  private static long count(Map<String, ActText.Unit> units, String prefix) {
    return units.keySet().stream().filter(c -> c.startsWith(prefix)).count();
  }

  private static String seed(String name) throws IOException {
    assumeTrue(
        Files.exists(SEEDS.resolve(name)), "the texts of the acts are not here: ../shared/seeds");
    return Files.readString(SEEDS.resolve(name));
  }
}
