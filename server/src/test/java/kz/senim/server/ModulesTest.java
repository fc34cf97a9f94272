package kz.senim.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The server's fence: modules use each other only by what they show. Never disabled. */
class ModulesTest {

  @Test
  void no_module_reaches_into_another_and_none_depend_in_a_circle() {
    ApplicationModules.of(ServerApplication.class).verify();
  }
}
