package kz.senim.core.authoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Periods;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.RuleCompiler;
import kz.senim.core.rule.Type;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Localized;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads and compiles the requirements of a provision. */
final class RequirementReader {

  static final Set<String> REQUIREMENT =
      Set.of(
          "id",
          "subject",
          "addressee",
          "applies",
          "met",
          "attest",
          "statement",
          "evidence",
          "severity",
          "recurs",
          "due",
          "maps-to",
          "answers-to",
          "same-as");

  private final Raw raw;
  private final Map<String, Name> names;
  private final Map<String, Integer> attestations;
  private final RuleCompiler compiler;
  private final Problems problems;

  /**
   * @param names facts and figures by id
   * @param attestations the index of the judgement fact of each attested requirement
   */
  RequirementReader(
      Raw raw,
      Map<String, Name> names,
      Map<String, Integer> attestations,
      RuleCompiler compiler,
      Problems problems) {
    this.raw = raw;
    this.names = names;
    this.attestations = attestations;
    this.compiler = compiler;
    this.problems = problems;
  }

  /** The judgement fact of a requirement that a person attests; null for the others. */
  static @Nullable Fact attestation(Raw.RawProvision provision, Fields f, Problems problems) {
    if (!f.has("attest") || !f.has("id")) {
      return null;
    }
    String id = f.text("id");
    return new Fact(
        attestationId(id),
        f.textOr("subject", ""),
        Type.BOOLEAN,
        null,
        null,
        null,
        List.of(),
        statement(provision, f),
        f.word("attest", Vocabulary.ROLES),
        id);
  }

  static String attestationId(String requirement) {
    return "attest." + requirement;
  }

  private static Localized statement(Raw.RawProvision provision, Fields f) {
    Localized own = f.findLocalized("statement");
    return own == null ? provision.summary() : own;
  }

  Optional<Requirement> read(
      Raw.RawProvision provision,
      LocalDate from,
      @Nullable LocalDate until,
      Fields f,
      List<Act.Exemption> exceptions) {
    String id = f.text("id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)+")) {
      problems.add(f.at("id"), LawMistake.REQUIREMENT_NAME.with(id));
    }
    if (f.has("met") == f.has("attest")) {
      problems.add(f.at(), LawMistake.MET_OR_ATTEST.with());
    }
    String subject = known(f, "subject", raw.subjects.keySet());
    List<String> addressees = knownList(f, "addressee", raw.addressees.keySet());
    List<String> evidence = knownList(f, "evidence", raw.evidence.keySet());
    String severity = known(f, "severity", raw.severities.keySet());
    if (!f.has("statement") && provision.requirements().size() > 1) {
      problems.add(f.at(), LawMistake.OWN_STATEMENT.with());
    }
    Node.Scalar appliesText = f.findScalar("applies");
    Optional<Rule> applies =
        appliesText == null ? Optional.empty() : compiler.compile(appliesText, problems);
    Node.Scalar metText = f.findScalar("met");
    Optional<Rule> met;
    String attestedBy = null;
    if (metText != null) {
      met = compiler.compile(metText, problems);
    } else {
      attestedBy = f.findText("attest");
      Integer fact = attestations.get(id);
      met = fact == null ? Optional.empty() : Optional.of(new Rule.Claim(fact));
    }
    Requirement.Recurrence recurs = recurrence(f);
    Requirement.Deadline due = deadline(f);
    Map<String, List<String>> mapsTo = mapsTo(f);
    if (met.isEmpty() || (appliesText != null && applies.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Requirement(
            id,
            provision.id(),
            from,
            until,
            subject,
            addressees,
            applies.orElse(null),
            exceptions,
            met.get(),
            attestedBy,
            statement(provision, f),
            evidence,
            severity,
            recurs,
            due,
            mapsTo,
            f.findScalars("answers-to").stream().map(Node.Scalar::text).toList(),
            appliesText == null ? "" : appliesText.text(),
            metText == null ? "" : metText.text()));
  }

  private String known(Fields f, String key, Set<String> known) {
    String id = f.text(key);
    if (!id.isEmpty() && !known.contains(id)) {
      problems.add(
          f.at(key), LawMistake.NOT_IN_THE_VOCABULARY.with(key, id, Nearest.hintOrAll(id, known)));
    }
    return id;
  }

  private List<String> knownList(Fields f, String key, Set<String> known) {
    List<String> ids = new ArrayList<>();
    for (Node.Scalar scalar : f.findScalars(key)) {
      if (known.contains(scalar.text())) {
        ids.add(scalar.text());
      } else {
        problems.add(
            scalar.at(),
            LawMistake.NOT_IN_THE_VOCABULARY.with(
                key, scalar.text(), Nearest.hintOrAll(scalar.text(), known)));
      }
    }
    if (f.findList(key).isEmpty()) {
      problems.add(f.at(), LawMistake.AT_LEAST_ONE.with(key));
    }
    return ids;
  }

  private Requirement.@Nullable Recurrence recurrence(Fields f) {
    Node node = f.find("recurs");
    if (node == null) {
      return null;
    }
    Fields r = Fields.of(node, problems, Set.of("every", "last"));
    int last = date(r, "last");
    int parameter = parameter(r, "every");
    int fact = periodFact(r, "every");
    Period every = parameter >= 0 || fact >= 0 ? null : period(r, "every");
    return last < 0 || (parameter < 0 && fact < 0 && every == null)
        ? null
        : new Requirement.Recurrence(parameter, fact, every, last);
  }

  private Requirement.@Nullable Deadline deadline(Fields f) {
    Node node = f.find("due");
    if (node == null) {
      return null;
    }
    Fields d = Fields.of(node, problems, Set.of("within", "after"));
    int after = date(d, "after");
    int parameter = parameter(d, "within");
    Period within = parameter >= 0 ? null : period(d, "within");
    return after < 0 || (parameter < 0 && within == null)
        ? null
        : new Requirement.Deadline(parameter, within, after);
  }

  private int date(Fields f, String key) {
    String id = f.text(key);
    Name name = names.get(id);
    if (name == null || name.limit() || name.type() != Type.DATE) {
      problems.add(
          f.at(key), LawMistake.NOT_A_DATE_FACT.with(id, Nearest.hint(id, names.keySet())));
      return -1;
    }
    return name.index();
  }

  private int parameter(Fields f, String key) {
    Name name = names.get(f.text(key));
    return name != null && name.limit() && name.type() == Type.PERIOD ? name.index() : -1;
  }

  private int periodFact(Fields f, String key) {
    Name name = names.get(f.text(key));
    return name != null && !name.limit() && name.type() == Type.PERIOD ? name.index() : -1;
  }

  private @Nullable Period period(Fields f, String key) {
    String text = f.text(key);
    Optional<Period> period = Periods.parse(text);
    if (period.isEmpty()) {
      problems.add(f.at(key), LawMistake.NOT_A_PERIOD.with(text));
    }
    return period.orElse(null);
  }

  private Map<String, List<String>> mapsTo(Fields f) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Node node = f.find("maps-to");
    if (node == null) {
      return all;
    }
    Fields m = Fields.of(node, problems, raw.frameworks.keySet());
    for (String framework : m.names()) {
      Vocabulary.Framework known = raw.frameworks.get(framework);
      if (known == null) {
        continue;
      }
      Set<String> refs =
          Set.copyOf(known.controls().stream().map(Vocabulary.Framework.Control::ref).toList());
      List<String> chosen = new ArrayList<>();
      for (Node.Scalar ref : m.findScalars(framework)) {
        chosen.add(ref.text());
        if (!refs.contains(ref.text())) {
          problems.add(
              ref.at(),
              LawMistake.NO_CONTROL.with(framework, ref.text(), Nearest.hint(ref.text(), refs)));
        }
      }
      all.put(framework, List.copyOf(chosen));
    }
    return all;
  }
}
