package kz.senim.server.web;

/** Whether whoever asks is in, with every factor that it takes of them. */
@FunctionalInterface
public interface Entered {

  /** For this request; false for a stranger, and for whoever has shown the password only. */
  boolean isIn();
}
