package kz.senim.server.risks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the organisation assesses and treats risks (paragraph 37).
 *
 * @param standard an option of the law book's fact {@code risk.methodologyStandard}; null when not
 *     told
 * @param procedure whether a written procedure of analysis exists
 * @param by27005 whether risks are assessed by ST RK ISO/IEC 27005-2022
 * @param acceptable the highest rating, 1 to 25, that may be accepted; null while not settled
 * @param planOn when the plan of treatment was approved; null while it is not
 * @param planAct by which act
 */
public record RiskMethod(
    @Nullable String standard,
    boolean procedure,
    boolean by27005,
    @Nullable Integer acceptable,
    @Nullable LocalDate planOn,
    @Nullable String planAct) {}
