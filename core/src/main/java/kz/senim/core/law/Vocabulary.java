package kz.senim.core.law;

import java.util.List;
import java.util.Set;
import kz.senim.core.rule.Rule;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * The words in which the law is written down: facts, subjects, addressees, evidence, severities.
 */
public record Vocabulary(
    List<Fact> facts,
    List<Subject> subjects,
    List<Addressee> addressees,
    List<Evidence> evidence,
    List<Severity> severities,
    List<Framework> frameworks) {

  /** The roles of people who know a fact or judge a requirement. */
  public static final Set<String> ROLES =
      Set.of(
          "owner",
          "head",
          "security-officer",
          "it-head",
          "administrator",
          "developer",
          "hr",
          "lawyer",
          "building-engineer",
          "auditor",
          "tool");

  /**
   * What a requirement can bind.
   *
   * @param exists when there is one at all; null for those that always are
   */
  public record Subject(String id, @Nullable Rule exists, Localized name) {}

  /**
   * Whom a requirement can address.
   *
   * @param cites the full id of the provision that says who that is; empty when none does
   */
  public record Addressee(String id, Rule when, String cites, Localized name) {}

  public record Evidence(String id, Localized name) {}

  public record Severity(String id, Level level, Localized because) {}

  /** How much a failed requirement weighs. */
  public enum Level {
    HIGH,
    MEDIUM,
    LOW;

    /** The word used for it in {@code law/} and in output. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The controls of a foreign catalogue, by their identifiers only. */
  public record Framework(String id, String title, String publisher, List<Control> controls) {

    /**
     * @param title its title, where its licence lets us ship it; else empty
     */
    public record Control(String ref, String title) {}
  }
}
