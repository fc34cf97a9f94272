package kz.senim.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Lang;
import kz.senim.exchange.LawJson;
import org.jspecify.annotations.Nullable;

/** The law on a terminal. */
final class LawText {

  private final LawBook book;
  private final PrintWriter out;
  private final Lang lang;

  LawText(LawBook book, PrintWriter out, Lang lang) {
    this.book = book;
    this.out = out;
    this.lang = lang;
  }

  /** The text padded to a column's width, and always followed by a space. */
  static String cell(String text, int width) {
    return String.format("%-" + (width - 1) + "s ", text);
  }

  static void provisionLine(PrintWriter out, Provision provision, Lang lang) {
    out.println(
        cell(provision.id(), 30)
            + cell(provision.excluded() == null ? provision.nature().word() : "excluded", 12)
            + provision.summary().in(lang));
  }

  static void requirementLine(PrintWriter out, Requirement requirement, Lang lang) {
    out.println(cell(requirement.id(), 26) + requirement.statement().in(lang));
  }

  void provision(Provision provision) {
    Act act = book.getAct(provision.act());
    out.println(provision.id() + " — " + act.shortTitle().in(lang));
    out.println(provision.summary().in(lang));
    if (provision.term() != null) {
      out.println("term: " + provision.term().in(lang));
    }
    out.println();
    out.println("nature      " + provision.nature().word());
    out.println("in force    from " + provision.inForceFrom() + estimated(provision.basis()));
    if (provision.introduced() != null) {
      out.println("added       " + amendment(provision.introduced()));
    }
    for (Amendment amendment : provision.amended()) {
      out.println("amended     " + amendment(amendment));
    }
    if (provision.excluded() != null) {
      out.println("excluded    " + amendment(provision.excluded()));
    }
    if (provision.wordingFrom().isAfter(provision.inForceFrom())) {
      out.println(
          "wording     held is that of " + provision.wordingFrom() + "; earlier ones are not held");
    }
    out.println("checked     on " + act.checkedOn() + ", edition of " + act.edition());
    if (act.repealed() != null) {
      out.println("repealed    from " + act.repealed().from() + " by " + act.repealed().by());
    }
    if (act.adoption() != null) {
      out.println(
          "! applied as own procedure, not as law, from "
              + act.adoption().from()
              + ": "
              + act.adoption().by());
    }
    for (Act.KnownChange change : act.knownChanges()) {
      out.println("! " + change.note().in(lang));
    }
    if (provision.note() != null) {
      out.println("note        " + provision.note().in(lang));
    }
    for (Parameter parameter : book.parameters()) {
      if (parameter.act().equals(provision.act())
          && parameter.cites().equals(provision.citation())) {
        parameter(parameter);
      }
    }
    for (String id : provision.requirements()) {
      out.println();
      book.findRequirement(id).ifPresent(this::requirement);
    }
    for (Provision part : book.provisionsOf(provision.act())) {
      if (part.citation().startsWith(provision.citation() + "/")) {
        provisionLine(out, part, lang);
      }
    }
  }

  /** The official text of the provision, where the operator has imported it. */
  void official(Provision provision, Optional<OfficialText> text) {
    text.ifPresent(
        official -> {
          String words = official.units().get(provision.citation());
          if (words != null) {
            out.println();
            out.println("official text (imported, edition of " + official.edition() + ")");
            out.println("  " + words);
          }
        });
  }

  void requirement(Requirement requirement) {
    Vocabulary.Severity severity = book.getSeverity(requirement.severity());
    out.println(requirement.id() + "  (" + requirement.provision() + ")");
    out.println("  " + requirement.statement().in(lang));
    out.println(
        "  binds     "
            + requirement.subject()
            + " of "
            + String.join(", ", requirement.addressees()));
    if (!requirement.appliesText().isEmpty()) {
      out.println("  applies   " + requirement.appliesText());
    }
    out.println(
        requirement.attestedBy() == null
            ? "  met       " + requirement.metText()
            : "  met       when judged so by: " + requirement.attestedBy());
    for (Act.Exemption exemption : requirement.exceptions()) {
      out.println("  except    by " + exemption.cites());
    }
    out.println("  weighs    " + severity.level().word() + ": " + severity.because().in(lang));
    out.println("  evidence  " + String.join(", ", requirement.evidence()));
    for (Map.Entry<String, List<String>> entry : requirement.mapsTo().entrySet()) {
      out.println("  maps to   " + entry.getKey() + " " + String.join(", ", entry.getValue()));
    }
    if (!requirement.answersTo().isEmpty()) {
      out.println("  answers   to " + String.join(", ", requirement.answersTo()));
    }
  }

  private void parameter(Parameter parameter) {
    for (Parameter.Dated dated : parameter.values()) {
      out.println(
          "figure      "
              + parameter.name().in(lang)
              + ": "
              + ValueText.bare(dated.value(), parameter.unit(), lang)
              + " from "
              + dated.from()
              + "  ("
              + parameter.id()
              + ")");
    }
    for (Parameter.Alternative alternative : parameter.alternatives()) {
      out.println(
          "      or    "
              + ValueText.bare(alternative.value(), parameter.unit(), lang)
              + "  ("
              + alternative.id()
              + ") "
              + alternative.note().in(lang));
    }
  }

  void diff(LawDiff diff, @Nullable List<LawJson.Touched> touched) {
    for (LawDiff.Change change : diff.changes()) {
      String kind = change.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      String text =
          change.before() == null
              ? book.findProvision(change.subject())
                  .map(p -> p.summary().in(lang))
                  .orElseGet(
                      () -> book.findAct(change.subject()).map(a -> a.title().in(lang)).orElse(""))
              : value(change, change.before()) + " → " + value(change, change.after());
      out.println(
          cell(change.on().toString(), 12)
              + cell(kind, 13)
              + cell(change.subject(), 30)
              + (change.by().isEmpty() ? "" : "by " + change.by() + ": ")
              + text);
    }
    out.println(diff.changes().size() + " changes from " + diff.from() + " to " + diff.to());
    if (touched != null) {
      out.println();
      for (LawJson.Touched one : touched) {
        out.println(
            cell(one.provision(), 30)
                + cell(one.requirement(), 26)
                + one.before()
                + " → "
                + one.after());
      }
      out.println(touched.size() + " requirements stand otherwise for this system");
    }
  }

  private String value(LawDiff.Change change, @Nullable Object value) {
    int index = book.parameterIndex(change.subject());
    return ValueText.bare(value, index < 0 ? null : book.parameters().get(index).unit(), lang);
  }

  private static String amendment(Amendment amendment) {
    return "by act "
        + amendment.act()
        + " of "
        + amendment.on()
        + ", in force from "
        + amendment.effective()
        + estimated(amendment.basis());
  }

  private static String estimated(Act.Basis basis) {
    return basis == Act.Basis.ESTIMATED ? " (estimated)" : "";
  }
}
