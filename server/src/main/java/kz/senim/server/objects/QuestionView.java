package kz.senim.server.objects;

import java.util.List;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Fact;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A question as a form shows it.
 *
 * @param type the fact's type's word, which chooses the field
 * @param judged whether a person must judge
 * @param whom who can answer
 * @param ofObject whether the answer is the object's alone
 */
public record QuestionView(
    String fact,
    String ask,
    String type,
    boolean judged,
    String whom,
    boolean ofObject,
    List<Choice> choices,
    @Nullable String unit,
    @Nullable Double min,
    @Nullable Double max) {

  /** An option of a choice or set. */
  public record Choice(String id, String label) {}

  static QuestionView of(Fact fact, Lang lang) {
    return new QuestionView(
        fact.id(),
        fact.ask().in(lang),
        fact.type().word(),
        fact.attestation() != null,
        Roles.name(fact.knownBy()).in(lang),
        FactStore.isOfObject(fact),
        fact.options().stream().map(o -> new Choice(o.id(), o.label().in(lang))).toList(),
        fact.unit(),
        fact.min(),
        fact.max());
  }
}
