package kz.senim.server.objects;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Languages;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the organisation's own catalogues (of documents, staff, assets, risks) tell of it, as facts
 * that count for all its objects.
 */
@Component
@Transactional
public class OrganizationFacts {

  private static final UUID NO_OBJECT = new UUID(0, 0);

  private final Objects objects;
  private final FactStore facts;
  private final Assessments assessments;
  private final IcuMessages messages;
  private final LawBook book;
  private final Clock clock;

  OrganizationFacts(
      Objects objects,
      FactStore facts,
      Assessments assessments,
      IcuMessages messages,
      LawBook book,
      Clock clock) {
    this.objects = objects;
    this.facts = facts;
    this.assessments = assessments;
    this.messages = messages;
    this.book = book;
    this.clock = clock;
  }

  /** What is known of the organisation itself on the day. One statement. */
  public Facts load(Viewer viewer, UUID organization, LocalDate day) {
    viewer.mustRead(organization);
    return facts.load(none(organization), day);
  }

  /** The options of a set fact that hold on the day; empty when nothing is known. */
  public Set<String> options(Facts known, String fact, LocalDate day) {
    int index = book.factIndex(fact);
    FactValue value = index < 0 ? null : known.find(index);
    return value != null && value.holdsOn(day) && value.value() instanceof List<?> chosen
        ? chosen.stream().map(Object::toString).collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * Records what a catalogue tells, where it differs from what is known.
   *
   * @param catalogue the key of the text that names the catalogue, kept as the facts' reference
   * @param from the first day on which it is true
   * @param told values by fact, a number as Double and a set as a list of options; null takes back
   *     what the same catalogue told before, and nothing that somebody else told
   */
  public void tell(
      Viewer viewer,
      UUID organization,
      String catalogue,
      LocalDate from,
      Map<String, @Nullable Object> told) {
    viewer.mustWrite(organization);
    Facts known = load(viewer, organization, LocalDate.now(clock));
    Set<String> names =
        Stream.of(Lang.values())
            .map(lang -> messages.get(lang, catalogue))
            .collect(Collectors.toSet());
    String reference = messages.get(Languages.of(LocaleContextHolder.getLocale()), catalogue);
    Map<Fact, @Nullable FactValue> changed = new LinkedHashMap<>();
    told.forEach(
        (id, value) -> {
          int index = book.factIndex(id);
          if (index < 0) {
            return; // this law book does not ask it
          }
          FactValue before = known.find(index);
          boolean ours =
              before != null && before.reference() != null && names.contains(before.reference());
          if (value == null) {
            if (ours) {
              changed.put(book.facts().get(index), null);
            }
          } else if (before == null
              || !before.value().equals(value)
              || before.source() == FactValue.Source.DECLARED) {
            changed.put(
                book.facts().get(index),
                new FactValue(
                    value, FactValue.Source.DOCUMENT, null, null, null, from, null, reference));
          }
        });
    if (changed.isEmpty()) {
      return;
    }
    List<InformatizationObject> list = objects.list(organization);
    if (list.isEmpty()) {
      facts.record(viewer.account(), none(organization), changed); // for the objects to come
    } else {
      assessments.record(viewer, list.getFirst().id(), changed);
    }
  }

  private static InformatizationObject none(UUID organization) {
    return new InformatizationObject(NO_OBJECT, organization, "", null, false);
  }
}
