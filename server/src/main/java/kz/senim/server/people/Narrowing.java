package kz.senim.server.people;

import kz.senim.server.web.Viewer;

/** An authentication that opens less than its account may do, such as a token's. */
public interface Narrowing {

  /** What is left of all that the account may do. */
  Viewer narrow(Viewer whole);
}
