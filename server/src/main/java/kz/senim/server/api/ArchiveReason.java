package kz.senim.server.api;

/** Why something is put away. */
@Body
public record ArchiveReason(String reason) {}
