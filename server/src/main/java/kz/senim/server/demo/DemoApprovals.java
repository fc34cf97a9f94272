package kz.senim.server.demo;

import java.util.UUID;
import kz.senim.server.approvals.Approvals;
import kz.senim.server.people.Accounts;
import kz.senim.server.web.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A role that waits for a second person of the first organisation. */
@Component
@Order(30)
class DemoApprovals implements DemoPart {

  private static final String EMAIL = "deputy@example.kz";

  private final Accounts accounts;
  private final Approvals approvals;

  DemoApprovals(Accounts accounts, Approvals approvals) {
    this.accounts = accounts;
    this.approvals = approvals;
  }

  @Override
  public void fill(DemoWorld world) {
    DemoWorld.Place place = world.places().getFirst();
    UUID deputy = accounts.create(EMAIL, "Заместитель офицера ИБ (пример)", false);
    place.asOwner(
        () ->
            approvals.ask(
                place.viewer(),
                Role.SECURITY_OFFICER.word(),
                place.organization(),
                EMAIL,
                deputy,
                deputy.toString()));
  }
}
