package kz.senim.core.explain;

import java.util.List;
import kz.senim.core.decision.FactValue;
import kz.senim.core.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A reason in words: one line, and the lines that decided it.
 *
 * @param text the line, without its parts
 * @param truth how it came out
 * @param fact the id of the fact it is about; empty for a group
 * @param source how that fact is known; null for a group and for an unknown fact
 * @param parts the lines beneath
 */
public record Explanation(
    String text, Truth truth, String fact, @Nullable FactValue source, List<Explanation> parts) {}
