package kz.senim.server.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.demo.DemoWorld.Person;
import kz.senim.server.people.Accounts;
import kz.senim.server.walls.Scope;
import kz.senim.terminal.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database when the server was started with {@code --demo}. */
@Component
class Demonstration {

  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

  private final ServerSettings settings;
  private final Accounts accounts;
  private final List<DemoPart> parts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Demonstration(ServerSettings settings, Accounts accounts, List<DemoPart> parts, Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.parts = parts;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void fill() {
    if (!settings.demo() || !accounts.isEmpty()) {
      return;
    }
    Scope.system(this::invent);
  }

  private void invent() {
    List<String> lines = new ArrayList<>();
    DemoWorld world = new DemoWorld(LocalDate.now(clock));
    DemoClock.at(
        clock.instant().minus(Duration.ofDays(380)),
        () -> {
          for (DemoPeople.Lead lead : DemoPeople.LEADS) {
            lead(lead, lines);
          }
        });
    parts.forEach(part -> part.fill(world));
    Lang lang = Languages.usual();
    LOG.info(DemoSay.READY.with(settings.baseUrl()).in(lang));
    lines.forEach(LOG::info);
    LOG.info(DemoSay.AUTHENTICATOR.with().in(lang));
  }

  /** One of those whom the visitor can be: with a password, new at each first start. */
  private void lead(DemoPeople.Lead lead, List<String> lines) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID id = accounts.create(lead.email(), lead.name(), lead.administrator());
    accounts.setPassword(id, password);
    lines.add(
        String.format(
            "  %-22s %s   %s", lead.email(), password, lead.what().text().in(Languages.usual())));
  }

  /** A lead by the address. */
  static Person person(Accounts accounts, String email) {
    return accounts
        .findByEmail(email)
        .map(found -> new Person(found.id(), found.email(), found.name()))
        .orElseThrow();
  }
}
