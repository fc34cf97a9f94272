package kz.senim.server.walls;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The two roles at the database: the owner of the tables, who migrates them, and the application's
 * own, which only works with rows and cannot go round row-level security.
 *
 * @param owner of the tables
 * @param app the application's own
 */
public record DatabaseRoles(DatabaseLogin owner, DatabaseLogin app) {

  /** The oldest PostgreSQL that will do, as it numbers itself. */
  private static final int OLDEST = 150_000;

  private static final String EMBEDDED_APP = "senim_app";

  /** A database or a role that cannot be worked with; the message says why, and what to do. */
  public static final class Unfit extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final transient Message reason;

    Unfit(Message reason) {
      super(reason.toString());
      this.reason = reason;
    }

    public Message reason() {
      return reason;
    }
  }

  /** Of a PostgreSQL of our own: the application's role is made, or its password put right. */
  public static DatabaseRoles embedded(DatabaseLogin owner) {
    return made(owner, owner.derived(EMBEDDED_APP));
  }

  /**
   * Of a PostgreSQL that is named. Whoever gives one login only gives the owner's: then the
   * application's role is made with it.
   *
   * @param owner null when only one login was given
   * @throws Unfit when the application's role could go round the walls
   */
  public static DatabaseRoles external(DatabaseLogin login, @Nullable DatabaseLogin owner) {
    if (owner != null) {
      DatabaseRoles roles = new DatabaseRoles(owner, login);
      mustSignIn(owner, "senim.db-owner-user, senim.db-owner-password");
      mustSignIn(login, "senim.db-user, senim.db-password");
      roles.mustBeFit();
      return roles;
    }
    mustSignIn(login, "senim.db-user, senim.db-password");
    JdbcClient db = JdbcClient.create(source(login));
    boolean makesRoles =
        db.sql("select rolsuper or rolcreaterole from pg_roles where rolname = current_user")
            .query(Boolean.class)
            .single();
    if (!makesRoles || login.password().isEmpty()) {
      throw unfit(login.user(), List.of(RoleSay.ONLY_LOGIN.with()));
    }
    String database = db.sql("select current_database()").query(String.class).single();
    return made(login, login.stretched(database + "_app"));
  }

  /**
   * @throws Unfit when the database does not let it in
   * @throws CannotGetJdbcConnectionException when it does not answer
   */
  private static void mustSignIn(DatabaseLogin login, String settings) {
    try {
      int version =
          JdbcClient.create(source(login))
              .sql("select current_setting('server_version_num')::int")
              .query(Integer.class)
              .single();
      if (version < OLDEST) {
        throw new Unfit(RoleSay.TOO_OLD.with(version / 10_000, OLDEST / 10_000));
      }
    } catch (CannotGetJdbcConnectionException e) {
      if (e.getCause() instanceof SQLException cause && !isSilence(cause)) {
        throw new Unfit(RoleSay.LETS_NOBODY_IN.with(String.valueOf(cause.getMessage()), settings));
      }
      throw e;
    }
  }

  /** Of states: 08, no connection; 57P, it starts or stops; 53, it has no room. */
  private static boolean isSilence(SQLException failure) {
    return String.valueOf(failure.getSQLState()).matches("(08|57P|53).*");
  }

  private static DatabaseRoles made(DatabaseLogin owner, DatabaseLogin app) {
    DatabaseRoles roles = new DatabaseRoles(owner, app);
    String role = app.user();
    JdbcClient db = JdbcClient.create(roles.ownerSource());
    // Two servers may start at once.
    db.sql(
            """
            do $$ begin
              perform pg_advisory_xact_lock(hashtext('senim roles'));
              if not exists (select from pg_roles where rolname = '%1$s') then
                create role "%2$s" login;
              end if;
              alter role "%2$s" password '%3$s';
            end $$
            """
                .formatted(
                    role.replace("'", "''"), role.replace("\"", "\"\""), roles.app().password()))
        .update();
    roles.mustBeFit();
    return roles;
  }

  /** The owner's connections, each opened anew: they are few. */
  public DataSource ownerSource() {
    return source(owner);
  }

  /** What scopes are signed with; the tables must be there. */
  public byte[] key() {
    return JdbcClient.create(ownerSource())
        .sql("select key from wall_key")
        .query(byte[].class)
        .single();
  }

  private static DataSource source(DatabaseLogin login) {
    return new DriverManagerDataSource(login.url(), login.user(), login.password());
  }

  /**
   * @throws Unfit when the application's role could go round the walls, or cannot sign in
   */
  private void mustBeFit() {
    List<Message> faults = new ArrayList<>();
    JdbcClient db = JdbcClient.create(source(app));
    try {
      db.sql(
              """
              select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
                     exists (select from pg_shdepend d where d.refclassid = 'pg_authid'::regclass
                               and d.refobjid = r.oid and d.deptype = 'o') as owns,
                     exists (select from pg_auth_members m where m.member = r.oid) as member
              from pg_roles r where r.rolname = session_user
              """)
          .query(
              (row, _) -> {
                add(faults, row.getBoolean("rolsuper"), RoleSay.SUPERUSER);
                add(faults, row.getBoolean("rolbypassrls"), RoleSay.BYPASSRLS);
                add(faults, row.getBoolean("rolcreaterole"), RoleSay.CREATEROLE);
                add(faults, row.getBoolean("owns"), RoleSay.OWNS);
                add(faults, row.getBoolean("member"), RoleSay.MEMBER);
                return 0;
              })
          .single();
    } catch (CannotGetJdbcConnectionException e) {
      throw new IllegalStateException("the role " + app + " cannot sign in: " + e.getMessage(), e);
    }
    if (!faults.isEmpty()) {
      throw unfit(app.user(), faults);
    }
  }

  private static void add(List<Message> faults, boolean is, RoleSay fault) {
    if (is) {
      faults.add(fault.with());
    }
  }

  private static Unfit unfit(String user, List<Message> faults) {
    return new Unfit(RoleSay.UNFIT.with(user, faults, TWO_ROLES));
  }

  private static final String TWO_ROLES =
      """
        create role senim_owner login password '…';
        create role senim_app login password '…' nosuperuser nobypassrls nocreaterole;
        create database senim owner senim_owner;          (or: alter database … owner to senim_owner)\
      """;
}
