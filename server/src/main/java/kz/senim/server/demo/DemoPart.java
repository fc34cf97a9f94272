package kz.senim.server.demo;

/**
 * A part of the demonstration. The demonstration knows the other modules and none of them knows it:
 * whoever adds a capability adds a component here, ordered after what it builds on by {@link
 * org.springframework.core.annotation.Order}: {@link DemoObjects} is first with 0.
 */
interface DemoPart {

  /** Fills in what this part knows to invent, for the organisations and objects that are there. */
  void fill(DemoWorld world);
}
