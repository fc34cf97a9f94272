package kz.senim.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CitationTest {

  @Test
  void places_stand_in_the_order_of_the_text_and_misspelled_ones_after_them() {
    List<String> ordered =
        List.of(
            "9",
            "9-1",
            "10",
            "38",
            "38/item-1",
            "38/1",
            "38/2",
            "38/2/item-1",
            "39",
            "annex-1",
            "",
            "/",
            "38/",
            "38/item-",
            "x-y");
    List<String> mixed = new ArrayList<>(ordered);
    Collections.shuffle(mixed, new Random(1));
    mixed.sort(Citation.ORDER);
    assertThat(mixed).isEqualTo(ordered);
  }
}
