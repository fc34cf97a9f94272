package kz.senim.server.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Reads the viewer afresh for each request, so that a role taken away is gone at once. */
@Component
class AccountViewers implements Viewers {

  private static final String ATTRIBUTE = Viewer.class.getName();

  private final JdbcClient db;

  AccountViewers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Viewer> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
      return Optional.empty();
    }
    HttpServletRequest request =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? attributes.getRequest()
            : null;
    if (request != null && request.getAttribute(ATTRIBUTE) instanceof Viewer viewer) {
      return Optional.of(viewer);
    }
    Optional<Viewer> found =
        find(principal.id())
            .map(whole -> authentication instanceof Narrowing less ? less.narrow(whole) : whole);
    if (request != null) {
      found.ifPresent(viewer -> request.setAttribute(ATTRIBUTE, viewer));
    }
    return found;
  }

  /** One row for each role; at least one with the account itself. */
  @Override
  public Optional<Viewer> find(UUID account) {
    Map<UUID, Set<Role>> roles = new LinkedHashMap<>();
    return db
        .sql(
            """
            select a.id, a.name, a.email, a.administrator, m.organization_id, m.role
            from accounts a
            left join (memberships m join organizations o on o.id = m.organization_id and o.archived_at is null)
              on m.account_id = a.id
            where a.id = ? and a.disabled_at is null
            """)
        .param(account)
        .query(
            (row, _) -> {
              UUID organization = row.getObject("organization_id", UUID.class);
              if (organization != null) {
                roles
                    .computeIfAbsent(organization, _ -> EnumSet.noneOf(Role.class))
                    .add(Role.of(row.getString("role")));
              }
              return new Viewer(
                  account,
                  row.getString("name"),
                  row.getString("email"),
                  row.getBoolean("administrator"),
                  roles);
            })
        .list()
        .stream()
        .findFirst();
  }
}
