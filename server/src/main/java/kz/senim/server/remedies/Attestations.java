package kz.senim.server.remedies;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.server.objects.Judgements;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.TypedDay;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Component;

/**
 * What a person judged of a requirement that facts do not decide; it counts from today, and of the
 * highest severity once a second person approved.
 */
@Component
class Attestations {

  private static final int LONGEST = 300;

  private final Objects objects;
  private final Judgements judgements;
  private final LawBook book;
  private final Clock clock;

  Attestations(Objects objects, Judgements judgements, LawBook book, Clock clock) {
    this.objects = objects;
    this.judgements = judgements;
    this.book = book;
    this.clock = clock;
  }

  /**
   * As a person typed it.
   *
   * @param conforms {@code true} or {@code false}
   * @param by who judged
   * @param until the last day on which it counts; empty when without end
   */
  record Typed(String conforms, String by, String until, String remark) {}

  /**
   * Records whether a person found that it conforms.
   *
   * @return what is wrong, keys of texts; empty when it was recorded
   * @throws NotFound when there is no such object or judgement, or not for them
   */
  List<String> attest(Viewer viewer, UUID object, String requirement, Typed typed) {
    objects.objectToChange(viewer, object);
    Fact fact = fact(book.findRequirement(requirement).orElseThrow(NotFound::new));
    LocalDate today = LocalDate.now(clock);
    List<String> mistakes = new ArrayList<>();
    if (!typed.conforms().matches("true|false")) {
      mistakes.add("remedies.attest.choose");
    }
    if (typed.by().isBlank() || typed.by().length() > LONGEST) {
      mistakes.add("remedies.attest.no-name");
    }
    LocalDate last = null;
    try {
      last = typed.until().isBlank() ? null : TypedDay.parse(typed.until());
      if (last != null && last.isBefore(today)) {
        mistakes.add("remedies.attest.past");
      }
    } catch (DateTimeException e) {
      mistakes.add("remedies.bad-day");
    }
    if (!mistakes.isEmpty()) {
      return mistakes;
    }
    judgements.record(
        viewer,
        object,
        fact,
        new FactValue(
            Boolean.valueOf(typed.conforms()),
            FactValue.Source.ATTESTED,
            typed.by().strip(),
            null,
            today,
            today,
            last,
            typed.remark().isBlank() ? null : typed.remark().strip()));
    return mistakes;
  }

  /**
   * The fact in which the judgement on the requirement is kept.
   *
   * @throws NotFound when facts decide it
   */
  Fact fact(Requirement about) {
    int index = book.factIndex("attest." + about.id());
    if (index < 0) {
      throw new NotFound();
    }
    return book.facts().get(index);
  }
}
