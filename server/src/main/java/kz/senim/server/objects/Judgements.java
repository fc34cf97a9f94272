package kz.senim.server.objects;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.server.approvals.Approval;
import kz.senim.server.approvals.ApprovalKind;
import kz.senim.server.approvals.Approvals;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what a person tells. A judgement that settles a requirement of the highest severity waits
 * for a second person; everything else is recorded at once.
 */
@Component
@Transactional
public class Judgements implements ApprovalKind {

  private static final String KIND = "attestation";

  private final Assessments assessments;
  private final Objects objects;
  private final Approvals approvals;
  private final LawBook book;
  private final JsonMapper json = JsonMapper.builder().build();

  Judgements(Assessments assessments, Objects objects, Approvals approvals, LawBook book) {
    this.assessments = assessments;
    this.objects = objects;
    this.approvals = approvals;
    this.book = book;
  }

  /** A judgement on its way, as it is kept. */
  private record Told(
      UUID object,
      String fact,
      boolean conforms,
      @Nullable String by,
      @Nullable String signedBy,
      @Nullable LocalDate observed,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String reference) {}

  /**
   * Records a fact, or lets it wait.
   *
   * @param value null takes the fact back, which waits for nobody: it settles nothing
   * @return whether it waits
   */
  public boolean record(Viewer viewer, UUID object, Fact fact, @Nullable FactValue value) {
    InformatizationObject found = objects.objectToChange(viewer, object);
    Optional<Requirement> heavy = heavy(fact);
    if (value == null || heavy.isEmpty() || !(value.value() instanceof Boolean conforms)) {
      assessments.record(viewer, object, one(fact, value));
      return false;
    }
    Told told =
        new Told(
            object,
            fact.id(),
            conforms,
            value.by(),
            value.signedBy(),
            value.observed(),
            value.from(),
            value.until(),
            value.reference());
    return approvals.ask(
        viewer,
        KIND,
        found.organization(),
        book.provisionOf(heavy.get()).citation() + " · " + found.name(),
        null,
        json.writeValueAsString(told));
  }

  /** The requirement of the highest severity that the fact settles; empty for other facts. */
  private Optional<Requirement> heavy(Fact fact) {
    String settles = fact.attestation();
    return settles == null
        ? Optional.empty()
        : book.findRequirement(settles)
            .filter(
                requirement ->
                    book.getSeverity(requirement.severity()).level() == Vocabulary.Level.HIGH);
  }

  /** Whether a judgement on the requirement of the object waits for a second person. */
  public boolean waits(InformatizationObject object, String requirement) {
    return approvals.waiting(object.organization(), null).stream()
        .filter(approval -> approval.kind().equals(KIND))
        .map(this::told)
        .anyMatch(
            told ->
                told.object().equals(object.id()) && told.fact().equals("attest." + requirement));
  }

  @Override
  public Set<String> words() {
    return Set.of(KIND);
  }

  @Override
  public void carryOut(Viewer viewer, Approval approval) {
    Told told = told(approval);
    int index = book.factIndex(told.fact());
    if (index < 0) {
      throw new IllegalStateException("the law book does not know " + told.fact() + " any more");
    }
    FactValue value =
        new FactValue(
            told.conforms(),
            FactValue.Source.ATTESTED,
            told.by(),
            told.signedBy(),
            told.observed(),
            told.from(),
            told.until(),
            told.reference());
    assessments.record(viewer, told.object(), one(book.facts().get(index), value));
  }

  @Override
  public String link(Viewer viewer, Approval approval) {
    Told told = told(approval);
    return "/objects/"
        + told.object()
        + "/requirements/"
        + told.fact().replaceFirst("^attest\\.", "");
  }

  private Told told(Approval approval) {
    return json.readValue(approval.input(), Told.class);
  }

  private static Map<Fact, @Nullable FactValue> one(Fact fact, @Nullable FactValue value) {
    Map<Fact, @Nullable FactValue> values = new HashMap<>();
    values.put(fact, value);
    return values;
  }
}
