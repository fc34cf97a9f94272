package kz.senim.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdentificationNumberTest {

  @Test
  void published_numbers_are_valid_also_where_the_second_pass_is_needed() {
    assertThat(IdentificationNumber.isValid("940140000385")).isTrue();
    assertThat(IdentificationNumber.isValid("971240001315")).isTrue();
    assertThat(IdentificationNumber.isValid("250140000409")).isTrue();
  }

  @Test
  void a_number_that_cannot_be_issued_is_never_valid() {
    for (int digit = 0; digit <= 9; digit++) {
      assertThat(IdentificationNumber.isValid("25014000046" + digit)).isFalse();
    }
  }

  @Test
  void the_national_authoritys_test_numbers_fail_the_check() {
    assertThat(IdentificationNumber.isValid("123456789011")).isFalse();
    assertThat(IdentificationNumber.isValid("123456789021")).isFalse();
    assertThat(IdentificationNumber.isValid("94014000038")).isFalse();
    assertThat(IdentificationNumber.isValid("٩٤٠١٤٠٠٠٠٣٨٥")).isFalse();
  }

  @Property
  void at_most_one_check_digit_fits(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long n) {
    String eleven = String.format("%011d", n);
    int fitting = 0;
    for (int digit = 0; digit <= 9; digit++) {
      fitting += IdentificationNumber.isValid(eleven + digit) ? 1 : 0;
    }
    assertThat(fitting).isLessThanOrEqualTo(1);
  }
}
