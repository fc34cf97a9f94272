package kz.senim.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.assets.AssetEntry;
import kz.senim.server.assets.Assets;
import kz.senim.server.demo.DemoWorld.Place;
import kz.senim.server.documents.DocumentKinds;
import kz.senim.server.documents.Documents;
import kz.senim.server.risks.Concerns;
import kz.senim.server.risks.Measure;
import kz.senim.server.risks.Measures;
import kz.senim.server.risks.Risk;
import kz.senim.server.risks.RiskMethod;
import kz.senim.server.risks.Risks;
import kz.senim.server.staff.Staff;
import kz.senim.server.staff.Training;
import kz.senim.server.staff.Trainings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the security officers of the first invented organisations keep: staff, documents, assets,
 * risks. The others keep nothing yet, so that the pages which teach are there to be seen too.
 */
@Component
@Order(5)
class DemoOffice implements DemoPart {

  private static final int KEEP = 2;

  /** After the last thing that was told of the objects. */
  private static final Duration BACK = Duration.ofDays(3);

  private final Staff staff;
  private final Trainings trainings;
  private final Documents documents;
  private final DocumentKinds kinds;
  private final Assets assets;
  private final Risks risks;
  private final Concerns concerns;
  private final Measures measures;
  private final Clock clock;

  DemoOffice(
      Staff staff,
      Trainings trainings,
      Documents documents,
      DocumentKinds kinds,
      Assets assets,
      Risks risks,
      Concerns concerns,
      Measures measures,
      Clock clock) {
    this.staff = staff;
    this.trainings = trainings;
    this.documents = documents;
    this.kinds = kinds;
    this.assets = assets;
    this.risks = risks;
    this.concerns = concerns;
    this.measures = measures;
    this.clock = clock;
  }

  /**
   * @param course how many days ago their course ended; 0 without a course
   * @param left how many days ago they left, their access left open; 0 while they work
   */
  private record Somebody(String name, String post, String duty, int course, int left) {}

  private static final List<Somebody> STAFF =
      List.of(
          new Somebody("Ахметова А. (пример)", "Главный специалист по ИБ", "security", 240, 0),
          new Somebody("Иванов И. (пример)", "Специалист по ИБ", "security", 1200, 0),
          new Somebody("Жұмабаев Ж. (мысал)", "Жүйелік әкімші", "administrator", 90, 0),
          new Somebody("Ли В. (пример)", "Администратор баз данных", "administrator", 0, 0),
          new Somebody("Сейітова С. (мысал)", "Кадр бөлімінің басшысы", "personnel", 0, 0),
          new Somebody("Петров П. (пример)", "Оператор", "other", 0, 0),
          new Somebody("Ким К. (пример)", "Бывший администратор", "administrator", 0, 20));

  /**
   * @param worth 1 to 3; 0 while not classified
   * @param by who answers for it, by their place in {@link #STAFF}; less than 0 for nobody
   */
  private record Thing(String code, String name, String kind, int worth, boolean marked, int by) {}

  private static final List<Thing> ASSETS =
      List.of(
          new Thing("СР-01", "Сервер приложений (пример)", "hardware", 3, true, 2),
          new Thing("СР-02", "Сервер базы данных (пример)", "hardware", 3, true, 3),
          new Thing("СТ-01", "Межсетевой экран (пример)", "hardware", 3, true, 2),
          new Thing("РС-01", "Рабочие станции операторов (пример)", "hardware", 2, true, 2),
          new Thing("ПО-01", "Операционная система серверов (пример)", "software", 3, true, 2),
          new Thing("ПО-02", "Система управления базами данных (пример)", "software", 3, true, 3),
          new Thing("ПО-03", "Прикладное обеспечение (пример)", "software", 2, false, 2),
          new Thing("ПО-04", "Средство антивирусной защиты (пример)", "software", 2, true, 0),
          new Thing("ИР-01", "Сведения о получателях услуг (пример)", "data", 3, true, 3),
          new Thing("ИР-02", "Журналы событий (пример)", "data", 2, false, 1),
          new Thing("НС-01", "Носители резервных копий (пример)", "media", 3, true, -1),
          new Thing("УС-01", "Канал связи (пример)", "service", 0, false, -1));

  /**
   * @param rating likelihood and impact before and after treatment, each 1 to 5
   * @param concerns assets by their place in {@link #ASSETS}
   * @param due of the measure, in how many days
   */
  private record Danger(
      String title,
      String threat,
      List<Integer> rating,
      String treatment,
      List<Integer> concerns,
      @Nullable String measure,
      int due) {}

  private static final List<Danger> DANGERS =
      List.of(
          new Danger(
              "Утечка персональных данных (пример)",
              "Доступ посторонних к базе данных",
              List.of(3, 5, 1, 5),
              "reduce",
              List.of(1, 5, 8),
              "Контроль привилегированных учётных записей (пример)",
              45),
          new Danger(
              "Шифровальщик на рабочей станции (пример)",
              "Вредоносное вложение в письме",
              List.of(4, 4, 2, 3),
              "reduce",
              List.of(3, 7),
              "Запрет макросов и обучение операторов (пример)",
              -8),
          new Danger(
              "Отказ сервера приложений (пример)",
              "Износ оборудования",
              List.of(2, 4, 2, 2),
              "reduce",
              List.of(0, 4, 6),
              "Резервный сервер в другом помещении (пример)",
              120),
          new Danger(
              "Потеря канала связи (пример)",
              "Авария у оператора связи",
              List.of(3, 3, 3, 1),
              "transfer",
              List.of(11, 2),
              "Сроки восстановления в договоре с оператором (пример)",
              30),
          new Danger(
              "Случайное удаление записей (пример)",
              "Ошибка оператора",
              List.of(2, 2, 2, 2),
              "accept",
              List.of(9, 10),
              null,
              0));

  @Override
  public void fill(DemoWorld world) {
    for (int i = 0; i < KEEP; i++) {
      Place place = world.places().get(i);
      int number = i;
      DemoClock.at(
          clock.instant().minus(BACK).plus(Duration.ofHours(i)),
          () -> place.asOwner(() -> keep(place, number, world.today())));
    }
  }

  private void keep(Place place, int number, LocalDate today) {
    List<UUID> people = new ArrayList<>();
    for (Somebody one : STAFF) {
      people.add(somebody(place, one, today));
    }
    staff.setComplete(place.viewer(), place.organization(), true);
    papers(place, number, people, today);
    List<UUID> inventory = inventory(place);
    risks.setMethod(
        place.viewer(),
        place.organization(),
        new RiskMethod(
            "st-rk-31010-2020", true, true, 8, today.minusDays(100), "Приказ № 57 (пример)"));
    DANGERS.forEach(danger -> danger(place, danger, inventory, today));
  }

  private UUID somebody(Place place, Somebody one, LocalDate today) {
    LocalDate left = one.left() == 0 ? null : today.minusDays(one.left());
    UUID id =
        staff.add(
            place.viewer(),
            place.organization(),
            new Staff.Entry(one.name(), one.post(), one.duty(), today.minusYears(4), left, null));
    if (one.course() > 0) {
      LocalDate finished = today.minusDays(one.course());
      trainings.add(
          place.viewer(),
          staff.member(place.viewer(), id, today),
          new Training(
              UUID.randomUUID(),
              "security-course",
              "Курс по информационной безопасности (пример)",
              finished,
              "ИБ-" + finished.getYear() + " (пример)"));
    }
    return id;
  }

  /** Most of what the law names; one long not reviewed, some not approved, some in one language. */
  private void papers(Place place, int number, List<UUID> people, LocalDate today) {
    int at = number;
    for (DocumentKinds.Kind kind : kinds.all()) {
      at++;
      if (at % 7 == 0) {
        continue;
      }
      boolean approved = at % 5 != 0;
      UUID id =
          documents.add(
              place.viewer(),
              place.organization(),
              new Documents.Entry(
                  kind.level(),
                  kind.option(),
                  kind.name().ru() + " (пример)",
                  STAFF.getFirst().name(),
                  approved ? today.minusDays(at == 4 ? 1200 : 60 + at * 11L) : null,
                  approved ? "Приказ № " + (100 + at) + " (пример)" : null,
                  at % 6 != 0,
                  true,
                  kind.level() == 1
                      ? List.of("goals", "objectives", "principles", "practices")
                      : List.of(),
                  "Система электронного документооборота (пример)"));
      if (kind.level() == 1 || kind.option().equals("user-instruction")) {
        documents.acquaint(
            place.viewer(),
            documents.document(place.viewer(), id, today),
            people.subList(0, people.size() - 2),
            today.minusDays(30));
      }
    }
  }

  /** The ids in the order of {@link #ASSETS}. */
  private List<UUID> inventory(Place place) {
    List<UUID> ids = new ArrayList<>();
    for (Thing thing : ASSETS) {
      Integer worth = thing.worth() == 0 ? null : thing.worth();
      Somebody by = thing.by() < 0 ? null : STAFF.get(thing.by());
      ids.add(
          assets.add(
              place.viewer(),
              place.organization(),
              new AssetEntry(
                  0,
                  thing.code(),
                  thing.name(),
                  thing.kind(),
                  null,
                  null,
                  "Серверная (пример)",
                  place.objects().getFirst(),
                  worth,
                  worth,
                  worth,
                  thing.marked() ? thing.code() : null,
                  by == null ? null : by.name(),
                  by == null ? null : "Исправность и учёт (пример)")));
    }
    return ids;
  }

  private void danger(Place place, Danger danger, List<UUID> inventory, LocalDate today) {
    UUID id =
        risks.add(
            place.viewer(),
            place.organization(),
            new Risks.Entry(
                danger.title(),
                danger.threat(),
                null,
                null,
                null,
                null,
                danger.rating().get(0),
                danger.rating().get(1),
                danger.treatment(),
                danger.treatment().equals("accept") ? "Ущерб мал (пример)" : null,
                danger.rating().get(2),
                danger.rating().get(3),
                STAFF.getFirst().name(),
                today.plusDays(200)));
    Risk risk = risks.risk(place.viewer(), id, today);
    concerns.add(place.viewer(), risk, danger.concerns().stream().map(inventory::get).toList());
    if (danger.measure() != null) {
      measures.add(
          place.viewer(),
          risk,
          new Measure(
              UUID.randomUUID(),
              danger.measure(),
              null,
              STAFF.getFirst().name(),
              today.plusDays(danger.due()),
              null));
    }
  }
}
