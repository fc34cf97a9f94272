package kz.senim.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;

/**
 * Collects every mistake of a set of files, so that a person sees them all at once. Bounded: beyond
 * {@value #MOST} problems only the number is kept.
 */
public final class Problems {

  static final int MOST = 1000;

  private final List<Problem> problems = new ArrayList<>();
  private final Set<Problem> seen = new HashSet<>();
  private final Map<String, String[]> lines = new HashMap<>();
  private int dropped;

  void remember(String file, String text) {
    lines.put(file, text.split("\r?\n", -1));
  }

  public void add(Position at, Message message) {
    if (problems.size() >= MOST) {
      dropped++;
      return;
    }
    String[] of = lines.get(at.file());
    String snippet =
        of != null && at.line() >= 1 && at.line() <= of.length ? of[at.line() - 1] : "";
    Problem problem = new Problem(at, message, snippet);
    if (seen.add(problem)) {
      problems.add(problem);
    }
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All problems in the order of files and lines. */
  public List<Problem> list() {
    return problems.stream().sorted().toList();
  }

  /** How many problems came after the first {@value #MOST} and were not kept. */
  public int dropped() {
    return dropped;
  }

  /** How many problems there are in all, kept or not. */
  public Message count() {
    return SourceMistake.COUNT.with(problems.size() + dropped);
  }

  /** All problems, each with its line and caret, and how many more there were. */
  public String render(Lang lang) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : list()) {
      out.append(problem.render(lang)).append('\n');
    }
    if (dropped > 0) {
      out.append(SourceMistake.MORE.with(dropped).in(lang)).append('\n');
    }
    return out.toString();
  }
}
