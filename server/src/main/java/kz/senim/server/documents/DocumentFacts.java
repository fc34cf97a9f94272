package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what the catalogue means for the requirements (paragraphs 31 to 35). A document that people
 * told of in answers, but nobody entered here, goes on counting as they told.
 */
@Component
class DocumentFacts {

  private static final String LEVELS = "documents.levels";
  private static final String APPROVED = "documents.approvedLevels";
  private static final String LANGUAGES = "documents.languages";

  private final OrganizationFacts facts;
  private final DocumentKinds kinds;

  DocumentFacts(OrganizationFacts facts, DocumentKinds kinds) {
    this.facts = facts;
    this.kinds = kinds;
  }

  /** Documents that were told of in answers and never entered: {@code level/option}. */
  Set<String> toldOnly(Facts known, List<SecurityDocument> documents, LocalDate day) {
    Set<String> told = new TreeSet<>();
    for (DocumentKinds.Kind kind : kinds.all()) {
      boolean entered =
          documents.stream()
              .anyMatch(d -> d.level() == kind.level() && kind.option().equals(d.kind()));
      String fact = DocumentKinds.FACTS.getOrDefault(kind.level(), LEVELS);
      String option = kind.level() == 1 ? DocumentKinds.LEVELS.getFirst() : kind.option();
      if (!entered && facts.options(known, fact, day).contains(option)) {
        told.add(kind.level() + "/" + kind.option());
      }
    }
    return told;
  }

  void tell(Viewer viewer, UUID organization, List<SecurityDocument> documents, LocalDate today) {
    Facts known = facts.load(viewer, organization, today);
    Set<String> toldOnly = toldOnly(known, documents, today);
    List<SecurityDocument> existing = documents.stream().filter(d -> d.existsOn(today)).toList();
    Map<String, @Nullable Object> told = new HashMap<>();
    for (Map.Entry<Integer, String> level : DocumentKinds.FACTS.entrySet()) {
      told.put(level.getValue(), options(level.getKey(), level.getValue(), existing, toldOnly));
    }
    levels(documents, existing, toldOnly, known, today, told);
    told.put(LANGUAGES, languages(existing, !toldOnly.isEmpty(), known, today));
    told.put("documents.reviewedOn", reviewed(existing, !toldOnly.isEmpty(), today));
    existing.stream()
        .filter(d -> DocumentKinds.POLICY.equals(d.kind()))
        .findFirst()
        .ifPresent(policy -> told.put(DocumentKinds.CONTENTS, policy.contents()));
    facts.tell(viewer, organization, "documents.reference", since(documents, today), told);
  }

  private List<String> options(
      int level, String fact, List<SecurityDocument> existing, Set<String> toldOnly) {
    return kinds.options(fact).stream()
        .map(Fact.Option::id)
        .filter(
            option ->
                toldOnly.contains(level + "/" + option)
                    || existing.stream()
                        .anyMatch(d -> d.level() == level && option.equals(d.kind())))
        .toList();
  }

  private void levels(
      List<SecurityDocument> documents,
      List<SecurityDocument> existing,
      Set<String> toldOnly,
      Facts known,
      LocalDate today,
      Map<String, @Nullable Object> told) {
    List<String> levels = new ArrayList<>();
    List<String> approved = new ArrayList<>();
    Set<String> levelsBefore = facts.options(known, LEVELS, today);
    Set<String> approvedBefore = facts.options(known, APPROVED, today);
    for (int level = 1; level <= DocumentKinds.LEVELS.size(); level++) {
      int at = level;
      String word = DocumentKinds.LEVELS.get(level - 1);
      boolean answered = toldOnly.stream().anyMatch(t -> t.startsWith(at + "/"));
      List<SecurityDocument> here = existing.stream().filter(d -> d.level() == at).toList();
      boolean untouched = documents.stream().noneMatch(d -> d.level() == at);
      if (!here.isEmpty() || answered || (untouched && levelsBefore.contains(word))) {
        levels.add(word);
      }
      boolean allHere = here.stream().allMatch(SecurityDocument::isApproved);
      boolean unsure = answered || untouched;
      if (unsure ? allHere && approvedBefore.contains(word) : !here.isEmpty() && allHere) {
        approved.add(word);
      }
    }
    told.put(LEVELS, levels);
    told.put(APPROVED, approved);
  }

  /** A language of which one document is known to lack is out; what nobody entered is as told. */
  private List<String> languages(
      List<SecurityDocument> existing, boolean answered, Facts known, LocalDate today) {
    Set<String> before = facts.options(known, LANGUAGES, today);
    List<String> languages = new ArrayList<>();
    Map<String, Predicate<SecurityDocument>> asked =
        Map.of("kk", SecurityDocument::inKazakh, "ru", SecurityDocument::inRussian);
    for (Fact.Option option : kinds.options(LANGUAGES)) {
      if (!existing.isEmpty()
          && existing.stream().allMatch(asked.getOrDefault(option.id(), _ -> true))
          && (!answered || before.contains(option.id()))) {
        languages.add(option.id());
      }
    }
    return languages;
  }

  /** The document left the longest; unknown while one has no day or was only told of. */
  private static @Nullable LocalDate reviewed(
      List<SecurityDocument> existing, boolean answered, LocalDate today) {
    if (answered || existing.stream().anyMatch(d -> d.lastDone(today) == null)) {
      return null;
    }
    return existing.stream()
        .map(d -> d.lastDone(today))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The last day on which something of the catalogue changed: from then on it is as it is now. */
  private static LocalDate since(List<SecurityDocument> documents, LocalDate today) {
    LocalDate since = null;
    for (SecurityDocument document : documents) {
      for (LocalDate day :
          new @Nullable LocalDate[] {
            document.existsFrom(), document.lastDone(today), document.archivedOn()
          }) {
        if (day != null && !day.isAfter(today) && (since == null || day.isAfter(since))) {
          since = day;
        }
      }
    }
    return since == null ? today : since;
  }
}
