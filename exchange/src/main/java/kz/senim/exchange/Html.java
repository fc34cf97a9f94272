package kz.senim.exchange;

/** Collects HTML; whatever comes from outside goes through {@link #text} and is escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Markup of our own. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Any text, escaped for content and for quoted attributes. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  Html element(String name, String content) {
    return raw("<" + name + ">").text(content).raw("</" + name + ">");
  }

  Html element(String name, String css, String content) {
    return raw("<" + name + " class=\"" + css + "\">").text(content).raw("</" + name + ">");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
