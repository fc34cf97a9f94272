package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Lang;
import kz.senim.server.search.Searchable;
import kz.senim.server.search.Words;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds organisations, objects and what was told of them. */
@Component
@Order(1)
class ObjectSearch implements Searchable {

  private final JdbcClient db;
  private final LawBook book;

  ObjectSearch(JdbcClient db, LawBook book) {
    this.db = db;
    this.book = book;
  }

  @Override
  public List<Group> find(Viewer viewer, Words words, Lang lang, int most) {
    Set<UUID> theirs = viewer.roles().keySet();
    if (theirs.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Group("objects.search.organizations", organizations(theirs, words, most)),
        new Group("objects.search.objects", objects(theirs, words, most)),
        new Group("objects.search.facts", facts(theirs, words, lang, most)));
  }

  private List<Found> organizations(Set<UUID> theirs, Words words, int most) {
    return db
        .sql(
            """
            select id, name, coalesce(bin, '') as bin from organizations
            where id in (:ids) and archived_at is null
              and lower((name || ' ' || coalesce(bin, '')) collate pg_c_utf8) like all (:patterns)
            order by name, id
            """)
        .param("ids", theirs)
        .param("patterns", words.patterns())
        .query(
            (row, _) ->
                new Found(
                    row.getString("name"),
                    row.getString("bin"),
                    "/organizations/" + row.getString("id")))
        .list()
        .stream()
        .filter(found -> words.in(found.title() + " " + found.detail()))
        .limit(most)
        .toList();
  }

  private List<Found> objects(Set<UUID> theirs, Words words, int most) {
    return db
        .sql(
            """
            select o.id, o.name, coalesce(o.code, '') as code, g.name as organization
            from objects o join organizations g on g.id = o.organization_id
            where o.organization_id in (:ids) and o.archived_at is null
              and lower((o.name || ' ' || coalesce(o.code, '')) collate pg_c_utf8) like all (:patterns)
            order by o.name, o.id limit 1000
            """)
        .param("ids", theirs)
        .param("patterns", words.patterns())
        .query(
            (row, _) ->
                new Found(
                    row.getString("name"),
                    row.getString("code").isEmpty()
                        ? row.getString("organization")
                        : row.getString("code") + " · " + row.getString("organization"),
                    "/objects/" + row.getString("id")))
        .list()
        .stream()
        .filter(found -> words.in(found.title() + " " + found.detail()))
        .limit(most)
        .toList();
  }

  private record Told(String fact, @Nullable String value, String of, @Nullable UUID shownAt) {}

  /** Facts whose question, or whose value in words, has the words. */
  private List<Found> facts(Set<UUID> theirs, Words words, Lang lang, int most) {
    Map<String, Fact> asked = new HashMap<>();
    for (Fact fact : book.facts()) {
      if (words.in(fact.ask().in(lang))) {
        asked.put(fact.id(), fact);
      }
    }
    List<String> texts =
        book.facts().stream().filter(fact -> fact.type() == Type.TEXT).map(Fact::id).toList();
    List<String> either = new ArrayList<>(asked.keySet());
    either.add(""); // a list is never empty
    List<Told> told =
        db.sql(
                """
                select f.fact, f.value, coalesce(o.name, g.name) as of,
                       coalesce(f.object_id, (select x.id from objects x
                                              where x.organization_id = f.organization_id
                                                and x.archived_at is null
                                              order by x.name, x.id limit 1)) as shown_at
                from (select distinct on (organization_id, object_id, fact) *
                      from fact_records
                      where organization_id in (:ids) and (fact in (:asked) or fact in (:texts))
                      order by organization_id, object_id, fact, id desc) f
                join organizations g on g.id = f.organization_id and g.archived_at is null
                left join objects o on o.id = f.object_id
                where f.value is not null and o.archived_at is null
                  and (f.fact in (:asked) or lower(f.value collate pg_c_utf8) like all (:patterns))
                order by f.id desc limit :most
                """)
            .param("ids", theirs)
            .param("asked", either)
            .param("texts", texts.isEmpty() ? List.of("") : texts)
            .param("patterns", words.patterns())
            .param("most", 2 * most)
            .query(
                (row, _) ->
                    new Told(
                        row.getString("fact"),
                        row.getString("value"),
                        row.getString("of"),
                        row.getObject("shown_at", UUID.class)))
            .list();
    List<Found> found = new ArrayList<>();
    for (Told one : told) {
      int index = book.factIndex(one.fact());
      String value = one.value();
      if (index < 0 || value == null || one.shownAt() == null || found.size() == most) {
        continue;
      }
      Fact fact = book.facts().get(index);
      String text;
      try {
        text = ValueText.of(fact, FactText.read(fact, value), lang);
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        continue; // no value of this law book any more
      }
      if (asked.containsKey(fact.id()) || words.in(text)) {
        found.add(
            new Found(
                fact.ask().in(lang),
                text + " · " + one.of(),
                "/objects/" + one.shownAt() + "/facts/" + fact.id()));
      }
    }
    return found;
  }
}
