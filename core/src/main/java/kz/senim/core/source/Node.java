package kz.senim.core.source;

import java.util.List;
import kz.senim.core.text.Message;

/** A YAML value that knows its place. Aliases and tags do not exist here. */
public sealed interface Node {

  Position at();

  /** What the node is, in a person's words. */
  default Message kind() {
    SourceMistake kind =
        switch (this) {
          case Scalar s -> s.isNull() ? SourceMistake.NOTHING : SourceMistake.SINGLE;
          case Sequence _ -> SourceMistake.LIST;
          case Mapping _ -> SourceMistake.MAPPING;
        };
    return kind.with();
  }

  /**
   * A single value.
   *
   * @param text its text, with quotes and folding undone
   * @param plain whether it was written without quotes
   * @param contentAt where the first character of the text stands (after an opening quote)
   */
  record Scalar(Position at, String text, boolean plain, Position contentAt) implements Node {

    /** Nothing was written, or {@code null} or {@code ~}. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  record Sequence(Position at, List<Node> items) implements Node {}

  record Mapping(Position at, List<Entry> entries) implements Node {}

  record Entry(Scalar key, Node value) {}
}
