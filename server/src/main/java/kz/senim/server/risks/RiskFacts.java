package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the catalogue of risks means for the requirements (paragraph 37). */
@Component
class RiskFacts {

  private static final String IDENTIFIED = "risk.identified";

  private static final List<Map.Entry<String, Function<Risk, @Nullable String>>> ASPECTS =
      List.of(
          Map.entry("threats", Risk::threat),
          Map.entry("vulnerabilities", Risk::vulnerability),
          Map.entry("leakage-channels", Risk::leakage),
          Map.entry("intruder-model", Risk::intruder));

  private final OrganizationFacts facts;

  RiskFacts(OrganizationFacts facts) {
    this.facts = facts;
  }

  /**
   * @param method null while nobody told it
   * @param covered how many assets of the inventory some risk concerns
   */
  void tell(
      Viewer viewer,
      UUID organization,
      List<Risk> risks,
      @Nullable RiskMethod method,
      int covered,
      LocalDate today) {
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("risk.catalogued", (double) risks.size());
    told.put("risk.assetsCovered", (double) covered);
    told.put("risk.withoutMeasure", (double) risks.stream().filter(Risk::lacksMeasure).count());
    told.put(IDENTIFIED, identified(viewer, organization, risks, today));
    if (method != null) {
      long assessed = risks.stream().filter(r -> r.rating() != null).count();
      told.put("risk.assessed", method.by27005() ? (double) assessed : 0.0);
      told.put("risk.methodologyStandard", method.standard());
      told.put("risk.analysisProcedure", method.procedure());
      told.put("risk.acceptanceCriteria", method.acceptable() != null);
      told.put("risk.planApproved", method.planOn() != null && method.planAct() != null);
    }
    facts.tell(viewer, organization, "risks.reference", today, told);
  }

  /**
   * What was once worked out stays so; the model of an intruder may stand in a paper of its own.
   */
  private @Nullable List<String> identified(
      Viewer viewer, UUID organization, List<Risk> risks, LocalDate today) {
    Set<String> known = facts.options(facts.load(viewer, organization, today), IDENTIFIED, today);
    List<String> identified =
        ASPECTS.stream()
            .filter(
                aspect ->
                    known.contains(aspect.getKey())
                        || risks.stream().anyMatch(r -> aspect.getValue().apply(r) != null))
            .map(Map.Entry::getKey)
            .toList();
    return identified.isEmpty() ? null : identified;
  }
}
