package kz.senim.server.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is what where: people of an organisation, organisations of a person. */
@Component
@Transactional(readOnly = true)
class Members {

  private static final String PLACES =
      """
      select o.id, o.name, o.bin, o.archived_at is not null as archived, o.archived_reason,
             (select count(distinct m.account_id) from memberships m where m.organization_id = o.id) as people
      from organizations o
      """;
  private static final RowMapper<Place> PLACE =
      (row, _) ->
          new Place(
              row.getObject("id", UUID.class),
              row.getString("name"),
              row.getString("bin"),
              row.getBoolean("archived"),
              row.getString("archived_reason"),
              row.getInt("people"));

  private final JdbcClient db;

  Members(JdbcClient db) {
    this.db = db;
  }

  /**
   * An organisation, without anything of what it keeps in Senim.
   *
   * @param reason why it was put away; null when it was not
   */
  public record Place(
      UUID id,
      String name,
      @Nullable String bin,
      boolean archived,
      @Nullable String reason,
      int people) {}

  /** A person of an organisation. */
  public record Member(
      UUID account, String name, String email, boolean disabled, List<Role> roles) {}

  /** What a person is in an organisation. */
  public record Membership(Place organization, List<Role> roles) {}

  Optional<Place> place(UUID id) {
    return db.sql(PLACES + "where o.id = ?").param(id).query(PLACE).optional();
  }

  /**
   * Organisations by name.
   *
   * @param words part of a name or a whole identification number; empty for all
   */
  List<Place> places(String words, @Nullable UUID after, int most) {
    return db.sql(
            PLACES
                + """
                where (:words = '' or o.bin = :words or o.name ilike :like)
                  and (cast(:after as uuid) is null
                       or (o.name, o.id) > (select b.name, b.id from organizations b where b.id = :after))
                order by o.name, o.id limit :most
                """)
        .param("words", words)
        .param("like", Accounts.like(words))
        .param("after", after)
        .param("most", most)
        .query(PLACE)
        .list();
  }

  /** The people of an organisation by name. One statement. */
  List<Member> of(UUID organization) {
    Map<UUID, Member> people = new LinkedHashMap<>();
    db.sql(
            """
            select a.id, a.name, a.email, a.disabled_at is not null as disabled, m.role
            from memberships m join accounts a on a.id = m.account_id
            where m.organization_id = ?
            order by a.name, a.id, m.role
            """)
        .param(organization)
        .query(
            (row, _) ->
                new Member(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("email"),
                    row.getBoolean("disabled"),
                    new ArrayList<>(List.of(Role.of(row.getString("role"))))))
        .list()
        .forEach(
            member ->
                people.merge(
                    member.account(),
                    member,
                    (known, more) -> {
                      known.roles().addAll(more.roles());
                      return known;
                    }));
    return List.copyOf(people.values());
  }

  /** The organisations of a person by name. One statement. */
  List<Membership> of(Account account) {
    Map<UUID, Membership> places = new LinkedHashMap<>();
    db.sql(
            """
            select o.id, o.name, o.bin, o.archived_at is not null as archived, o.archived_reason, 0 as people, m.role
            from memberships m join organizations o on o.id = m.organization_id
            where m.account_id = ?
            order by o.name, o.id, m.role
            """)
        .param(account.id())
        .query(
            (row, number) -> {
              Place place = PLACE.mapRow(row, number);
              if (place != null) {
                places
                    .computeIfAbsent(place.id(), _ -> new Membership(place, new ArrayList<>()))
                    .roles()
                    .add(Role.of(row.getString("role")));
              }
              return 0;
            })
        .list();
    return List.copyOf(places.values());
  }

  /** The names of the organisations in which the account has a role, whoever asks. */
  List<String> names(UUID account) {
    return Scope.system(
        () ->
            db.sql(
                    """
                    select distinct o.name from memberships m join organizations o on o.id = m.organization_id
                    where m.account_id = ?
                    """)
                .param(account)
                .query(String.class)
                .list());
  }

  /**
   * The organisation of the account in which most others have a say in who is who; empty when it
   * has none.
   *
   * @param asker who is not one of those others
   */
  Optional<UUID> speaker(UUID account, UUID asker) {
    return db.sql(
            """
            select m.organization_id
            from memberships m join organizations o on o.id = m.organization_id and o.archived_at is null
            left join (memberships w join accounts a on a.id = w.account_id and a.disabled_at is null
                       and (a.password_hash is not null or a.last_sign_in is not null))
              on w.organization_id = m.organization_id and w.role <> 'auditor'
                and w.account_id <> :account and w.account_id <> :asker
            where m.account_id = :account
            group by m.organization_id
            order by count(distinct w.account_id) desc, m.organization_id limit 1
            """)
        .param("account", account)
        .param("asker", asker)
        .query((row, _) -> row.getObject("organization_id", UUID.class))
        .optional();
  }

  /** In how many organisations each account has a role. One statement. */
  Map<UUID, Integer> organizations(List<UUID> accounts) {
    Map<UUID, Integer> counts = new LinkedHashMap<>();
    if (!accounts.isEmpty()) {
      db.sql(
              """
              select account_id, count(distinct organization_id) as n from memberships
              where account_id in (:accounts) group by account_id
              """)
          .param("accounts", accounts)
          .query((row, _) -> counts.put(row.getObject("account_id", UUID.class), row.getInt("n")))
          .list();
    }
    return counts;
  }
}
