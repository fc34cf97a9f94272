package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.staff.KnownDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which documents people know. */
@Component
@Transactional(readOnly = true)
class Acquaintances implements KnownDocuments {

  /** Documents that exist on the day: approved by then, or entered by then without an approval. */
  private static final String EXISTING =
      """
      with existing as (
        select id, kind from security_documents
        where organization_id = :organization
          and coalesce(approved_on, (created_at at time zone 'Asia/Almaty')::date) <= :day
          and (archived_at is null or (archived_at at time zone 'Asia/Almaty')::date > :day)),
      known as (
        select m.id, count(*) as documents, count(*) filter (where e.kind = :instruction) as instruction
        from staff_members m
        join document_acquaintances a on a.member_id = m.id and a.acquainted <= :day
        join existing e on e.id = a.document_id
        where m.organization_id = :organization and m.archived_at is null
          and (m.joined_on is null or m.joined_on <= :day) and (m.left_on is null or m.left_on >= :day)
        group by m.id)
      """;

  private final JdbcClient db;

  Acquaintances(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Known> of(UUID member) {
    return db.sql(
            """
            select d.id, d.title, a.acquainted from document_acquaintances a
            join security_documents d on d.id = a.document_id
            where a.member_id = ? and d.archived_at is null order by d.level, d.title
            """)
        .param(member)
        .query(
            (row, _) ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getString("title"),
                    row.getObject("acquainted", LocalDate.class)))
        .list();
  }

  @Override
  public Map<UUID, Integer> known(UUID organization, LocalDate day) {
    Map<UUID, Integer> found = new HashMap<>();
    statement("select id, documents from known", organization, day)
        .query((row, _) -> found.put(row.getObject("id", UUID.class), row.getInt("documents")))
        .list();
    return found;
  }

  @Override
  public Counts count(UUID organization, LocalDate day) {
    return statement(
            """
            select n.documents, (select count(*) from known k where k.documents = n.documents) as knowing,
                   (select count(*) from known k where k.instruction > 0) as instructed
            from (select count(*) as documents from existing) n
            """,
            organization,
            day)
        .query(
            (row, _) ->
                new Counts(
                    row.getInt("knowing"), row.getInt("instructed"), row.getInt("documents")))
        .single();
  }

  private JdbcClient.StatementSpec statement(String sql, UUID organization, LocalDate day) {
    return db.sql(EXISTING + sql)
        .param("organization", organization)
        .param("day", day)
        .param("instruction", DocumentKinds.INSTRUCTION);
  }
}
