package kz.senim.core.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** Works out what a reader of an assessment must be warned of. */
final class Warnings {

  private Warnings() {}

  static List<Warning> of(
      LawBook book,
      Set<String> actsUsed,
      Set<String> drafts,
      Facts facts,
      LocalDate asOf,
      int earlierWordings) {
    List<Warning> warnings = new ArrayList<>();
    for (String id : actsUsed) {
      Act act = book.getAct(id);
      if (drafts.contains(id)) {
        warnings.add(
            Warning.of(
                Warning.Kind.DRAFT,
                act,
                "is a draft, not law",
                "— проект, а не действующее право",
                "— қолданыстағы құқық емес, жоба"));
      }
      for (Parameter parameter : book.parameters()) {
        Parameter.Alternative supposed = parameter.supposed();
        if (supposed != null && parameter.act().equals(id)) {
          Localized name = parameter.name();
          Localized note = supposed.note();
          String which = " [" + supposed.id() + "] ";
          warnings.add(
              Warning.of(
                  Warning.Kind.DRAFT,
                  act,
                  "is taken with another figure: " + name.en() + which + note.en(),
                  "— взят с другим показателем: " + name.ru() + which + note.ru(),
                  "— басқа көрсеткішпен алынды: " + name.kk() + which + note.kk()));
        }
      }
      Warning.adopted(act, asOf).ifPresent(warnings::add);
      if (asOf.isAfter(act.checkedOn())) {
        warnings.add(
            Warning.of(
                Warning.Kind.NOT_VERIFIED,
                act,
                "was last checked on "
                    + act.checkedOn()
                    + "; this answer is for a later day and is not verified",
                "— акт сверен "
                    + Days.in(act.checkedOn(), Lang.RU)
                    + "; ответ дан на более поздний день и не проверен",
                "соңғы рет "
                    + Days.in(act.checkedOn(), Lang.KK)
                    + " салыстырылды; жауап кейінгі күнге берілген және тексерілмеген"));
      }
      for (Act.KnownChange change : act.knownChanges()) {
        if (!asOf.isBefore(change.on())) {
          warnings.add(
              new Warning(
                  Warning.Kind.KNOWN_CHANGE,
                  id,
                  new Localized(
                      Warning.name(act).en() + ": " + change.note().en(),
                      Warning.name(act).ru() + ": " + change.note().ru(),
                      Warning.name(act).kk() + ": " + change.note().kk())));
        }
      }
    }
    if (earlierWordings > 0) {
      warnings.add(
          new Warning(
              Warning.Kind.EARLIER_WORDING,
              "",
              new Localized(
                  earlierWordings
                      + " requirements had another wording on "
                      + asOf
                      + " that is not held; they are answered by the later one",
                  "На "
                      + Days.in(asOf, Lang.RU)
                      + " у части требований ("
                      + earlierWordings
                      + ") была иная редакция, которой здесь нет; ответ дан по более поздней",
                  Days.in(asOf, Lang.KK)
                      + " күні талаптардың бір бөлігі ("
                      + earlierWordings
                      + ") басқа редакцияда болған, ол мұнда жоқ; жауап кейінгі редакция бойынша"
                      + " берілді")));
    }
    notInForce(book, actsUsed, asOf, warnings);
    for (int index : facts.expiredOn(asOf)) {
      FactValue value = facts.find(index);
      if (value != null && value.until() != null) {
        Localized ask = book.facts().get(index).ask();
        warnings.add(
            new Warning(
                Warning.Kind.EXPIRED_FACTS,
                "",
                new Localized(
                    "Known until " + value.until() + ", unknown again: " + ask.en(),
                    "Было известно до "
                        + Days.in(value.until(), Lang.RU)
                        + ", снова неизвестно: "
                        + ask.ru(),
                    Days.in(value.until(), Lang.KK)
                        + " күніне дейін белгілі болған, енді қайтадан белгісіз: "
                        + ask.kk())));
      }
    }
    return warnings;
  }

  /** Acts that will bind later; one that was repealed long ago is nothing to be warned of. */
  private static void notInForce(
      LawBook book, Set<String> actsUsed, LocalDate asOf, List<Warning> warnings) {
    Set<String> silent = new TreeSet<>();
    for (Requirement requirement : book.requirements()) {
      String act = book.getProvision(requirement.provision()).act();
      if (!actsUsed.contains(act)
          && !book.getAct(act).draft()
          && asOf.isBefore(book.getAct(act).inForce().from())) {
        silent.add(act);
      }
    }
    for (String id : silent) {
      Act act = book.getAct(id);
      warnings.add(
          Warning.of(
              Warning.Kind.NOT_IN_FORCE,
              act,
              "is not in force yet on " + asOf,
              "ещё не действует на " + Days.in(asOf, Lang.RU),
              Days.in(asOf, Lang.KK) + " күні әлі қолданыста емес"));
    }
  }
}
