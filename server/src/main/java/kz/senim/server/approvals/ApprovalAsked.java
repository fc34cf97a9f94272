package kz.senim.server.approvals;

import java.util.Set;
import java.util.UUID;

/** Somebody asked for something that waits for one of the approvers. */
public record ApprovalAsked(
    UUID id, String kind, String subject, String asker, Set<UUID> approvers) {}
