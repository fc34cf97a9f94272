package kz.senim.server.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.SourceFile;
import kz.senim.server.ServerSettings;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Objects;
import kz.senim.server.people.Accounts;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database when the server was started with {@code --demo}. */
@Component
class Demonstration {

  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
  private static final List<String> PASSPORTS =
      List.of(
          "state-system-class-1",
          "regional-internet-resource",
          "clinic-chain",
          "critical-operator");

  private final ServerSettings settings;
  private final Accounts accounts;
  private final Objects objects;
  private final Assessments assessments;
  private final LawBook book;
  private final DemonstrationWork work;
  private final SecureRandom random = new SecureRandom();

  Demonstration(
      ServerSettings settings,
      Accounts accounts,
      Objects objects,
      Assessments assessments,
      LawBook book,
      DemonstrationWork work) {
    this.settings = settings;
    this.accounts = accounts;
    this.objects = objects;
    this.assessments = assessments;
    this.book = book;
    this.work = work;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void fill() throws IOException {
    if (!settings.demo() || !accounts.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    person("admin@example.kz", "Администратор (пример)", true, lines);
    UUID officer = person("officer@example.kz", "Офицер ИБ группы (пример)", false, lines);
    UUID auditor = person("auditor@example.kz", "Аудитор (пример)", false, lines);
    UUID owner = person("owner@example.kz", "Владелец системы (пример)", false, lines);
    for (String name : PASSPORTS) {
      byte[] bytes = new ClassPathResource("demo/" + name + ".yaml").getContentAsByteArray();
      Passport passport = PassportReader.read(book, new SourceFile(name + ".yaml", bytes));
      Viewer maker = new Viewer(owner, "", "owner@example.kz", false, Map.of());
      UUID organization = objects.addOrganization(maker, passport.organization(), passport.bin());
      accounts.grant(officer, organization, Role.SECURITY_OFFICER);
      accounts.grant(auditor, organization, Role.AUDITOR);
      if (name.equals(PASSPORTS.getFirst())) {
        accounts.grant(owner, organization, Role.OWNER);
      }
      Viewer keeper =
          new Viewer(
              owner, "", "owner@example.kz", false, Map.of(organization, Set.of(Role.OWNER)));
      UUID object = assessments.register(keeper, organization, passport);
      work.invent(keeper, organization, object, officer);
    }
    LOG.info("the demonstration is ready at {}; sign in as", settings.baseUrl());
    lines.forEach(LOG::info);
    LOG.info("who may change something sets up an authenticator application at the first sign-in");
  }

  private UUID person(String email, String name, boolean administrator, List<String> lines) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID id = accounts.create(email, name, administrator);
    accounts.setPassword(id, password);
    lines.add(String.format("  %-22s %s", email, password));
    return id;
  }
}
