package kz.senim.server.tokens;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.api.Scope;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes tokens for tests, as their owners would on the page. */
public final class TestTokens {

  private TestTokens() {}

  /** What a token looks like; whoever knows its hash lets it in. */
  public static String text() {
    return TokenText.make();
  }

  /** Good for everything, in all of the account's organisations. */
  public static String all(Tokens tokens, UUID account) {
    return with(tokens, account, null, EnumSet.allOf(Scope.class));
  }

  public static String with(
      Tokens tokens, UUID account, @Nullable UUID organization, Set<Scope> scopes) {
    Viewer owner =
        new Viewer(
            account,
            "",
            "",
            false,
            organization == null ? Map.of() : Map.of(organization, Set.of(Role.OWNER)));
    return tokens.make(owner, "Test", scopes, organization, Duration.ofDays(1));
  }
}
