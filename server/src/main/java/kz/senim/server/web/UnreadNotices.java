package kz.senim.server.web;

import java.util.UUID;

/** Counts what a person has not read yet, for the layout. */
public interface UnreadNotices {

  /** How many; 100 for as many and more. */
  int unread(UUID account);
}
