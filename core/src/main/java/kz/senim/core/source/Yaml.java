package kz.senim.core.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (and so JSON) into {@link Node}s. Whatever the bytes are, it ends soon and in
 * bounded memory: at most {@link #MOST_BYTES} bytes, {@link #DEEPEST} levels, no aliases.
 */
public final class Yaml {

  /** The largest file that is read: a passport or a law file is a hundred times smaller. */
  public static final int MOST_BYTES = 4 << 20;

  static final int DEEPEST = 40;

  /** By a part of the library's own words. */
  private static final List<Map.Entry<String, SourceMistake>> COMPLAINTS =
      List.of(
          Map.entry("mapping values are not allowed", SourceMistake.YAML_COLON),
          Map.entry("mapping keys are not allowed", SourceMistake.YAML_COLON),
          Map.entry("could not find expected ':'", SourceMistake.YAML_NO_COLON),
          Map.entry("TAB", SourceMistake.YAML_TAB),
          Map.entry("cannot start any token", SourceMistake.YAML_CHARACTER),
          Map.entry("expected <block end>", SourceMistake.YAML_INDENT),
          Map.entry("expected ',' or ']'", SourceMistake.YAML_LIST),
          Map.entry("expected ',' or '}'", SourceMistake.YAML_MAPPING),
          Map.entry("unexpected end of stream", SourceMistake.YAML_QUOTE),
          Map.entry("unexpected document separator", SourceMistake.YAML_QUOTE),
          Map.entry("escape", SourceMistake.YAML_ESCAPE),
          Map.entry("sequence entries are not allowed", SourceMistake.YAML_ITEM),
          Map.entry("expected the node content", SourceMistake.YAML_NO_VALUE));

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;

  private Yaml(String file, Problems problems, Iterator<Event> events) {
    this.file = file;
    this.problems = problems;
    this.events = events;
  }

  /** The one document of the file, or empty after reporting why it cannot be read. */
  public static Optional<Node> read(SourceFile source, Problems problems) {
    return read(source, problems, MOST_BYTES);
  }

  /** As {@link #read(SourceFile, Problems)}, for kinds of files that are larger by nature. */
  public static Optional<Node> read(SourceFile source, Problems problems, int mostBytes) {
    Optional<String> text = decode(source, problems, mostBytes);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    problems.remember(source.name(), text.get());
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setUseMarks(true)
            .setCodePointLimit(mostBytes)
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text.get()).iterator();
      return new Yaml(source.name(), problems, events).document();
    } catch (MarkedYamlEngineException e) {
      Position at =
          e.getProblemMark()
              .map(mark -> position(source.name(), mark))
              .orElse(Position.of(source.name()));
      problems.add(at, SourceMistake.NOT_YAML.with(reason(e.getProblem()).with()));
    } catch (YamlEngineException e) {
      problems.add(
          Position.of(source.name()), SourceMistake.NOT_YAML.with(SourceMistake.YAML_OTHER.with()));
    } catch (Stop e) {
      // already reported
    }
    return Optional.empty();
  }

  private static Optional<String> decode(SourceFile source, Problems problems, int mostBytes) {
    byte[] bytes = source.bytes();
    if (bytes.length > mostBytes) {
      problems.add(Position.of(source.name()), SourceMistake.TOO_LARGE.with(mostBytes >> 20));
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      in.position(3); // a byte order mark, as Windows editors leave it
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      int nul = text.indexOf('\0');
      if (nul >= 0) {
        problems.add(Position.of(source.name()), SourceMistake.BINARY.with());
        return Optional.empty();
      }
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      problems.add(Position.of(source.name()), SourceMistake.NOT_UTF8.with(in.position()));
      return Optional.empty();
    }
  }

  private Optional<Node> document() {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (root.isPresent()) {
          problems.add(position(event), SourceMistake.SECOND_DOCUMENT.with());
          throw new Stop();
        }
        root = Optional.of(node(events.next(), 0));
        Event end = events.next();
        if (!(end instanceof DocumentEndEvent)) {
          throw new IllegalStateException("after the root comes " + end);
        }
      }
    }
    if (root.isEmpty()) {
      problems.add(Position.of(file), SourceMistake.EMPTY_FILE.with());
    }
    return root;
  }

  private Node node(Event event, int depth) {
    Position at = position(event);
    if (depth > DEEPEST) {
      problems.add(at, SourceMistake.TOO_DEEP.with(DEEPEST));
      throw new Stop();
    }
    if (event instanceof AliasEvent) {
      problems.add(at, SourceMistake.ALIAS.with());
      throw new Stop();
    }
    if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
      problems.add(at, SourceMistake.ANCHOR.with());
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent _ -> sequence(at, depth);
      case MappingStartEvent _ -> mapping(at, depth);
      default -> throw new IllegalStateException("unexpected " + event);
    };
  }

  private Node.Scalar scalar(ScalarEvent event) {
    Position at = position(event);
    ScalarStyle style = event.getScalarStyle();
    boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    Position content = at;
    if (quoted) {
      content = at.shifted(1);
    } else if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      content = new Position(file, at.line() + 1, 1);
    }
    return new Node.Scalar(at, event.getValue(), event.isPlain(), content);
  }

  private Node.Sequence sequence(Position at, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Node.Sequence(at, items);
  }

  private Node.Mapping mapping(Position at, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      Node key = node(next, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (!(key instanceof Node.Scalar scalar)) {
        problems.add(key.at(), SourceMistake.KEY_NOT_A_WORD.with(key.kind()));
        continue;
      }
      Position first = seen.putIfAbsent(scalar.text(), scalar.at());
      if (first != null) {
        problems.add(scalar.at(), SourceMistake.TWICE_HERE.with(scalar.text(), first.line()));
        continue;
      }
      entries.add(new Node.Entry(scalar, value));
    }
    return new Node.Mapping(at, entries);
  }

  private Position position(Event event) {
    return event.getStartMark().map(mark -> position(file, mark)).orElse(Position.of(file));
  }

  private static Position position(String file, Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** What the reader of YAML complains of, as a person can mend it. */
  private static SourceMistake reason(String complaint) {
    for (Map.Entry<String, SourceMistake> known : COMPLAINTS) {
      if (complaint.contains(known.getKey())) {
        return known.getValue();
      }
    }
    return SourceMistake.YAML_OTHER;
  }

  /** Ends the reading of a file after a problem that makes the rest meaningless. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }
}
