package kz.senim.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.secauto.metaschema.core.configuration.DefaultConfiguration;
import gov.nist.secauto.metaschema.core.model.constraint.IConstraint;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.metaschema.core.model.validation.IValidationResult;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.AssessmentResults;
import gov.nist.secauto.oscal.lib.model.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.senim.core.decision.Outcome;
import kz.senim.core.text.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Senim writes as OSCAL is OSCAL, by the judgement of NIST's metaschema constraints. */
class OscalTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  @TempDir private Path folder;

  @Test
  void the_catalog_is_valid_and_holds_every_requirement() throws IOException {
    Path file = write("catalog.json", OscalCatalog.catalog(Examples.BOOK, Lang.EN, DAY));
    assertValid(file);
    Catalog catalog = OscalBindingContext.instance().loadCatalog(file);
    long controls =
        catalog.getGroups().stream()
            .filter(act -> act.getGroups() != null)
            .flatMap(act -> act.getGroups().stream())
            .mapToLong(section -> section.getControls().size())
            .sum();
    assertThat(controls).isEqualTo(Examples.BOOK.requirements().size());
  }

  @Test
  void the_profile_leaves_out_drafts_and_repealed_acts() {
    assertThat(OscalCatalog.profile(Examples.BOOK, Lang.EN, DAY))
        .contains("\"ur-38-4-retention\"")
        .doesNotContain("\"ddc-")
        .doesNotContain("\"cr-");
  }

  @Test
  void each_example_with_all_it_refers_to_is_valid_and_says_what_was_decided() throws IOException {
    for (Path example : Examples.passports()) {
      Report report = Examples.report(example, DAY.plusYears(2));
      for (Map.Entry<String, String> document : OscalBundle.write(report, Lang.RU).entrySet()) {
        write(document.getKey(), document.getValue());
      }
      assertValid(folder.resolve(OscalBundle.PROFILE));
      assertValid(folder.resolve(OscalBundle.SYSTEM));
      assertValid(folder.resolve(OscalBundle.PLAN));
      Path file = folder.resolve(OscalBundle.RESULTS);
      assertValid(file);
      AssessmentResults results = OscalBindingContext.instance().loadAssessmentResults(file);
      long satisfied =
          results.getResults().getFirst().getFindings().stream()
              .filter(f -> f.getTarget().getStatus().getState().equals("satisfied"))
              .count();
      assertThat(satisfied).isEqualTo(report.assessment().with(Outcome.MET).size());
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertValid(Path file) throws IOException {
    IValidationResult result =
        OscalBindingContext.instance()
            .validateWithConstraints(file.toUri(), new DefaultConfiguration<>());
    List<String> errors =
        result.getFindings().stream()
            .filter(f -> f.getSeverity().ordinal() >= IConstraint.Level.ERROR.ordinal())
            .map(IValidationFinding::getMessage)
            .toList();
    assertThat(errors).as(file.getFileName().toString()).isEmpty();
  }
}
