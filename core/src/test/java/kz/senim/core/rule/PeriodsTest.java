package kz.senim.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import kz.senim.core.text.Lang;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodsTest {

  @Test
  void periods_are_read_in_three_languages_and_in_iso_form() {
    for (String text :
        new String[] {"P3Y2M", "3 years 2 months", "3 года 2 месяца", "3 жыл 2 ай"}) {
      assertThat(Periods.parse(text)).as(text).contains(Period.of(3, 2, 0));
    }
    assertThat(Periods.parse("two years")).isEmpty();
    assertThat(Periods.parse("3")).isEmpty();
    assertThat(Periods.parse("P")).isEmpty();
  }

  @Test
  void three_years_of_days_are_three_years() {
    assertThat(Periods.compare(Period.ofDays(1095), Period.ofYears(3))).isZero();
    assertThat(Periods.compare(Period.ofDays(1094), Period.ofYears(3))).isNegative();
    assertThat(Periods.compare(Period.ofDays(60), Period.ofMonths(2))).isZero();
  }

  @Property
  void what_is_written_in_words_reads_back(
      @ForAll @IntRange(max = 99) int years,
      @ForAll @IntRange(max = 11) int months,
      @ForAll @IntRange(max = 400) int days) {
    Period period = Period.of(years, months, days);
    for (Lang lang : Lang.values()) {
      assertThat(Periods.parse(Periods.inWords(period, lang))).contains(period);
    }
  }

  @Property
  void comparing_is_antisymmetric(
      @ForAll @IntRange(max = 60) int aMonths,
      @ForAll @IntRange(max = 60) int aDays,
      @ForAll @IntRange(max = 60) int bMonths,
      @ForAll @IntRange(max = 60) int bDays) {
    Period a = Period.of(0, aMonths, aDays);
    Period b = Period.of(0, bMonths, bDays);
    assertThat(Integer.signum(Periods.compare(a, b)))
        .isEqualTo(-Integer.signum(Periods.compare(b, a)));
  }
}
