package kz.senim.server.tokens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.api.Scope;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.people.Narrowing;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A request that came with a token: its owner asks, and may do less than signed in. Scopes are
 * checked at each operation; here the organisation is.
 */
final class TokenAuthentication extends AbstractAuthenticationToken implements Narrowing {

  private static final long serialVersionUID = 1;

  private final AccountPrincipal principal;
  private final @Nullable UUID organization;
  private final boolean audits;

  TokenAuthentication(Token token) {
    super(List.of());
    this.principal = new AccountPrincipal(token.account(), token.hint(), null);
    this.organization = token.organization();
    this.audits = token.scopes().contains(Scope.AUDIT_READ);
    setAuthenticated(true);
  }

  @Override
  public Object getPrincipal() {
    return principal;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  /** Of what an administrator does, a token can do one thing: read the audit log. */
  @Override
  public Viewer narrow(Viewer whole) {
    UUID only = organization;
    Map<UUID, Set<Role>> roles = whole.roles();
    if (only != null) {
      Set<Role> there = roles.get(only);
      roles = there == null ? Map.of() : Map.of(only, there);
    }
    return new Viewer(
        whole.account(),
        whole.name(),
        whole.email(),
        whole.administrator() && audits && only == null,
        roles);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
