package kz.senim.core.law;

import java.util.List;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be known about a subject.
 *
 * @param id dotted, such as {@code logs.retention}
 * @param unit of a number, as a UCUM code or a plain word; null for other types
 * @param min the smallest sensible number; null when there is none
 * @param max the largest sensible number; null when there is none
 * @param options what a choice or set can hold, in order
 * @param ask the question a person is asked
 * @param knownBy the role of the person who can answer
 * @param attestation the requirement this is the judgement on; null for an ordinary fact
 */
public record Fact(
    String id,
    String subject,
    Type type,
    @Nullable String unit,
    @Nullable Double min,
    @Nullable Double max,
    List<Option> options,
    Localized ask,
    String knownBy,
    @Nullable String attestation) {

  public record Option(String id, Localized label) {}

  /** The ids of the options, in order. */
  public List<String> optionIds() {
    return options.stream().map(Option::id).toList();
  }
}
