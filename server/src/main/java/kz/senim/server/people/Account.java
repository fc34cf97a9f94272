package kz.senim.server.people;

import java.util.UUID;

/**
 * A person's account.
 *
 * @param ready whether they have chosen a password
 * @param totp whether they have an authenticator application
 */
public record Account(
    UUID id,
    String email,
    String name,
    String lang,
    boolean administrator,
    boolean ready,
    boolean totp,
    boolean disabled) {}
