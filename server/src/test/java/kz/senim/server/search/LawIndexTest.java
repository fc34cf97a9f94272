package kz.senim.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kz.senim.book.Books;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Words are found in whatever form they are typed, in each language. */
class LawIndexTest {

  private static final LawBook BOOK = Books.shipped();
  private static final LawIndex INDEX = new LawIndex(BOOK);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  /** Of twenty questions that people put, so many must be answered among the first ten. */
  private static final int WANTED = 19;

  @ParameterizedTest
  @EnumSource(Lang.class)
  void inflected_words_lead_to_the_paragraph_among_the_first_ten(Lang lang) throws IOException {
    List<String> missed = new ArrayList<>();
    List<String[]> queries = queries(lang);
    for (String[] query : queries) {
      if (INDEX.find(Words.of(query[0]), lang).hits().stream()
          .limit(10)
          .noneMatch(hit -> leadsTo(hit, query[1]))) {
        missed.add(query[0]);
      }
    }
    assertThat(queries).hasSize(20);
    assertThat(missed).as("missed").hasSizeLessThanOrEqualTo(20 - WANTED);
  }

  private static boolean leadsTo(LawIndex.Hit hit, String citation) {
    String id =
        hit.kind() == LawIndex.Kind.REQUIREMENT
            ? BOOK.findRequirement(hit.id()).orElseThrow().provision()
            : hit.id();
    return id.startsWith("P1600000832/" + citation);
  }

  @Test
  void words_are_found_whatever_the_language_of_the_page() throws IOException {
    for (String[] query : queries(Lang.KK)) {
      assertThat(INDEX.find(Words.of(query[0]), Lang.RU).hits()).as(query[0]).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void every_citation_as_lawyers_write_it_leads_back_to_its_paragraph(Lang lang) {
    for (Provision provision : BOOK.provisions()) {
      String written = CitationText.in(provision.citation(), lang);
      assertThat(CitationQuery.of(written).map(CitationQuery::citation))
          .as(written)
          .hasValue(provision.citation());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "38 4, 38/4",
    "38/4, 38/4",
    "38(4), 38/4",
    "п. 38, 38",
    "пункт 38 подпункт 4, 38/4",
    "подпункт 4 пункта 38, 38/4",
    "38-т, 38",
    "38-т., 38",
    "38-тармақ 4-тармақша, 38/4",
    "paragraph 38, 38",
    "п. 90-1, 90-1",
    "90-1-т., 90-1",
    "P1600000832 38 4, 38/4",
    "№ 832 п. 38, 38"
  })
  void a_citation_as_people_type_it_leads_to_its_paragraph(String typed, String citation) {
    assertThat(new Places(BOOK).of(typed, DAY).stream().map(Provision::id))
        .contains("P1600000832/" + citation);
  }

  @Test
  void a_paragraph_of_a_repealed_act_does_not_stand_in_the_way_of_one_in_force() {
    assertThat(new Places(BOOK).of("п. 38", DAY)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"журналы 38", "ISO 27002", "38 года", "''", "абз. 2", "подп."})
  void other_words_are_no_citation(String typed) {
    assertThat(new Places(BOOK).of(typed, DAY)).isEmpty();
  }

  @Test
  void what_is_marked_is_what_was_found_and_nothing_is_lost() {
    String text = "События журналов хранятся";
    List<Words.Piece> pieces = Words.of("журналы").mark(text);
    assertThat(String.join("", pieces.stream().map(Words.Piece::text).toList())).isEqualTo(text);
    assertThat(pieces.stream().filter(Words.Piece::hit).map(Words.Piece::text))
        .containsExactly("журналов");
  }

  private static List<String[]> queries(Lang lang) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LawIndexTest.class.getResourceAsStream("/search/" + lang.code() + ".tsv"))) {
      return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
