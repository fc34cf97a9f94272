package kz.senim.server.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who looks, and what they are where.
 *
 * @param administrator whether they manage people; that alone opens no organisation
 * @param roles their roles by organisation
 */
public record Viewer(
    UUID account, String name, String email, boolean administrator, Map<UUID, Set<Role>> roles) {

  public boolean reads(UUID organization) {
    return roles.containsKey(organization);
  }

  public boolean writes(UUID organization) {
    return roles.getOrDefault(organization, Set.of()).stream().anyMatch(Role::writes);
  }

  /**
   * @throws NotFound when the organisation is not theirs: they may not even learn that it exists
   */
  public void mustRead(UUID organization) {
    if (!reads(organization)) {
      throw new NotFound();
    }
  }

  /**
   * @throws NotFound when the organisation is not theirs
   * @throws AccessDeniedException when they may read there, and not write
   */
  public void mustWrite(UUID organization) {
    mustRead(organization);
    if (!writes(organization)) {
      throw new AccessDeniedException("their roles there only read");
    }
  }
}
