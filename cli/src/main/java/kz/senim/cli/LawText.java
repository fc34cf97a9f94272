package kz.senim.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.decision.Outcome;
import kz.senim.core.explain.Roles;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.LawDiff;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import kz.senim.exchange.LawJson;
import kz.senim.exchange.Words;
import kz.senim.exchange.Wrap;
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
    Localized nature =
        provision.excluded() == null ? LawWords.nature(provision.nature()) : LawWords.EXCLUDED;
    out.println(
        cell(provision.id(), 30) + cell(nature.in(lang), 16) + provision.summary().in(lang));
  }

  static void requirementLine(PrintWriter out, Requirement requirement, Lang lang) {
    out.println(cell(requirement.id(), 26) + requirement.statement().in(lang));
  }

  void provision(Provision provision) {
    Act act = book.getAct(provision.act());
    out.println(provision.id() + " — " + act.shortTitle().in(lang));
    wrapped("", provision.summary().in(lang));
    out.println();
    if (provision.term() != null) {
      label(LawWords.TERM, provision.term().in(lang));
    }
    label(LawWords.NATURE, LawWords.nature(provision.nature()).in(lang));
    label(LawWords.IN_FORCE, LawWords.from(provision.inForceFrom(), provision.basis(), lang));
    if (provision.introduced() != null) {
      label(LawWords.ADDED, amendment(provision.introduced()));
    }
    for (Amendment amendment : provision.amended()) {
      label(LawWords.AMENDED, amendment(amendment));
    }
    if (provision.excluded() != null) {
      label(LawWords.EXCLUDED, amendment(provision.excluded()));
    }
    if (provision.wordingFrom().isAfter(provision.inForceFrom())) {
      label(LawWords.WORDING, LawWords.wording(provision.wordingFrom(), lang));
    }
    label(LawWords.CHECKED, LawWords.checked(act, lang));
    if (act.repealed() != null) {
      wrapped("!", LawWords.repealed(act.repealed().from(), lang));
    }
    if (act.adoption() != null) {
      wrapped("! ", LawWords.adopted(act.adoption(), lang));
    }
    for (Act.KnownChange change : act.knownChanges()) {
      wrapped("! ", change.note().in(lang));
    }
    if (provision.note() != null) {
      label(LawWords.NOTE, provision.note().in(lang));
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
            out.println(LawWords.official(official.edition(), lang));
            wrapped("  ", words);
          }
        });
  }

  void requirement(Requirement requirement) {
    Vocabulary words = book.vocabulary();
    Vocabulary.Severity severity = book.getSeverity(requirement.severity());
    out.println(requirement.id() + "  (" + requirement.provision() + ")");
    wrapped("  ", requirement.statement().in(lang));
    String subject =
        words.subjects().stream()
            .filter(s -> s.id().equals(requirement.subject()))
            .map(s -> s.name().in(lang))
            .findFirst()
            .orElse(requirement.subject());
    String addressees =
        words.addressees().stream()
            .filter(a -> requirement.addressees().contains(a.id()))
            .map(a -> a.name().in(lang))
            .collect(Collectors.joining("; "));
    label(LawWords.BINDS, subject + " — " + addressees);
    if (!requirement.appliesText().isEmpty()) {
      label(LawWords.APPLIES, requirement.appliesText());
    }
    label(
        LawWords.MET,
        requirement.attestedBy() == null
            ? requirement.metText()
            : LawWords.JUDGED.in(lang) + Roles.name(requirement.attestedBy()).in(lang));
    for (Act.Exemption exemption : requirement.exceptions()) {
      label(LawWords.EXCEPT, exemption.cites());
    }
    label(
        LawWords.WEIGHS,
        Words.level(severity.level()).in(lang) + ". " + severity.because().in(lang));
    label(
        LawWords.EVIDENCE,
        words.evidence().stream()
            .filter(e -> requirement.evidence().contains(e.id()))
            .map(e -> e.name().in(lang))
            .collect(Collectors.joining("; ")));
    for (Map.Entry<String, List<String>> entry : requirement.mapsTo().entrySet()) {
      label(LawWords.MAPS_TO, entry.getKey() + " " + String.join(", ", entry.getValue()));
    }
    if (!requirement.answersTo().isEmpty()) {
      label(LawWords.ANSWERS_TO, String.join(", ", requirement.answersTo()));
    }
  }

  /** A label in its column, and what it says beside it. */
  private void label(Localized label, String text) {
    int width = lang == Lang.EN ? 12 : 20;
    Wrap.lines(
        cell(label.in(lang), width),
        " ".repeat(width),
        text,
        UnaryOperator.identity(),
        out::println);
  }

  private void wrapped(String indent, String text) {
    Wrap.lines(indent, " ".repeat(indent.length()), text, UnaryOperator.identity(), out::println);
  }

  private void parameter(Parameter parameter) {
    for (Parameter.Dated dated : parameter.values()) {
      label(
          LawWords.FIGURE,
          parameter.name().in(lang)
              + ": "
              + ValueText.bare(dated.value(), parameter.unit(), lang)
              + ", "
              + LawWords.from(dated.from(), Act.Basis.PUBLISHED, lang)
              + " ("
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
      String text =
          change.before() == null
              ? book.findProvision(change.subject())
                  .map(p -> p.summary().in(lang))
                  .orElseGet(
                      () -> book.findAct(change.subject()).map(a -> a.title().in(lang)).orElse(""))
              : value(change, change.before()) + " → " + value(change, change.after());
      out.println(
          cell(Days.in(change.on(), lang), 12)
              + cell(LawWords.change(change.kind()).in(lang), lang == Lang.EN ? 13 : 14)
              + cell(change.subject(), 30)
              + LawWords.by(change.by(), lang)
              + text);
    }
    out.println(LawWords.changes(diff.changes().size(), diff.from(), diff.to(), lang));
    if (touched != null) {
      out.println();
      for (LawJson.Touched one : touched) {
        out.println(
            cell(one.provision(), 30)
                + cell(one.requirement(), 26)
                + outcome(one.before())
                + " → "
                + outcome(one.after()));
      }
      out.println(LawWords.touched(touched.size(), lang));
    }
  }

  private String outcome(String word) {
    return Arrays.stream(Outcome.values())
        .filter(o -> o.word().equals(word))
        .findFirst()
        .map(Words::outcome)
        .orElse(LawWords.NONE)
        .in(lang);
  }

  private String value(LawDiff.Change change, @Nullable Object value) {
    int index = book.parameterIndex(change.subject());
    return ValueText.bare(value, index < 0 ? null : book.parameters().get(index).unit(), lang);
  }

  private String amendment(Amendment amendment) {
    return LawWords.by(
        amendment.act(),
        amendment.on(),
        LawWords.from(amendment.effective(), amendment.basis(), lang),
        lang);
  }
}
