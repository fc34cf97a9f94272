package kz.senim.core.rule;

import java.util.List;

/**
 * Why a rule came out as it did.
 *
 * @param rule what was asked
 * @param truth how it came out
 * @param because the parts that decided it: of a false conjunction the false parts, of a true
 *     disjunction the true ones, of an unknown one the unknown ones; empty for a comparison
 */
public record Reason(Rule rule, Truth truth, List<Reason> because) {}
