package kz.senim.core.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.casework.Procedure;
import kz.senim.core.rule.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The law, checked and compiled: immutable, shared by all threads.
 *
 * <p>Lists are in the order of the law's own text. Rules refer to facts and parameters by their
 * index in {@link #facts()} and {@link #parameters()}.
 */
public final class LawBook implements Figures {

  private final Vocabulary vocabulary;
  private final List<Parameter> parameters;
  private final List<Act> acts;
  private final List<Provision> provisions;
  private final List<Requirement> requirements;
  private final List<Checklist> checklists;
  private final CalendarData calendar;
  private final List<Procedure> procedures;
  private final String fingerprint;

  private final NavigableMap<LocalDate, @Nullable Object[]> valuesFrom;
  private final Map<String, Integer> factIndex = new HashMap<>();
  private final Map<String, Integer> parameterIndex = new HashMap<>();
  private final Map<String, Act> actById = new LinkedHashMap<>();
  private final Map<String, List<Provision>> versionsById = new LinkedHashMap<>();
  private final Map<String, Requirement> requirementById = new LinkedHashMap<>();
  private final Map<String, Vocabulary.Severity> severityById = new HashMap<>();

  /**
   * @param fingerprint the SHA-256 of all the law's files, in hexadecimal: the book's edition
   */
  public LawBook(
      Vocabulary vocabulary,
      List<Parameter> parameters,
      List<Act> acts,
      List<Provision> provisions,
      List<Requirement> requirements,
      List<Checklist> checklists,
      CalendarData calendar,
      List<Procedure> procedures,
      String fingerprint) {
    this.vocabulary = vocabulary;
    this.parameters = List.copyOf(parameters);
    this.valuesFrom = valuesFrom(parameters);
    this.acts = List.copyOf(acts);
    this.provisions = List.copyOf(provisions);
    this.requirements = List.copyOf(requirements);
    this.checklists = List.copyOf(checklists);
    this.calendar = calendar;
    this.procedures = List.copyOf(procedures);
    this.fingerprint = fingerprint;
    for (int i = 0; i < vocabulary.facts().size(); i++) {
      factIndex.put(vocabulary.facts().get(i).id(), i);
    }
    for (int i = 0; i < parameters.size(); i++) {
      parameterIndex.put(parameters.get(i).id(), i);
    }
    acts.forEach(act -> actById.put(act.id(), act));
    provisions.forEach(p -> versionsById.computeIfAbsent(p.id(), _ -> new ArrayList<>()).add(p));
    requirements.forEach(requirement -> requirementById.put(requirement.id(), requirement));
    vocabulary.severities().forEach(severity -> severityById.put(severity.id(), severity));
  }

  /**
   * The same book in a deployment that applies these repealed acts as its own procedures, and
   * supposes these alternatives of contested figures.
   */
  LawBook configured(
      Map<String, Act.Adoption> adoptions, Map<String, Parameter.Alternative> alternatives) {
    List<Act> applied = new ArrayList<>();
    for (Act act : acts) {
      Act.Adoption adoption = adoptions.get(act.id());
      applied.add(adoption == null ? act : act.adoptedAs(adoption));
    }
    List<Parameter> supposed = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Parameter.Alternative alternative = alternatives.get(parameter.id());
      supposed.add(alternative == null ? parameter : parameter.supposing(alternative));
    }
    return new LawBook(
        vocabulary,
        supposed,
        applied,
        provisions,
        requirements,
        checklists,
        calendar,
        procedures,
        fingerprint);
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public List<Fact> facts() {
    return vocabulary.facts();
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public List<Act> acts() {
    return acts;
  }

  public List<Provision> provisions() {
    return provisions;
  }

  public List<Requirement> requirements() {
    return requirements;
  }

  public List<Checklist> checklists() {
    return checklists;
  }

  /** Which days are worked. */
  public CalendarData calendar() {
    return calendar;
  }

  public List<Procedure> procedures() {
    return procedures;
  }

  public Optional<Procedure> findProcedure(String id) {
    return procedures.stream().filter(procedure -> procedure.id().equals(id)).findFirst();
  }

  public String fingerprint() {
    return fingerprint;
  }

  public Optional<Act> findAct(String id) {
    return Optional.ofNullable(actById.get(id));
  }

  public Act getAct(String id) {
    return findAct(id).orElseThrow(() -> new IllegalArgumentException("no act " + id));
  }

  /** The latest version of a provision, by its full id. */
  public Optional<Provision> findProvision(String id) {
    List<Provision> versions = versionsById.get(id);
    return versions == null ? Optional.empty() : Optional.of(versions.getLast());
  }

  public Provision getProvision(String id) {
    return findProvision(id).orElseThrow(() -> new IllegalArgumentException("no provision " + id));
  }

  /** All versions of a provision, in order of their first day. */
  public List<Provision> versions(String id) {
    return List.copyOf(versionsById.getOrDefault(id, List.of()));
  }

  /** The provision that a requirement comes from, in the version that carries it. */
  public Provision provisionOf(Requirement requirement) {
    return versions(requirement.provision()).stream()
        .filter(provision -> provision.inForceFrom().equals(requirement.from()))
        .findFirst()
        .orElseGet(() -> getProvision(requirement.provision()));
  }

  public Optional<Requirement> findRequirement(String id) {
    return Optional.ofNullable(requirementById.get(id));
  }

  public Vocabulary.Severity getSeverity(String id) {
    Vocabulary.Severity severity = severityById.get(id);
    if (severity == null) {
      throw new IllegalArgumentException("no severity " + id);
    }
    return severity;
  }

  /** The index of a fact, or -1. */
  public int factIndex(String id) {
    return factIndex.getOrDefault(id, -1);
  }

  /** The index of a parameter, or -1. */
  public int parameterIndex(String id) {
    return parameterIndex.getOrDefault(id, -1);
  }

  @Override
  public @Nullable Object[] parametersOn(LocalDate day) {
    Map.Entry<LocalDate, @Nullable Object[]> values = valuesFrom.floorEntry(day);
    return values == null ? new Object[parameters.size()] : values.getValue();
  }

  /** The values of all parameters from each day on which one of them changes. */
  private static NavigableMap<LocalDate, @Nullable Object[]> valuesFrom(
      List<Parameter> parameters) {
    NavigableMap<LocalDate, @Nullable Object[]> from = new TreeMap<>();
    for (Parameter parameter : parameters) {
      parameter.values().forEach(dated -> from.put(dated.from(), new Object[parameters.size()]));
    }
    for (Map.Entry<LocalDate, @Nullable Object[]> entry : from.entrySet()) {
      @Nullable Object[] values = entry.getValue();
      for (int i = 0; i < values.length; i++) {
        values[i] = parameters.get(i).on(entry.getKey());
      }
    }
    return from;
  }

  public List<Provision> provisionsOf(String act) {
    return provisions.stream().filter(provision -> provision.act().equals(act)).toList();
  }
}
