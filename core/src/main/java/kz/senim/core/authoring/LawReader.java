package kz.senim.core.authoring;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.Citation;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Rule;
import kz.senim.core.rule.RuleCompiler;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the law from its files, checks all of it and compiles it. Every mistake is found before any
 * is reported.
 */
public final class LawReader {

  private final Problems problems = new Problems();
  private final Raw raw = new Raw();
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, Integer> attestations = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Position> requirementAt = new LinkedHashMap<>();
  private final Map<String, Node> sameAs = new HashMap<>();
  private final Map<Object, Position> procedureAt = new HashMap<>();

  private LawReader() {}

  /**
   * What came of reading the law.
   *
   * @param cases how many test cases were run
   */
  public record Result(LawBook book, int cases) {}

  /**
   * Reads, checks and compiles.
   *
   * @param files all files under {@code law/}, in any order
   * @throws InvalidSource with all mistakes, when there are any
   */
  public static Result read(List<SourceFile> files) {
    return new LawReader().run(files);
  }

  private Result run(List<SourceFile> files) {
    List<SourceFile> sorted =
        files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    List<Map.Entry<SourceFile, Node>> roots = new ArrayList<>();
    for (SourceFile file : sorted) {
      Yaml.read(file, problems).ifPresent(root -> roots.add(Map.entry(file, root)));
    }
    VocabularyReader vocabularyReader = new VocabularyReader(raw, problems);
    ActReader actReader = new ActReader(raw, problems);
    CaseReader caseReader = new CaseReader(raw, problems);
    // Acts first: their provisions refer to them.
    roots.forEach(entry -> readFirst(entry.getValue(), vocabularyReader, actReader));
    roots.forEach(
        entry -> readSecond(entry.getKey().name(), entry.getValue(), actReader, caseReader));

    raw.provisions.sort(
        Comparator.comparing(Raw.RawProvision::act)
            .thenComparing(Raw.RawProvision::citation, Citation.ORDER));
    name();
    RuleCompiler compiler = new RuleCompiler(names);
    LawBook book = compile(compiler, fingerprint(sorted));
    int cases = 0;
    if (problems.isEmpty()) {
      new BookChecks(book, raw, requirementAt, sameAs, problems).run();
      CaseChecks caseChecks = new CaseChecks(book, problems);
      cases = caseChecks.run(raw.caseFiles);
      caseChecks.demand(requirementAt);
      cases += stories(book);
    }
    if (!problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return new Result(book, cases);
  }

  private CalendarData calendar() {
    return raw.calendars.stream().reduce(CalendarData::with).orElse(CalendarData.WEEKENDS);
  }

  private List<Procedure> procedures() {
    Map<String, Name> figures = new LinkedHashMap<>(names);
    figures.values().removeIf(name -> !name.limit());
    ProcedureReader reader = new ProcedureReader(figures, problems);
    List<Procedure> procedures = new ArrayList<>();
    for (Node root : raw.procedures) {
      Procedure procedure = reader.read(root);
      if (procedures.stream().anyMatch(p -> p.id().equals(procedure.id()))) {
        problems.add(root.at(), LawMistake.DEFINED_TWICE.with(procedure.id()));
      }
      procedures.add(procedure);
    }
    procedureAt.putAll(reader.at);
    return procedures;
  }

  /** Checks each procedure's table and runs its stories; returns how many there were. */
  private int stories(LawBook book) {
    for (Procedure procedure : book.procedures()) {
      new ProcedureChecks(book, procedure, procedureAt, problems).run();
    }
    StoryReader stories = new StoryReader(book, problems);
    int count = 0;
    for (Node root : raw.stories) {
      count += stories.run(root);
    }
    stories.demand(procedureAt);
    return count;
  }

  private void readFirst(Node root, VocabularyReader vocabulary, ActReader acts) {
    if (has(root, "framework")) {
      vocabulary.readFramework(root);
    } else if (VocabularyReader.FILE.stream().anyMatch(key -> has(root, key))) {
      vocabulary.read(root);
    } else if (has(root, "act")
        && !has(root, "provisions")
        && !has(root, "checklists")
        && !has(root, "procedure")) {
      acts.readAct(root);
    }
  }

  private void readSecond(String file, Node root, ActReader acts, CaseReader cases) {
    if (has(root, "calendar")) {
      raw.calendars.add(CalendarReader.read(root, problems));
    } else if (has(root, "procedure")) {
      raw.procedures.add(root);
    } else if (has(root, "stories-of")) {
      raw.stories.add(root);
    } else if (has(root, "checklists")) {
      new ChecklistReader(raw, problems).read(root);
    } else if (has(root, "provisions")) {
      acts.readProvisions(root);
    } else if (has(root, "cases")) {
      cases.read(file, root);
    } else if (!has(root, "act")
        && !has(root, "framework")
        && VocabularyReader.FILE.stream().noneMatch(key -> has(root, key))) {
      problems.add(root.at(), LawMistake.NO_LAW_FILE.with());
    }
  }

  private static boolean has(Node root, String key) {
    return root instanceof Node.Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> entry.key().text().equals(key));
  }

  /** Gives every fact and figure its index. */
  private void name() {
    facts.addAll(raw.facts.values());
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      names.put(fact.id(), new Name(false, i, fact.type(), fact.optionIds()));
      if (!raw.subjects.containsKey(fact.subject())) {
        problems.add(
            raw.factAt.getOrDefault(fact.id(), Position.of("vocabulary")),
            LawMistake.NOT_IN_THE_VOCABULARY.with(
                "subject",
                fact.subject(),
                Nearest.hintOrAll(fact.subject(), raw.subjects.keySet())));
      }
    }
    for (Parameter parameter : raw.parameters.values()) {
      names.put(parameter.id(), new Name(true, parameters.size(), parameter.type(), List.of()));
      parameters.add(parameter);
    }
    for (Raw.RawProvision provision : raw.provisions) {
      for (Fields f : provision.requirements()) {
        Fact attestation = RequirementReader.attestation(provision, f, problems);
        if (attestation != null && attestation.attestation() != null) {
          attestations.putIfAbsent(attestation.attestation(), facts.size());
          facts.add(attestation);
        }
      }
    }
  }

  private LawBook compile(RuleCompiler compiler, String fingerprint) {
    List<Vocabulary.Subject> subjects = new ArrayList<>();
    for (Raw.RawSubject subject : raw.subjects.values()) {
      Rule exists =
          subject.exists() == null
              ? null
              : compiler.compile(subject.exists(), problems).orElse(null);
      subjects.add(new Vocabulary.Subject(subject.id(), exists, subject.name()));
    }
    List<Vocabulary.Addressee> addressees = new ArrayList<>();
    for (Raw.RawAddressee addressee : raw.addressees.values()) {
      compiler
          .compile(addressee.when(), problems)
          .ifPresent(
              rule ->
                  addressees.add(
                      new Vocabulary.Addressee(
                          addressee.id(), rule, addressee.cites(), addressee.name())));
    }
    Map<String, List<Raw.RawException>> exceptions = new HashMap<>();
    for (Raw.RawProvision provision : raw.provisions) {
      for (Raw.RawException exception : provision.exceptions()) {
        exceptions.computeIfAbsent(exception.to(), _ -> new ArrayList<>()).add(exception);
      }
    }
    List<Provision> provisions = new ArrayList<>();
    List<Requirement> requirements = new ArrayList<>();
    RequirementReader reader = new RequirementReader(raw, names, attestations, compiler, problems);
    Map<String, Raw.RawProvision> byId = new HashMap<>();
    raw.provisions.forEach(provision -> byId.putIfAbsent(provision.id(), provision));
    for (int i = 0; i < raw.provisions.size(); i++) {
      Raw.RawProvision p = raw.provisions.get(i);
      Provision provision = provision(p, byId);
      if (provision == null) {
        continue;
      }
      LocalDate until = provision.excluded() == null ? null : provision.excluded().effective();
      if (i + 1 < raw.provisions.size() && raw.provisions.get(i + 1).id().equals(p.id())) {
        until = nextVersion(provision, raw.provisions.get(i + 1), byId);
      }
      for (Fields f : p.requirements()) {
        String id = f.textOr("id", "");
        Position before = requirementAt.putIfAbsent(id, f.at("id"));
        if (before != null && !versionOf(requirements, id, p.id())) {
          problems.add(
              f.at("id"), LawMistake.DEFINED_TWICE_FIRST.with(id, before.file(), before.line()));
        }
        Node same = f.find("same-as");
        if (same != null) {
          sameAs.put(id, same);
        }
        List<Act.Exemption> exempt = new ArrayList<>();
        for (Raw.RawException e : exceptions.getOrDefault(id, List.of())) {
          compiler
              .compile(e.when(), problems)
              .ifPresent(rule -> exempt.add(new Act.Exemption(e.cites(), rule)));
        }
        reader.read(p, provision.inForceFrom(), until, f, exempt).ifPresent(requirements::add);
      }
      provisions.add(provision);
    }
    Set<String> ids = requirementAt.keySet();
    exceptions.forEach(
        (to, list) -> {
          if (!ids.contains(to)) {
            list.forEach(
                e ->
                    problems.add(
                        e.at(), LawMistake.EXCEPTION_TO_NOTHING.with(to, Nearest.hint(to, ids))));
          }
        });
    List<Act> acts = new ArrayList<>();
    for (Raw.RawAct act : raw.acts.values()) {
      acts.add(act(act, compiler, provisions));
    }
    return new LawBook(
        new Vocabulary(
            List.copyOf(facts),
            subjects,
            addressees,
            List.copyOf(raw.evidence.values()),
            List.copyOf(raw.severities.values()),
            List.copyOf(raw.frameworks.values())),
        parameters,
        acts,
        provisions,
        requirements,
        raw.checklists,
        calendar(),
        procedures(),
        fingerprint);
  }

  private static boolean versionOf(List<Requirement> requirements, String id, String provision) {
    return requirements.stream()
        .anyMatch(r -> r.id().equals(id) && r.provision().equals(provision) && r.until() != null);
  }

  private @Nullable LocalDate nextVersion(
      Provision provision, Raw.RawProvision next, Map<String, Raw.RawProvision> byId) {
    Provision following = provision(next, byId);
    if (following == null) {
      return null;
    }
    LocalDate end = provision.excluded() == null ? null : provision.excluded().effective();
    if (!following.inForceFrom().isAfter(provision.inForceFrom())
        || (end != null && following.inForceFrom().isBefore(end))) {
      problems.add(
          next.at(),
          LawMistake.VERSIONS_OVERLAP.with(
              next.citation(), following.inForceFrom(), provision.inForceFrom()));
    } else if (end != null && following.inForceFrom().isAfter(end)) {
      problems.add(
          next.at(), LawMistake.VERSIONS_GAP.with(next.citation(), end, following.inForceFrom()));
    }
    return following.inForceFrom();
  }

  /** The provision with what it inherits from the units above it; null when its act is unknown. */
  private @Nullable Provision provision(Raw.RawProvision p, Map<String, Raw.RawProvision> byId) {
    Raw.RawAct act = raw.acts.get(p.act());
    if (act == null) {
      return null;
    }
    LocalDate from = p.from();
    Act.Basis basis = p.basis();
    Amendment introduced = p.introduced();
    List<Amendment> amended = p.amended();
    Amendment excluded = p.excluded();
    String above = Citation.parent(p.citation());
    while (!above.isEmpty()) {
      Raw.RawProvision parent = byId.get(p.act() + "/" + above);
      if (parent == null) {
        if (!above.matches("annex-\\d+|article-.*")) {
          problems.add(p.at(), LawMistake.NO_ENTRY_ABOVE.with(above));
        }
        break;
      }
      if (from == null) {
        from = introduced == null ? parent.from() : introduced.effective();
        basis = introduced == null ? parent.basis() : introduced.basis();
      }
      introduced = introduced == null ? parent.introduced() : introduced;
      amended = amended.isEmpty() ? parent.amended() : amended;
      excluded = excluded == null ? parent.excluded() : excluded;
      above = Citation.parent(above);
    }
    if (introduced != null && from == null) {
      from = introduced.effective();
      basis = introduced.basis();
    }
    if (from == null) {
      from = act.act().inForce().from();
      basis = act.act().inForce().basis();
    }
    if (p.excluded() != null && !p.requirements().isEmpty()) {
      problems.add(p.at(), LawMistake.EXCLUDED.with());
    }
    return new Provision(
        p.act(),
        p.citation(),
        p.section(),
        p.nature(),
        from,
        basis == null ? Act.Basis.PUBLISHED : basis,
        introduced,
        amended,
        excluded,
        p.summary(),
        p.term(),
        p.note(),
        p.requirements().stream().map(f -> f.textOr("id", "")).toList());
  }

  private Act act(Raw.RawAct raw, RuleCompiler compiler, List<Provision> provisions) {
    Act act = raw.act();
    Act.Scope scope = null;
    if (raw.scope() != null) {
      Optional<Rule> applies = compiler.compile(raw.scope().applies(), problems);
      List<Act.Exemption> except = new ArrayList<>();
      for (Raw.RawExemption e : raw.scope().except()) {
        compiler
            .compile(e.when(), problems)
            .ifPresent(rule -> except.add(new Act.Exemption(e.cites(), rule)));
      }
      if (applies.isPresent()) {
        scope = new Act.Scope(raw.scope().cites(), applies.get(), except);
      }
    }
    List<Act.Section> sections = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Provision provision : provisions) {
      Raw.RawSection section = raw.sections().get(provision.section());
      if (provision.act().equals(act.id()) && section != null && seen.add(section.id())) {
        sections.add(
            new Act.Section(
                section.id(), section.title(), provision.citation(), section.amended()));
      }
    }
    return new Act(
        act.id(),
        act.kind(),
        act.number(),
        act.adopted(),
        act.title(),
        act.shortTitle(),
        act.inForce(),
        act.edition(),
        act.checkedOn(),
        act.knownChanges(),
        act.repealed(),
        act.adoption(),
        act.draft(),
        scope,
        sections);
  }

  private static String fingerprint(List<SourceFile> sorted) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SourceFile file : sorted) {
        digest.update(file.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
