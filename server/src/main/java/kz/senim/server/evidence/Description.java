package kz.senim.server.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a piece of evidence.
 *
 * @param title empty to call it by its file
 * @param validUntil the last day on which it may be relied on; null when without end
 */
public record Description(
    String kind,
    String title,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String remark) {}
