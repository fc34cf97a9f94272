package kz.senim.core.authoring;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.Values;
import kz.senim.core.source.Fields;
import kz.senim.core.source.Node;
import kz.senim.core.source.Problems;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The acts of stories. A story may continue another one ({@code after}), and an act says only what
 * is not as usual: {@code usual} gives what it brings and tells in most stories of the file, {@code
 * without} takes some of that away.
 */
final class StoryActs {

  static final Set<String> ACT = Set.of("act", "by", "at", "id", "with", "without", "fields");
  static final Set<String> USUAL = Set.of("act", "by", "with", "fields");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

  private final Procedure procedure;
  private final Problems problems;
  private final Map<String, Usual> usual = new HashMap<>();
  private final Map<String, Node> stories = new LinkedHashMap<>();
  private final Map<String, List<CaseAct>> told = new HashMap<>();
  private final Set<String> telling = new HashSet<>();

  /** What an act brings and tells when a story does not say otherwise. */
  private record Usual(@Nullable String by, Set<String> with, Map<String, Object> fields) {}

  private static final Usual NOTHING = new Usual(null, Set.of(), Map.of());

  /**
   * @param file the file of stories, as its keys
   */
  StoryActs(Procedure procedure, Fields file, Problems problems) {
    this.procedure = procedure;
    this.problems = problems;
    for (Node node : file.findList("usual")) {
      Fields f = Fields.of(node, problems, USUAL);
      String act = f.text("act");
      if (procedure.moves().stream().noneMatch(move -> move.act().equals(act))) {
        problems.add(f.at("act"), LawMistake.PROCEDURE_LACKS.with("act", act, Message.NOTHING));
      }
      usual.put(act, new Usual(f.findText("by"), with(f, act), fields(f)));
    }
    for (Node node : file.findList("stories")) {
      if (node instanceof Node.Mapping) {
        Fields f = Fields.any(node, problems);
        if (stories.put(f.textOr("story", ""), node) != null) {
          problems.add(f.at("story"), LawMistake.TWO_STORIES.with());
        }
      }
    }
  }

  /** All acts of a story: those of the story that it continues, then its own. */
  List<CaseAct> of(Fields story) {
    String name = story.textOr("story", "");
    List<CaseAct> known = told.get(name);
    if (known != null) {
      return known;
    }
    List<CaseAct> acts = new ArrayList<>(before(story, name));
    for (Node item : story.findList("acts")) {
      acts.add(act(item, acts.size() + 1));
    }
    told.put(name, acts);
    return acts;
  }

  private List<CaseAct> before(Fields story, String name) {
    String after = story.findText("after");
    if (after == null) {
      return List.of();
    }
    Node other = stories.get(after);
    if (other == null) {
      problems.add(
          story.at("after"),
          LawMistake.NO_STORY.with(after, Nearest.hint(after, stories.keySet())));
      return List.of();
    }
    Fields f = Fields.any(other, problems);
    if (f.has("refused")) {
      problems.add(story.at("after"), LawMistake.AFTER_A_REFUSAL.with());
    }
    if (!telling.add(name)) {
      problems.add(story.at("after"), LawMistake.AFTER_ITSELF.with());
      return List.of();
    }
    List<CaseAct> acts = of(f);
    telling.remove(name);
    return acts;
  }

  private CaseAct act(Node node, int sequence) {
    Fields f = Fields.of(node, problems, ACT);
    String act = f.text("act");
    Usual as = usual.getOrDefault(act, NOTHING);
    Map<String, Object> fields = new LinkedHashMap<>(as.fields());
    fields.putAll(fields(f));
    Set<String> with = f.has("with") ? with(f, act) : new LinkedHashSet<>(as.with());
    for (Node.Scalar item : f.findScalars("without")) {
      if (!with.remove(item.text()) && fields.remove(item.text()) == null) {
        problems.add(item.at(), LawMistake.NOTHING_TO_LEAVE_OUT.with(item.text()));
      }
    }
    Map<String, String> attachments = new LinkedHashMap<>();
    with.forEach(id -> attachments.put(id, id));
    return new CaseAct(
        f.textOr("id", Integer.toString(sequence)),
        act,
        by(f, act, as),
        instant(f),
        sequence,
        fields,
        attachments);
  }

  /** Who does it: as told, as usual, or the only role that may. */
  private String by(Fields f, String act, Usual as) {
    if (!f.has("by") && as.by() == null) {
      List<String> roles =
          procedure.moves().stream()
              .filter(move -> move.act().equals(act))
              .flatMap(move -> move.by().stream())
              .distinct()
              .toList();
      if (roles.size() == 1) {
        return roles.getFirst();
      }
    }
    return as.by() == null ? f.text("by") : f.textOr("by", as.by());
  }

  private Set<String> with(Fields f, String act) {
    Set<String> with = new LinkedHashSet<>();
    if (f.find("with") instanceof Node.Scalar all && all.text().equals("all")) {
      procedure.moves().stream()
          .filter(move -> move.act().equals(act))
          .flatMap(move -> move.needs().stream())
          .filter(need -> need.kind().equals("attachment"))
          .forEach(need -> with.add(need.id()));
    } else {
      f.findScalars("with").forEach(item -> with.add(item.text()));
    }
    return with;
  }

  private Map<String, Object> fields(Fields f) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (f.find("fields") instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String id = entry.key().text();
        Optional<Procedure.Field> known =
            procedure.fields().stream().filter(field -> field.id().equals(id)).findFirst();
        if (known.isEmpty()) {
          problems.add(
              entry.key().at(), LawMistake.PROCEDURE_LACKS.with("field", id, Message.NOTHING));
        } else {
          Values.read(known.get().type(), null, known.get().options(), id, entry.value(), problems)
              .ifPresent(value -> fields.put(id, value));
        }
      }
    }
    return fields;
  }

  /** A local time in Kazakhstan: {@code 2019-02-04 10:00}. */
  Instant instant(Fields f) {
    String text = f.text("at");
    try {
      return LocalDateTime.parse(text, LOCAL).atZone(Replay.ZONE).toInstant();
    } catch (DateTimeException e) {
      problems.add(f.at("at"), LawMistake.NOT_A_MOMENT.with(text));
      return Instant.EPOCH;
    }
  }
}
