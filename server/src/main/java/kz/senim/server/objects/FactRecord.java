package kz.senim.server.objects;

import java.time.Instant;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.law.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was told of an object or its organisation.
 *
 * @param object null when it is told of the organisation
 * @param value null when an earlier telling was taken back
 */
public record FactRecord(
    long id,
    @Nullable UUID object,
    Fact fact,
    @Nullable FactValue value,
    Instant recordedAt,
    String recordedBy) {}
