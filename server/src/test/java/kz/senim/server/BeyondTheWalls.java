package kz.senim.server;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test prepare and look beyond the walls; see {@link TestScope}. */
public final class BeyondTheWalls
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    TestScope.beyond(true);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestScope.beyond(false);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestScope.beyond(true);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestScope.beyond(false);
  }
}
