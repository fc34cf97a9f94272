package kz.senim.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary.Framework;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.SourceFile;
import org.junit.jupiter.api.Test;

class ForeignFrameworkTest {

  @Test
  void nists_own_catalog_is_read_with_the_labels_that_people_cite() throws IOException {
    Path catalog =
        Path.of(
            "../../shared/data/oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog.json");
    assumeTrue(Files.exists(catalog), "NIST's catalog is not here: ../shared/data/oscal");
    Framework framework =
        ForeignFramework.read("nist-low", new SourceFile("nist", Files.readAllBytes(catalog)));
    assertThat(framework.title()).contains("LOW");
    assertThat(framework.controls())
        .contains(new Framework.Control("AC-1", "Policy and Procedures"));
    assertThat(framework.controls()).hasSizeGreaterThan(140);
  }

  @Test
  void the_library_of_an_act_reads_back_with_its_assessable_nodes() {
    Act act = Examples.BOOK.getAct("P1600000832");
    String library = CisoLibrary.write(Examples.BOOK, act, LocalDate.of(2026, 11, 23));
    Framework framework = ForeignFramework.read("ur", file(library));
    long assessable =
        Examples.BOOK.provisionsOf(act.id()).stream()
            .filter(p -> !p.requirements().isEmpty())
            .count();
    assertThat(framework.controls()).hasSize((int) assessable);
    assertThat(framework.title()).isEqualTo(act.title().en());
    assertThat(library)
        .contains("ref_id: 38/4")
        .contains("parent_urn: urn:senim:risk:req_node:p1600000832:38");
  }

  @Test
  void what_is_imported_is_a_law_file_that_requirements_can_map_to() throws IOException {
    Framework framework =
        ForeignFramework.read(
            "own", file("{catalog: {metadata: {title: Own}, controls: [{id: a-1, title: One}]}}"));
    String written = ForeignFramework.write(framework);
    LawBook book = LawReader.read(List.of(file(written))).book();
    assertThat(book.vocabulary().frameworks()).containsExactly(framework);
  }

  @Test
  void neither_of_the_two_is_told_what_would_be_right() {
    assertThatThrownBy(() -> ForeignFramework.read("x", file("{a: 1}")))
        .isInstanceOf(InvalidSource.class)
        .hasMessageContaining("neither an OSCAL catalog");
    assertThatThrownBy(() -> ForeignFramework.read("x", file("[1]")))
        .isInstanceOf(InvalidSource.class);
    assertThatThrownBy(() -> ForeignFramework.read("x", file("{catalog: {metadata: {}}}")))
        .isInstanceOf(InvalidSource.class)
        .hasMessageContaining("no controls");
  }

  private static SourceFile file(String text) {
    return new SourceFile("file", text.getBytes(StandardCharsets.UTF_8));
  }
}
