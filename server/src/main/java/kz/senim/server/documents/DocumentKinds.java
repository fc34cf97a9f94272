package kz.senim.server.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.rule.Rule;
import kz.senim.core.text.Localized;
import org.springframework.stereotype.Component;

/**
 * The documents that the law names (decree 832, paragraphs 32 to 35), read from the law book: the
 * options of the set facts in which it asks for them, and the requirement that wants each.
 */
@Component
public class DocumentKinds {

  static final String POLICY = "policy";
  static final String INSTRUCTION = "user-instruction";
  static final String CONTENTS = "documents.policy";
  static final List<String> LEVELS = List.of("first", "second", "third", "fourth");

  /**
   * The set fact that lists the documents of each level but the first, which is the policy alone.
   */
  static final Map<Integer, String> FACTS =
      Map.of(2, "documents.secondLevel", 3, "documents.thirdLevel", 4, "documents.fourthLevel");

  /**
   * A document that the law names.
   *
   * @param option its id among the options of its level's fact; {@link #POLICY} of the policy
   * @param requirement the id of what demands it
   * @param act the act that does
   * @param citation its place there, such as {@code 33/1}
   */
  public record Kind(
      int level, String option, Localized name, String requirement, String act, String citation) {}

  private static final Localized POLICY_NAME =
      new Localized(
          "Information security policy",
          "Политика информационной безопасности",
          "Ақпараттық қауіпсіздік саясаты");

  private final LawBook book;
  private final List<Kind> kinds;

  DocumentKinds(LawBook book) {
    this.book = book;
    List<Kind> found = new ArrayList<>();
    find(CONTENTS, List.of()).ifPresent(r -> found.add(kind(1, POLICY, POLICY_NAME, r)));
    for (int level = 2; level <= LEVELS.size(); level++) {
      int at = level;
      String fact = FACTS.getOrDefault(level, "");
      for (Fact.Option option : options(fact)) {
        find(fact, List.of(option.id()))
            .ifPresent(r -> found.add(kind(at, option.id(), option.label(), r)));
      }
    }
    this.kinds = List.copyOf(found);
  }

  public List<Kind> all() {
    return kinds;
  }

  Optional<Kind> find(int level, String option) {
    return kinds.stream().filter(k -> k.level() == level && k.option().equals(option)).findFirst();
  }

  /** The options of a set fact, in order; none when the law book does not have it. */
  List<Fact.Option> options(String fact) {
    int index = book.factIndex(fact);
    return index < 0 ? List.of() : book.facts().get(index).options();
  }

  private Kind kind(int level, String option, Localized name, Requirement requirement) {
    var provision = book.provisionOf(requirement);
    return new Kind(level, option, name, requirement.id(), provision.act(), provision.citation());
  }

  /** The requirement that asks the set fact for exactly the options; for any when none is named. */
  private Optional<Requirement> find(String fact, List<String> options) {
    int index = book.factIndex(fact);
    return book.requirements().stream()
        .filter(
            r ->
                r.met() instanceof Rule.Contains rule
                    && rule.fact() == index
                    && (options.isEmpty() || rule.options().equals(options)))
        .findFirst();
  }
}
