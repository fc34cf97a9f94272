package kz.senim.server.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Many organisations: what the demonstration made, copied by SQL with its facts and its standings
 * of a year. One person sees all of them; each of others sees a part.
 */
final class LoadWorld {

  static final String EVERYWHERE = "load@example.kz";
  static final String PASSWORD = "a password for the load";
  static final byte[] SECRET = new byte[20];

  private static final int ORGANIZATIONS = 2_000;
  private static final String FACT =
      "fact, value, source, told_by, signed_by, observed, valid_from, valid_until, reference,"
          + " recorded_at";

  static {
    new Random(1).nextBytes(SECRET);
  }

  private final Connection db;

  LoadWorld(Connection db) {
    this.db = db;
  }

  /** The person who sees a part, by number. */
  static String email(int person) {
    return "load-" + person + "@example.kz";
  }

  boolean isThere() throws SQLException {
    return one("select count(*) from accounts where email = '" + EVERYWHERE + "'") > 0;
  }

  /** Waits until the server has counted all objects for the day. */
  void awaitRound() throws SQLException, InterruptedException {
    long began = System.nanoTime();
    while (one("select count(*) from notice_rounds") == 0) {
      Thread.sleep(1000);
    }
    System.out.printf(
        "the round was through after %,d s%n", (System.nanoTime() - began) / 1_000_000_000L);
  }

  /** It is filled after the first page; and done when nothing has been added for some seconds. */
  private void awaitDemonstration() throws SQLException, InterruptedException {
    long before = -1;
    for (long now = 0; now == 0 || now > before; ) {
      before = now;
      Thread.sleep(10_000);
      now =
          one(
              "select (select count(*) from fact_records) + (select count(*) from object_standings)");
    }
  }

  /** Objects of the first organisations that the person may read. */
  List<UUID[]> objects(String email) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement(
            """
            select o.organization_id, o.id from objects o
            join memberships m on m.organization_id = o.organization_id
            join accounts a on a.id = m.account_id
            where a.email = ? order by o.name, o.id limit 100
            """)) {
      sql.setString(1, email);
      List<UUID[]> all = new ArrayList<>();
      try (var rows = sql.executeQuery()) {
        while (rows.next()) {
          all.add(new UUID[] {rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)});
        }
      }
      return all;
    }
  }

  /**
   * Fills the database.
   *
   * @param people among whom the organisations are dealt out
   */
  void make(int objectsEach, int people) throws SQLException, InterruptedException {
    awaitDemonstration();
    String hash = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
    UUID everywhere = account(EVERYWHERE, hash);
    List<UUID> parts = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      parts.add(account(email(i), hash));
    }
    organizations(everywhere, parts);
    objects(everywhere, objectsEach);
    run("drop table template, copy, object_copy");
    run("delete from notice_rounds"); // the next start counts what is due
    run("vacuum analyze");
    System.out.printf(
        "%,d organisations, %,d objects, %,d facts%n",
        one("select count(*) from organizations"),
        one("select count(*) from objects"),
        one("select count(*) from fact_records"));
  }

  private UUID account(String email, String hash) throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement insert =
        db.prepareStatement(
            "insert into accounts (id, email, name, password_hash, totp_secret, created_at)"
                + " values (?, ?, 'Load', ?, ?, now())")) {
      insert.setObject(1, id);
      insert.setString(2, email);
      insert.setString(3, hash);
      insert.setBytes(4, SECRET);
      insert.executeUpdate();
    }
    return id;
  }

  private void organizations(UUID everywhere, List<UUID> parts) throws SQLException {
    run(
        """
        create table template as
        select o.id, o.organization_id, row_number() over (order by o.id) - 1 as n from objects o
        where exists (select 1 from object_standings s where s.object_id = o.id) order by o.id limit 4
        """);
    run(
        "create table copy as select gen_random_uuid() as organization, g as n from"
            + " generate_series(1, "
            + ORGANIZATIONS
            + ") g");
    run(
        "insert into organizations (id, name, created_at, created_by)"
            + " select organization, 'Organisation ' || n, now(), '"
            + everywhere
            + "' from copy");
    run(member(everywhere, "true"));
    for (int i = 0; i < parts.size(); i++) {
      run(member(parts.get(i), "n % " + parts.size() + " = " + i));
    }
  }

  private static String member(UUID account, String where) {
    return "insert into memberships (account_id, organization_id, role) select '"
        + account
        + "', organization, 'security-officer' from copy where "
        + where;
  }

  private void objects(UUID everywhere, int each) throws SQLException {
    run(
        """
        create table object_copy as
        select gen_random_uuid() as id, c.organization, c.n, k, t.id as template, t.organization_id as of
        from copy c cross join generate_series(1, %d) k
        join template t on t.n = c.n %% (select count(*) from template)
        """
            .formatted(each));
    run(
        """
        insert into objects (id, organization_id, name, created_at, created_by)
        select id, organization, 'Object ' || n || '-' || k, now(), '%s' from object_copy
        """
            .formatted(everywhere));
    String copied = "f." + FACT.replace(", ", ", f.");
    run(
        """
        insert into fact_records (organization_id, object_id, recorded_by, %s)
        select c.organization, null, '%s', %s
        from (select distinct organization, of from object_copy) c
        join fact_records f on f.organization_id = c.of and f.object_id is null
        """
            .formatted(FACT, everywhere, copied));
    run(
        """
        insert into fact_records (organization_id, object_id, recorded_by, %s)
        select c.organization, c.id, '%s', %s
        from object_copy c join fact_records f on f.object_id = c.template
        """
            .formatted(FACT, everywhere, copied));
    kept();
    run(
        """
        insert into remedies (id, organization_id, object_id, requirement, task, owner_id, due, status, created_at)
        select gen_random_uuid(), organization, id, 'ur-38-4-retention', 'Keep the logs of object ' || n || '-' || k,
               '%s', current_date + (n %% 90)::int, 'open', now()
        from object_copy
        """
            .formatted(everywhere));
  }

  /** What is kept of the templates, so that nothing needs to be counted anew. */
  private void kept() throws SQLException {
    run(
        """
        insert into object_standings
          (object_id, day, book, met, not_met, undecided, not_applicable, high_not_met, next_due, sections)
        select c.id, s.day, s.book, s.met, s.not_met, s.undecided, s.not_applicable, s.high_not_met,
               s.next_due, s.sections
        from object_copy c join object_standings s on s.object_id = c.template
        """);
    run(
        """
        insert into organization_standings
        select c.organization, s.day, s.objects, s.met, s.not_met, s.undecided, s.high_not_met, s.next_due
        from (select distinct organization, of from object_copy) c
        join organization_standings s on s.organization_id = c.of
        """);
    run(
        """
        insert into organization_sections
        select c.organization, s.section, s.met, s.not_met, s.undecided
        from (select distinct organization, of from object_copy) c
        join organization_sections s on s.organization_id = c.of
        """);
  }

  private void run(String statement) throws SQLException {
    try (Statement sql = db.createStatement()) {
      sql.execute(statement);
    }
  }

  private long one(String query) throws SQLException {
    try (Statement sql = db.createStatement();
        var row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
