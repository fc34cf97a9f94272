package kz.senim.server.objects;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Organisations as a condition in SQL. All of a person who has many are found by their memberships:
 * to hand over thousands of ids costs more than most questions about them.
 *
 * @param allOf whose they all are; null when they are just those
 */
public record Within(Collection<UUID> organizations, @Nullable UUID allOf) {

  private static final int FEW = 50;

  /** All that the viewer reads; what a token leaves of them is one, and named. */
  public static Within all(Viewer viewer) {
    Collection<UUID> theirs = viewer.roles().keySet();
    return new Within(theirs, theirs.size() > FEW ? viewer.account() : null);
  }

  public static Within these(Collection<UUID> organizations) {
    return new Within(organizations, null);
  }

  public static Within one(UUID organization) {
    return these(List.of(organization));
  }

  /** A condition on the column, with the parameter {@code :within}, which is {@link #value}. */
  public String sql(String column) {
    return column
        + (allOf == null
            ? " = any(:within)"
            : """
               in (select w.organization_id from memberships w
                   join organizations u on u.id = w.organization_id and u.archived_at is null
                   where w.account_id = :within)\
              """);
  }

  public Object value() {
    return allOf == null ? organizations.toArray(UUID[]::new) : allOf;
  }
}
