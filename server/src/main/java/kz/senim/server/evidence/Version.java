package kz.senim.server.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A version of a piece of evidence; a newer one takes its place and leaves it to be read. */
public record Version(
    int number,
    Content content,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String remark,
    Instant uploadedAt,
    String uploadedBy) {}
