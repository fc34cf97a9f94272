package kz.senim.core.rule;

import java.util.List;

/**
 * What a name in an expression stands for.
 *
 * @param limit whether it is a figure of the law rather than a fact
 * @param index its index among the facts, or among the figures
 * @param options what a choice or set fact can hold, in order; empty for the other types
 */
public record Name(boolean limit, int index, Type type, List<String> options) {}
