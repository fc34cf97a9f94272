package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.calendar.CalendarData;
import kz.senim.core.law.Act;
import kz.senim.core.law.Amendment;
import kz.senim.core.law.Checklist;
import kz.senim.core.law.Fact;
import kz.senim.core.law.Nature;
import kz.senim.core.law.Parameter;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/** What stands in the files, read but not yet compiled: expressions are still text. */
final class Raw {

  final Map<String, Fact> facts = new LinkedHashMap<>();
  final Map<String, Position> factAt = new LinkedHashMap<>();
  final Map<String, RawSubject> subjects = new LinkedHashMap<>();
  final Map<String, RawAddressee> addressees = new LinkedHashMap<>();
  final Map<String, Vocabulary.Evidence> evidence = new LinkedHashMap<>();
  final Map<String, Vocabulary.Severity> severities = new LinkedHashMap<>();
  final Map<String, Vocabulary.Framework> frameworks = new LinkedHashMap<>();
  final Map<String, RawAct> acts = new LinkedHashMap<>();
  final Map<String, Parameter> parameters = new LinkedHashMap<>();
  final Map<String, Position> parameterAt = new LinkedHashMap<>();
  final List<RawProvision> provisions = new ArrayList<>();
  final List<Checklist> checklists = new ArrayList<>();
  final List<CalendarData> calendars = new ArrayList<>();
  final List<Node> procedures = new ArrayList<>();
  final List<Node> stories = new ArrayList<>();
  final List<CaseFile> caseFiles = new ArrayList<>();

  record RawSubject(String id, Node.@Nullable Scalar exists, Localized name, Position at) {}

  record RawAddressee(String id, Node.Scalar when, String cites, Localized name, Position at) {}

  record RawExemption(String cites, Node.Scalar when, Position at) {}

  record RawScope(String cites, Node.Scalar applies, List<RawExemption> except, Position at) {}

  /** An act without its sections, and with its scope as text. */
  record RawAct(Act act, @Nullable RawScope scope, Map<String, RawSection> sections, Position at) {}

  record RawSection(String id, Localized title, List<Amendment> amended, Position at) {}

  record RawException(String to, Node.Scalar when, String cites, Position at) {}

  /**
   * A provision as written: what it inherits from the unit above it is null or empty here.
   *
   * @param from since when this version is in force, when the file says so
   */
  record RawProvision(
      String act,
      String citation,
      String section,
      Nature nature,
      @Nullable LocalDate from,
      Act.@Nullable Basis basis,
      @Nullable Amendment introduced,
      List<Amendment> amended,
      @Nullable Amendment excluded,
      Localized summary,
      @Nullable Localized term,
      @Nullable Localized note,
      List<Fields> requirements,
      List<RawException> exceptions,
      Position at) {

    String id() {
      return act + "/" + citation;
    }
  }
}
