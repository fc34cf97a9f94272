package kz.senim.server.people;

import java.util.UUID;

/**
 * A new way into an account: a link for another password, or the second factor taken away.
 *
 * @param occasion the same for the same news
 * @param done whether it works; false while it waits for a second person
 * @param asker the name of who asked for it
 */
public record EntryOpened(UUID occasion, UUID account, boolean done, String asker) {}
