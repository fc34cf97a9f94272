package kz.senim.server.reports;

import java.util.regex.Pattern;

/** Texts for documents that are XML inside: somebody's text may hold what no XML can. */
final class XmlText {

  private static final Pattern IMPOSSIBLE =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private XmlText() {}

  static String clean(String text) {
    return IMPOSSIBLE.matcher(text).replaceAll(" ");
  }
}
