package kz.senim.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What has been invented so far, for the parts that come later. The same at each start.
 *
 * @param today the day of the demonstration
 * @param random for inventing; always begun with the same number
 * @param places the organisations
 */
record DemoWorld(LocalDate today, Random random, List<Place> places) {

  DemoWorld(LocalDate today) {
    this(today, new Random(832), new ArrayList<>());
  }

  /**
   * An invented organisation.
   *
   * @param owner its people's owner, who did what is done in it
   * @param officer its security officer
   * @param objects its objects, the most thoroughly described first
   */
  record Place(UUID organization, String name, Person owner, Person officer, List<UUID> objects) {

    /** The owner as a viewer, who may write here. */
    Viewer viewer() {
      return new Viewer(
          owner.id(), owner.name(), owner.email(), false, Map.of(organization, Set.of(Role.OWNER)));
    }

    /** Does something in the name of the owner, whom the audit log then names. */
    void asOwner(Runnable something) {
      SecurityContextHolder.getContext()
          .setAuthentication(
              UsernamePasswordAuthenticationToken.authenticated(
                  new AccountPrincipal(owner.id(), owner.email(), null), null, List.of()));
      try {
        something.run();
      } finally {
        SecurityContextHolder.clearContext();
      }
    }
  }

  /** An invented person. */
  record Person(UUID id, String email, String name) {}
}
