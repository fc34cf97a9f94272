package kz.senim.server.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.walls.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account in the session; what it may do is looked up for each request. */
public final class AccountPrincipal implements UserDetails, CredentialsContainer, Acting {

  private static final long serialVersionUID = 1;

  private final UUID id;
  private final String email;
  private @Nullable String passwordHash;

  public AccountPrincipal(UUID id, String email, @Nullable String passwordHash) {
    this.id = id;
    this.email = email;
    this.passwordHash = passwordHash;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String getUsername() {
    return email;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountPrincipal account && account.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
