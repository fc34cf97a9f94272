package kz.senim.server.demo;

import java.util.List;

/** The people and organisations that are invented. */
final class DemoPeople {

  static final List<Lead> LEADS =
      List.of(
          new Lead("admin@example.kz", "Администратор (пример)", DemoSay.ADMINISTRATOR),
          new Lead("officer@example.kz", "Офицер ИБ группы (пример)", DemoSay.OFFICER_OF_ALL),
          new Lead("auditor@example.kz", "Аудитор (пример)", DemoSay.AUDITOR_OF_ALL),
          new Lead("owner@example.kz", "Владелец системы (пример)", DemoSay.OWNER_OF_ONE),
          new Lead("security@example.kz", "Офицер ИБ (пример)", DemoSay.OFFICER_OF_ONE));

  /**
   * The organisations.
   *
   * <p>{@code progress} is how much of what is asked each has put in order by today, from 0 to 1.
   */
  static final List<Seed> SEEDS =
      List.of(
          new Seed(
              "Министерство социальных программ (пример)",
              "940140000385",
              "state-system-class-1",
              .95,
              "Серік Ахметов",
              List.of(
                  "Единый реестр получателей социальной поддержки",
                  "Портал социальных услуг",
                  "Система учёта выплат")),
          new Seed(
              "Акимат Сарыбулакской области (пример)",
              "950240000478",
              "regional-internet-resource",
              .8,
              "Айгуль Нурланова",
              List.of(
                  "Портал обращений граждан",
                  "Официальный сайт акимата",
                  "Карта земельных участков")),
          new Seed(
              "ТОО «Сеть частных клиник» (пример)",
              "971240001315",
              "clinic-chain",
              .85,
              "Марат Ибраев",
              List.of("Медицинская информационная система сети клиник", "Личный кабинет пациента")),
          new Seed(
              "АО «Региональная электросетевая компания» (пример)",
              "250140000409",
              "critical-operator",
              .9,
              "Олег Ковалёв",
              List.of(
                  "Автоматизированная система диспетчерского управления электрическими сетями",
                  "Учёт электроэнергии",
                  "Портал потребителя")),
          new Seed(
              "Жаңасу қаласының әкімдігі (мысал)",
              "030540001236",
              "regional-internet-resource",
              .55,
              "Динара Сейтқали",
              List.of("Қала порталы", "Балабақша кезегі", "Коммуналдық қызметтер картасы")),
          new Seed(
              "Комитет архивов (пример)",
              "080340002459",
              "state-system-class-1",
              .6,
              "Гульнара Оспанова",
              List.of("Электронный архив документов", "Портал запросов архива")),
          new Seed(
              "ГКП «Көксу су арнасы» (пример)",
              "121040003672",
              "critical-operator",
              .45,
              "Ерлан Тулегенов",
              List.of("Диспетчеризация водоснабжения", "Расчёты с абонентами")),
          new Seed(
              "ТОО «Лаборатория Диагност» (пример)",
              "160840004885",
              "clinic-chain",
              .7,
              "Жанна Ким",
              List.of("Лабораторная информационная система", "Выдача результатов онлайн")),
          new Seed(
              "Областная детская больница (пример)",
              "050940005098",
              "clinic-chain",
              .35,
              "Бауыржан Касенов",
              List.of("Больничная информационная система", "Электронная очередь")),
          new Seed(
              "Департамент транспорта города (пример)",
              "101140006201",
              "regional-internet-resource",
              .5,
              "Наталья Шевченко",
              List.of("Оплата проезда", "Портал перевозчиков", "Расписание и табло")));

  private DemoPeople() {}

  /** Somebody whom the visitor can be. */
  record Lead(String email, String name, DemoSay what) {

    boolean administrator() {
      return what == DemoSay.ADMINISTRATOR;
    }
  }

  /**
   * An organisation to be made.
   *
   * @param bin eleven digits count; the twelfth is put right
   * @param passport the example that its objects are variations of
   * @param owner the name of who answers for its systems
   */
  record Seed(
      String name,
      String bin,
      String passport,
      double progress,
      String owner,
      List<String> objects) {}
}
