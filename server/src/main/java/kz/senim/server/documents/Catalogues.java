package kz.senim.server.documents;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.staff.Staff;
import kz.senim.server.staff.StaffMember;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes catalogues: with the term of reviews, the people who work there, and what is told. */
@Component
class Catalogues {

  private static final String REVIEW_TERM = "limit.documentReview";

  private final DocumentKinds kinds;
  private final DocumentFacts facts;
  private final OrganizationFacts organizationFacts;
  private final Staff staff;
  private final LawBook book;

  Catalogues(
      DocumentKinds kinds,
      DocumentFacts facts,
      OrganizationFacts organizationFacts,
      Staff staff,
      LawBook book) {
    this.kinds = kinds;
    this.facts = facts;
    this.organizationFacts = organizationFacts;
    this.staff = staff;
    this.book = book;
  }

  /**
   * The catalogue's lines by level.
   *
   * @param all the organisation's documents on the day
   * @param working how many people work there
   */
  List<Catalogue.Level> levels(
      Viewer viewer,
      UUID organization,
      List<SecurityDocument> all,
      int working,
      LocalDate day,
      Lang lang) {
    return on(day, working, lang)
        .levels(
            kinds.all(),
            all,
            facts.toldOnly(organizationFacts.load(viewer, organization, day), all, day));
  }

  Catalogue on(LocalDate day, int working, Lang lang) {
    return new Catalogue(day, term(day), working, lang);
  }

  /** Those who work there on the day. */
  List<StaffMember> working(Viewer viewer, UUID organization, LocalDate day) {
    return staff.list(viewer, organization, day).stream().filter(m -> m.worksOn(day)).toList();
  }

  /** How often documents are reviewed; null when the law asks nothing on the day. */
  @Nullable Period term(LocalDate day) {
    int index = book.parameterIndex(REVIEW_TERM);
    return index >= 0 && book.parameters().get(index).on(day) instanceof Period term ? term : null;
  }
}
