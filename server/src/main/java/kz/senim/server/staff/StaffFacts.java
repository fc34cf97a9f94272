package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the register of staff means for the requirements (paragraphs 30, 31, 42 to 44). */
@Component
class StaffFacts {

  private static final List<String> RECORDED = List.of("informatization", "information-security");

  private final OrganizationFacts facts;
  private final KnownDocuments documents;

  StaffFacts(OrganizationFacts facts, KnownDocuments documents) {
    this.facts = facts;
    this.documents = documents;
  }

  /**
   * @param kinds the kinds of training that are recorded of anybody
   * @param complete whether everybody is listed; else nothing is said of their number
   */
  void tell(
      Viewer viewer,
      UUID organization,
      List<StaffMember> members,
      Collection<String> kinds,
      boolean complete,
      LocalDate today) {
    Map<String, @Nullable Object> told = new HashMap<>();
    List<StaffMember> working = members.stream().filter(m -> m.worksOn(today)).toList();
    List<StaffMember> security = working.stream().filter(StaffMember::needsCourse).toList();
    List<LocalDate> courses =
        security.stream().map(StaffMember::courseOn).filter(Objects::nonNull).toList();
    told.put(
        "securityUnit.withoutCertificate",
        security.isEmpty() ? null : (double) (security.size() - courses.size()));
    told.put(
        "securityUnit.trainedOn", courses.stream().min(Comparator.naturalOrder()).orElse(null));
    told.put("staff.trainingRecords", records(viewer, organization, kinds, today));
    KnownDocuments.Counts counts = documents.count(organization, today);
    told.put("staff.total", complete ? (double) working.size() : null);
    told.put(
        "staff.acquaintedWithDocuments",
        complete && counts.documents() > 0 ? (double) counts.all() : null);
    told.put(
        "staff.acquaintedWithInstruction",
        complete && counts.documents() > 0 ? (double) counts.instruction() : null);
    told.put(
        "staff.formerWithRights",
        complete ? (double) members.stream().filter(m -> m.leftWithAccess(today)).count() : null);
    facts.tell(viewer, organization, "staff.reference", today, told);
  }

  /** What is recorded here adds to what the personnel service is known to record elsewhere. */
  private @Nullable List<String> records(
      Viewer viewer, UUID organization, Collection<String> kinds, LocalDate today) {
    Set<String> known =
        facts.options(facts.load(viewer, organization, today), "staff.trainingRecords", today);
    List<String> recorded = new ArrayList<>();
    for (String option : RECORDED) {
      boolean here =
          kinds.contains(option)
              || (option.equals("information-security") && kinds.contains("security-course"));
      if (here || known.contains(option)) {
        recorded.add(option);
      }
    }
    return recorded.isEmpty() ? null : recorded;
  }
}
