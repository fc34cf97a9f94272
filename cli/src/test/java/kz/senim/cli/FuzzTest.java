package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import kz.senim.book.Books;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any passport is read, or refused with a report; nothing else happens. The pieces are chosen so
 * that most passports are nearly right.
 */
class FuzzTest {

  private static final LawBook BOOK = Books.shipped();
  private static final Assessor ASSESSOR = new Assessor(BOOK);

  @Property(tries = 2000)
  void a_passport_of_odd_pieces_is_read_or_refused(@ForAll("passports") String text) {
    try {
      Passport passport =
          PassportReader.read(
              BOOK, new SourceFile("fuzz.yaml", text.getBytes(StandardCharsets.UTF_8)));
      assertThat(
              ASSESSOR.assess(passport.facts(), java.time.LocalDate.of(2026, 11, 23)).decisions())
          .isNotEmpty();
    } catch (InvalidSource refused) {
      assertThat(refused.problems().list()).isNotEmpty();
      for (Lang lang : Lang.values()) {
        assertThat(refused.problems().render(lang)).hasSizeLessThan(1 << 20);
      }
    } catch (RuntimeException e) {
      fail("not a report: " + text, e);
    }
  }

  @Provide
  Arbitrary<String> passports() {
    Arbitrary<String> key =
        Arbitraries.oneOf(
            Arbitraries.of(BOOK.facts().stream().map(f -> f.id()).toList()),
            Arbitraries.of("facts", "object", "a.b", "", "'", "? x", "organization.kind"));
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "yes",
                "no",
                "1",
                "-1e99",
                "99999999999999999999999999999",
                "2026-02-30",
                "9999-12-31",
                "P9999Y",
                "3 years",
                "[]",
                "[a, [b]]",
                "{value: 1}",
                "{value: yes, until: 1900-01-01}",
                "~",
                "{}",
                "\"\\u0000\"",
                "!!str x",
                "|\n  x",
                "state-body",
                "0x1F",
                ".5",
                "1 000",
                "∞"),
            Arbitraries.strings().ofMaxLength(8));
    Arbitrary<String> line = Combinators.combine(key, value).as((k, v) -> "  " + k + ": " + v);
    return line.list()
        .ofMaxSize(12)
        .map(
            lines ->
                "passport: 1\nobject: {name: x}\norganization: {name: y}\nfacts:\n"
                    + String.join("\n", lines)
                    + "\n");
  }
}
