package kz.senim.server.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.FactStore;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out what taking over passports will change, each after those before it. Two statements,
 * however many there are.
 */
@Component
class Planner {

  /** Stands for an object that does not exist yet: it knows what its organisation knows. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final LawBook book;
  private final FactStore facts;
  private final kz.senim.server.objects.Objects objects;
  private final IcuMessages messages;
  private final Clock clock;

  Planner(
      LawBook book,
      FactStore facts,
      kz.senim.server.objects.Objects objects,
      IcuMessages messages,
      Clock clock) {
    this.book = book;
    this.facts = facts;
    this.objects = objects;
    this.messages = messages;
    this.clock = clock;
  }

  List<Planned> plan(Organization organization, List<Told> told, Lang lang) {
    List<InformatizationObject> all = objects.list(organization.id());
    List<UUID> wanted = new ArrayList<>(List.of(NOBODY));
    for (Told one : told) {
      InformatizationObject object = find(one.passport(), all);
      if (object != null) {
        wanted.add(object.id());
      }
    }
    Map<UUID, Facts> known = facts.loadAll(organization.id(), wanted, LocalDate.now(clock));
    Map<String, Map<Integer, FactValue>> own = new HashMap<>();
    Map<Integer, FactValue> shared = new HashMap<>();
    List<Planned> planned = new ArrayList<>();
    for (Told one : told) {
      Passport passport = one.passport();
      if (passport == null) {
        planned.add(new Planned(one, null, List.of(), 0, null, ""));
        continue;
      }
      InformatizationObject object = find(passport, all);
      Facts base = known.getOrDefault(object == null ? NOBODY : object.id(), Facts.none(book));
      String key = object != null ? object.id().toString() : "new " + key(passport);
      planned.add(
          one(
              organization,
              one,
              passport,
              object,
              base,
              own.computeIfAbsent(key, _ -> new HashMap<>()),
              shared,
              lang));
    }
    return planned;
  }

  /** By its own identifier when it has one, else by its name. */
  private static @Nullable InformatizationObject find(
      @Nullable Passport passport, List<InformatizationObject> all) {
    if (passport == null) {
      return null;
    }
    return all.stream()
        .filter(
            object ->
                passport.id() == null
                    ? passport.name().strip().equals(object.name())
                    : passport.id().equals(object.code()))
        .findFirst()
        .orElse(null);
  }

  private static String key(Passport passport) {
    return passport.id() == null ? passport.name().strip() : "id " + passport.id();
  }

  private Planned one(
      Organization organization,
      Told told,
      Passport passport,
      @Nullable InformatizationObject object,
      Facts base,
      Map<Integer, FactValue> own,
      Map<Integer, FactValue> shared,
      Lang lang) {
    List<Planned.Change> changes = new ArrayList<>();
    Facts.Builder difference = new Facts.Builder(book);
    int same = 0;
    for (int i = 0; i < book.facts().size(); i++) {
      FactValue after = passport.facts().find(i);
      if (after == null) {
        continue;
      }
      Fact fact = book.facts().get(i);
      boolean ofAll = !FactStore.isOfObject(fact);
      Map<Integer, FactValue> earlier = ofAll ? shared : own;
      FactValue before = earlier.containsKey(i) ? earlier.get(i) : base.find(i);
      if (Objects.equals(before, after)) {
        same++;
        continue;
      }
      earlier.put(i, after);
      difference.put(i, after);
      changes.add(
          new Planned.Change(
              fact.ask().in(lang),
              ofAll,
              before == null ? "" : ValueText.of(fact, before.value(), lang),
              ValueText.of(fact, after.value(), lang),
              messages.get(lang, "source." + after.source().word()),
              before == null));
    }
    String bin = passport.bin();
    boolean elsewhere = bin != null && !bin.equals(organization.bin());
    return new Planned(
        told,
        object,
        changes,
        same,
        new Passport(
            passport.name(),
            passport.id(),
            passport.organization(),
            passport.bin(),
            difference.build()),
        elsewhere ? passport.organization() + " (" + bin + ")" : "");
  }
}
