package kz.senim.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.SourceFile;
import kz.senim.server.demo.DemoPeople.Seed;
import kz.senim.server.demo.DemoWorld.Person;
import kz.senim.server.demo.DemoWorld.Place;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.Objects;
import kz.senim.server.people.Accounts;
import kz.senim.server.web.Role;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Organisations, their people and objects, and what was told of these over the last year. */
@Component
@Order(0)
class DemoObjects implements DemoPart {

  /** The day for which the examples were written. */
  private static final LocalDate WRITTEN_FOR = LocalDate.of(2026, 11, 23);

  private static final int[] DAYS = {360, 290, 225, 160, 95, 40, 6};

  private final Accounts accounts;
  private final Objects objects;
  private final Assessments assessments;
  private final LawBook book;
  private final Clock clock;

  DemoObjects(
      Accounts accounts, Objects objects, Assessments assessments, LawBook book, Clock clock) {
    this.accounts = accounts;
    this.objects = objects;
    this.assessments = assessments;
    this.book = book;
    this.clock = clock;
  }

  /** Something that happened; the audit log tells things in the order in which they did. */
  private record Event(Instant at, Runnable happens) {}

  @Override
  public void fill(DemoWorld world) {
    Map<String, Passport> passports = new HashMap<>();
    Variation variation = new Variation(book, world.random());
    List<Event> events = new ArrayList<>();
    for (Seed seed : DemoPeople.SEEDS) {
      Passport passport = passports.computeIfAbsent(seed.passport(), this::read);
      Instant start = moment(world, DAYS[0] + 20, 0);
      DemoClock.at(
          start,
          () -> {
            Place place = place(seed, world);
            world.places().add(place);
            tell(seed, place, passport, variation, world, events);
          });
    }
    events.sort(Comparator.comparing(Event::at));
    events.forEach(event -> DemoClock.at(event.at(), event.happens()));
  }

  /** The organisation with its people and its objects, of which nothing is told yet. */
  private Place place(Seed seed, DemoWorld world) {
    int number = world.places().size();
    boolean first = number == 0;
    Person owner =
        first
            ? Demonstration.person(accounts, "owner@example.kz")
            : invited("owner" + (number + 1) + "@example.kz", seed.owner());
    Person officer = Demonstration.person(accounts, "officer@example.kz");
    Place maker = new Place(new UUID(0, 0), seed.name(), owner, officer, List.of());
    List<UUID> made = new ArrayList<>();
    List<UUID> organizations = new ArrayList<>();
    maker.asOwner(
        () -> {
          UUID organization =
              objects.addOrganization(maker.viewer(), seed.name(), valid(seed.bin()));
          organizations.add(organization);
          accounts.grant(owner.id(), organization, Role.OWNER);
          accounts.grant(officer.id(), organization, Role.SECURITY_OFFICER);
          Person auditor = Demonstration.person(accounts, "auditor@example.kz");
          accounts.grant(auditor.id(), organization, Role.AUDITOR);
          if (first) {
            Person security = Demonstration.person(accounts, "security@example.kz");
            accounts.grant(security.id(), organization, Role.SECURITY_OFFICER);
          }
          Place place = new Place(organization, seed.name(), owner, officer, List.of());
          for (String name : seed.objects()) {
            String code = seed.passport().substring(0, 3).toUpperCase(Locale.ROOT);
            made.add(
                objects.add(
                    place.viewer(),
                    organization,
                    name,
                    code + "-" + (number + 1) + (made.size() + 1)));
          }
        });
    return new Place(organizations.getFirst(), seed.name(), owner, officer, made);
  }

  /** Tells of the organisation with its first object, and of each further object by itself. */
  private void tell(
      Seed seed,
      Place place,
      Passport passport,
      Variation variation,
      DemoWorld world,
      List<Event> events) {
    long shift = Math.max(0, ChronoUnit.DAYS.between(WRITTEN_FOR, world.today()));
    for (int i = 0; i < place.objects().size(); i++) {
      UUID object = place.objects().get(i);
      boolean whole = i == 0;
      List<Variation.Told> story =
          variation.story(
              passport.facts(),
              fact -> whole || FactStore.isOfObject(fact),
              seed.progress(),
              DAYS,
              shift,
              world.today());
      for (Variation.Told told : story) {
        events.add(
            new Event(
                moment(world, told.daysAgo(), place.objects().size() + i),
                () ->
                    place.asOwner(() -> assessments.record(place.viewer(), object, told.facts()))));
      }
    }
  }

  private Instant moment(DemoWorld world, int daysAgo, int later) {
    int jitter = world.random().nextInt(daysAgo > 30 ? 20 : 3);
    return world
        .today()
        .minusDays(daysAgo - Math.min(jitter, daysAgo - 1))
        .atTime(LocalTime.of(9 + later % 8, world.random().nextInt(60)))
        .atZone(clock.getZone())
        .toInstant();
  }

  private Person invited(String email, String name) {
    return new Person(accounts.create(email, name + " (пример)", false), email, name);
  }

  private Passport read(String name) {
    try {
      byte[] bytes = new ClassPathResource("demo/" + name + ".yaml").getContentAsByteArray();
      return PassportReader.read(book, new SourceFile(name + ".yaml", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number with a check digit that is right; of the next number when there is none. */
  static String valid(String bin) {
    long head = Long.parseLong(bin.substring(0, 11));
    while (true) {
      for (int check = 0; check < 10; check++) {
        String number = String.format(Locale.ROOT, "%011d%d", head, check);
        if (IdentificationNumber.isValid(number)) {
          return number;
        }
      }
      head++;
    }
  }
}
