package kz.senim.server.approvals;

import java.util.UUID;

/** A second person decided what the asker waits for. */
public record ApprovalDecided(UUID id, UUID asker, String subject, String by, boolean approved) {}
