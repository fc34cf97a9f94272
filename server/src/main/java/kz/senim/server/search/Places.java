package kz.senim.server.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import org.springframework.stereotype.Component;

/** Finds the paragraphs that a citation can mean. */
@Component
class Places {

  private final LawBook book;

  Places(LawBook book) {
    this.book = book;
  }

  /**
   * The provisions with this citation, of acts in force on the day when there are such; empty when
   * the words are no citation.
   */
  List<Provision> of(String typed, LocalDate day) {
    String rest = typed.strip();
    List<Act> acts = book.acts().stream().filter(act -> !act.draft()).toList();
    for (Act act : acts) {
      // The act's number on the legal portal stands out by itself: P1600000832 38 4.
      if (rest.toUpperCase(Locale.ROOT).startsWith(act.id())) {
        acts = List.of(act);
        rest = rest.substring(act.id().length());
        break;
      }
    }
    CitationQuery cited = CitationQuery.of(rest).orElse(null);
    if (cited == null) {
      return List.of();
    }
    String number = cited.act();
    List<Provision> found = new ArrayList<>();
    for (Act act : acts) {
      if (number == null || act.number().equals(number) || act.number().startsWith(number + "/")) {
        book.findProvision(act.id() + "/" + cited.citation()).ifPresent(found::add);
      }
    }
    List<Provision> inForce =
        found.stream().filter(place -> book.getAct(place.act()).inForceOn(day)).toList();
    return inForce.isEmpty() ? found : inForce;
  }
}
