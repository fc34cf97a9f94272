package kz.senim.server.objects;

import java.util.UUID;

/** Counts the remedies of an object that are not done yet, for its page. */
public interface OpenRemedies {

  int open(UUID object);
}
