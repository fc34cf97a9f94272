package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.server.people.Accounts;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers organisations. Whoever registers one is its owner's person. */
@Component
class Registration {

  static final int LONGEST_NAME = 300;

  private final Objects objects;
  private final Accounts accounts;

  Registration(Objects objects, Accounts accounts) {
    this.objects = objects;
    this.accounts = accounts;
  }

  static boolean isBadName(String name) {
    return name.isBlank() || name.length() > LONGEST_NAME;
  }

  /** What is wrong: keys of texts. */
  List<String> mistakes(String name, String bin) {
    List<String> mistakes = new ArrayList<>();
    String number = number(bin);
    if (isBadName(name)) {
      mistakes.add("objects.bad-name");
    }
    if (!IdentificationNumber.isValid(number)) {
      mistakes.add("objects.bad-bin");
    } else if (objects.findByBin(number).isPresent()) {
      mistakes.add("objects.bin-taken");
    }
    return mistakes;
  }

  /** Whoever asks has looked for {@link #mistakes}. */
  @Transactional
  public UUID register(Viewer viewer, String name, String bin) {
    UUID id = objects.addOrganization(viewer, name, number(bin));
    // Nobody else could give the first role.
    Scope.system(() -> accounts.grant(viewer.account(), id, Role.OWNER));
    return id;
  }

  private static String number(String bin) {
    return bin.replaceAll("\\s", "");
  }
}
