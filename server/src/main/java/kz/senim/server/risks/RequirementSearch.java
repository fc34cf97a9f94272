package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import org.springframework.stereotype.Component;

/** Finds requirements by their place in the law or by words. */
@Component
public class RequirementSearch {

  private static final int MOST = 12;

  private final LawBook book;

  RequirementSearch(LawBook book) {
    this.book = book;
  }

  /**
   * A requirement as it is offered.
   *
   * @param cite as lawyers write it
   */
  public record Found(String id, String act, String path, String cite, String statement) {}

  private record Ranked(int rank, Requirement requirement, Provision provision) {}

  /** The best first: {@code 38/4}, {@code 38.4} and {@code 38 4)} all mean paragraph 38(4). */
  List<Found> find(String query, LocalDate day, Lang lang) {
    String words = query.strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty()) {
      return List.of();
    }
    String citation =
        words.matches("\\d[\\d-]*([\\s./(]+[\\d-]+\\)?)*\\)?")
            ? words.replace(")", "").replaceAll("[\\s./(]+", "/")
            : "";
    List<Ranked> found = new ArrayList<>();
    for (Requirement requirement : book.requirements()) {
      if (requirement.inForceOn(day)) {
        Provision provision = book.provisionOf(requirement);
        int rank = rank(requirement, provision, words, citation, lang);
        if (rank >= 0) {
          found.add(new Ranked(rank, requirement, provision));
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Ranked::rank))
        .limit(MOST)
        .map(r -> found(r.requirement(), lang))
        .toList();
  }

  Optional<Found> get(String id, Lang lang) {
    return book.findRequirement(id).map(requirement -> found(requirement, lang));
  }

  private static int rank(
      Requirement requirement, Provision provision, String words, String citation, Lang lang) {
    if (!citation.isEmpty()) {
      return provision.citation().equals(citation)
          ? 0
          : provision.citation().startsWith(citation + "/") ? 1 : -1;
    }
    if (requirement.id().equals(words)) {
      return 0;
    }
    String cite = CitationText.in(provision.citation(), lang).toLowerCase(Locale.ROOT);
    if (cite.equals(words)) {
      return 1;
    }
    String text = cite + " " + requirement.statement().in(lang).toLowerCase(Locale.ROOT);
    return Stream.of(words.split("\\s+")).allMatch(text::contains) ? 2 : -1;
  }

  private Found found(Requirement requirement, Lang lang) {
    Provision provision = book.provisionOf(requirement);
    return new Found(
        requirement.id(),
        book.getAct(provision.act()).shortTitle().in(lang),
        provision.act() + "/" + provision.citation(),
        CitationText.in(provision.citation(), lang),
        requirement.statement().in(lang));
  }
}
