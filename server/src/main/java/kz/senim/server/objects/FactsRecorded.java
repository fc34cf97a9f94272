package kz.senim.server.objects;

import java.util.List;
import java.util.UUID;

/** Facts of an object, or of its organisation and so of all its objects, have changed. */
public record FactsRecorded(UUID organization, UUID object, List<String> facts) {}
