package kz.senim.server;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test prepare and look beyond the walls; see {@link TestScope}. */
public final class BeyondTheWalls implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    TestScope.beyond(true);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestScope.beyond(false);
  }
}
