package kz.senim.core.source;

import java.util.List;

/** A YAML value that knows its place. Aliases and tags do not exist here. */
public sealed interface Node {

  Position at();

  /** What the node is, in a person's words. */
  default String kind() {
    return switch (this) {
      case Scalar s -> s.isNull() ? "nothing" : "a single value";
      case Sequence _ -> "a list";
      case Mapping _ -> "a mapping";
    };
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
