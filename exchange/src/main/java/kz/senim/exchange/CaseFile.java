package kz.senim.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.Procedure;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Values;
import kz.senim.core.source.Fields;
import kz.senim.core.source.InvalidSource;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.source.SourceFile;
import kz.senim.core.source.Yaml;
import kz.senim.core.text.Nearest;

/**
 * A case file: its procedure and its acts, as JSON (or YAML).
 *
 * <pre>
 * {"procedure": "certification",
 *  "acts": [{"id": "1", "act": "submit", "by": "applicant", "at": "2019-02-04T10:00:00+06:00",
 *            "sequence": 1, "fields": {"distributed": false},
 *            "attachments": {"application": "(SHA-256 in hexadecimal)"}}]}
 * </pre>
 */
public record CaseFile(Procedure procedure, List<CaseAct> acts) {

  private static final Set<String> FILE = Set.of("procedure", "acts");
  private static final Set<String> ACT =
      Set.of("id", "act", "by", "at", "sequence", "fields", "attachments");
  private static final int MOST_ACTS = 100_000;

  /**
   * Reads a case file.
   *
   * @throws InvalidSource with everything that is wrong with it
   */
  public static CaseFile read(LawBook book, SourceFile file) {
    Problems problems = new Problems();
    CaseFile read =
        Yaml.read(file, problems, 64 << 20).map(root -> read(book, root, problems)).orElse(null);
    if (read == null || !problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return read;
  }

  private static CaseFile read(LawBook book, Node root, Problems problems) {
    Fields f = Fields.of(root, problems, FILE);
    String id = root instanceof Node.Mapping ? f.text("procedure") : "";
    if (id.isEmpty() && !problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    Optional<Procedure> procedure = book.findProcedure(id);
    if (procedure.isEmpty()) {
      List<String> known = book.procedures().stream().map(Procedure::id).toList();
      problems.add(
          f.at("procedure"), FileMistake.NO_PROCEDURE.with(id, Nearest.hintOrAll(id, known)));
      throw new InvalidSource(problems);
    }
    List<Node> items = f.findList("acts");
    if (items.size() > MOST_ACTS) {
      problems.add(f.at("acts"), FileMistake.MANY_ACTS.with(MOST_ACTS));
      items = List.of();
    }
    List<CaseAct> acts = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Node item : items) {
      CaseAct act = act(procedure.get(), item, acts.size() + 1, problems);
      // The same act told twice has one place: that of the first telling.
      int place = places.computeIfAbsent(act.id(), _ -> act.sequence());
      boolean placed = item instanceof Node.Mapping && Fields.any(item, problems).has("sequence");
      acts.add(placed ? act : act.placed(place));
    }
    return new CaseFile(procedure.get(), acts);
  }

  private static CaseAct act(Procedure procedure, Node node, int sequence, Problems problems) {
    Fields f = Fields.of(node, problems, ACT);
    String act = f.text("act");
    Set<String> known = new java.util.TreeSet<>();
    procedure.moves().forEach(move -> known.add(move.act()));
    if (!act.isEmpty() && !known.contains(act)) {
      problems.add(
          f.at("act"), FileMistake.NO_ACT.with(procedure.id(), act, Nearest.hintOrAll(act, known)));
    }
    String by = f.text("by");
    Set<String> roles = new java.util.TreeSet<>();
    procedure.roles().forEach(role -> roles.add(role.id()));
    if (!by.isEmpty() && !roles.contains(by)) {
      problems.add(
          f.at("by"), FileMistake.NO_ROLE.with(procedure.id(), by, Nearest.hintOrAll(by, roles)));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (f.find("fields") instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        field(procedure, entry, fields, problems);
      }
    }
    Map<String, String> attachments = new LinkedHashMap<>();
    if (f.find("attachments") instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (entry.value() instanceof Node.Scalar hash && hash.text().matches("[0-9a-f]{64}")) {
          attachments.put(entry.key().text(), hash.text());
        } else {
          problems.add(entry.value().at(), FileMistake.ATTACHMENT.with());
        }
      }
    }
    Double order = f.findNumber("sequence");
    return new CaseAct(
        f.text("id"),
        act,
        by,
        instant(f, problems),
        order == null ? sequence : order.intValue(),
        fields,
        attachments);
  }

  private static void field(
      Procedure procedure, Node.Entry entry, Map<String, Object> fields, Problems problems) {
    String id = entry.key().text();
    for (Procedure.Field field : procedure.fields()) {
      if (field.id().equals(id)) {
        Values.read(field.type(), null, field.options(), id, entry.value(), problems)
            .ifPresent(value -> fields.put(id, value));
        return;
      }
    }
    problems.add(
        entry.key().at(),
        FileMistake.NO_FIELD.with(
            procedure.id(),
            id,
            Nearest.hintOrAll(id, procedure.fields().stream().map(Procedure.Field::id).toList())));
  }

  private static Instant instant(Fields f, Problems problems) {
    String text = f.text("at");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        problems.add(f.at("at"), FileMistake.NOT_A_MOMENT.with(text));
      }
      return Instant.EPOCH;
    }
  }
}
