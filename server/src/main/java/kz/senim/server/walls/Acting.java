package kz.senim.server.walls;

import java.util.UUID;

/** Whoever is signed in: what is in the security context is asked for the account. */
public interface Acting {

  /** The account in whose name the database is asked. */
  UUID id();
}
