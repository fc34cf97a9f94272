package kz.senim.server.remedies;

import java.time.LocalDate;
import java.util.UUID;

/** What shall be done, by whom and by when. */
public record Plan(String task, UUID owner, LocalDate due) {}
