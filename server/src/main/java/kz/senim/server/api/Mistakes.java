package kz.senim.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a request, told at once. */
public final class Mistakes {

  private final List<Mistake> all = new ArrayList<>();

  /**
   * @param pointer a JSON Pointer into the body, or the name of a parameter
   * @param key the text that says what is wrong
   * @param fix the text that says what would be right
   */
  public Mistakes add(String pointer, String key, String fix, Object... args) {
    all.add(new Mistake(pointer, key, fix, List.of(args)));
    return this;
  }

  /**
   * What a form found wrong. A text {@code module.bad-day} is about the field {@code day}; those
   * named otherwise are told where they belong.
   *
   * @param fields the field by key, where the key does not say it
   */
  public Mistakes form(List<String> keys, Map<String, String> fields) {
    for (String key : keys) {
      String field = fields.getOrDefault(key, key.replaceFirst("^[^.]*\\.(bad-|no-)?", ""));
      add(field.isEmpty() ? "" : "/" + field, key, "api.fix");
    }
    return this;
  }

  /**
   * What is none of the words that can be chosen.
   *
   * @param told null when nothing is
   */
  public Mistakes choice(String pointer, @Nullable String told, List<String> known) {
    return told == null || known.contains(told)
        ? this
        : add(pointer, "api.bad-choice", "api.bad-choice.fix", String.join(", ", known));
  }

  /**
   * Those of a list of ids that are not the organisation's.
   *
   * @param pointer of the list
   */
  public Mistakes notAmong(Set<UUID> theirs, List<UUID> told, String pointer) {
    for (int i = 0; i < told.size(); i++) {
      if (!theirs.contains(told.get(i))) {
        add(pointer + "/" + i, "api.not-theirs", "api.not-theirs.fix");
      }
    }
    return this;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @throws Refusal when anything is wrong
   */
  public void refuse() {
    if (!all.isEmpty()) {
      throw refusal();
    }
  }

  public Refusal refusal() {
    return refusal(Problem.INVALID);
  }

  public Refusal refusal(Problem problem) {
    return new Refusal(problem, all);
  }
}
