package kz.senim.server.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kz.senim.core.explain.ValueText;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.rule.Type;
import kz.senim.core.text.Lang;
import kz.senim.server.search.Searchable;
import kz.senim.server.search.TextIndex;
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
  private final Map<Lang, TextIndex> questions = new ConcurrentHashMap<>();

  ObjectSearch(JdbcClient db, LawBook book) {
    this.db = db;
    this.book = book;
  }

  private TextIndex index(Lang lang) {
    return new TextIndex(book.facts().stream().map(fact -> fact.ask().in(lang)).toList());
  }

  @Override
  public List<Group> find(Viewer viewer, Words words, Lang lang, int most) {
    if (viewer.roles().isEmpty()) {
      return List.of();
    }
    Within theirs = Within.all(viewer);
    return List.of(
        new Group("objects.search.organizations", organizations(theirs, words, most)),
        new Group("objects.search.objects", objects(theirs, words, most)),
        new Group("objects.search.facts", facts(theirs, words, lang, most)));
  }

  private List<Found> organizations(Within theirs, Words words, int most) {
    return db
        .sql(
            """
            select id, name, coalesce(bin, '') as bin from organizations
            where id in (select found_by_words('organizations', :patterns)) and archived_at is null and
            """
                + theirs.sql("id")
                + " order by name, id limit 1000")
        .param("within", theirs.value())
        .params(words.likes())
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

  private List<Found> objects(Within theirs, Words words, int most) {
    return db
        .sql(
            """
            select o.id, o.name, coalesce(o.code, '') as code, g.name as organization
            from objects o join organizations g on g.id = o.organization_id
            where o.id in (select found_by_words('objects', :patterns)) and o.archived_at is null and
            """
                + theirs.sql("o.organization_id")
                + " order by o.name, o.id limit 1000")
        .param("within", theirs.value())
        .params(words.likes())
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

  /** The newest among many organisations, read from the newest on until there are enough. */
  private static final String OF_MANY =
      """
      from unnest(:asked) a(fact)
      cross join lateral (
        select f.id, f.organization_id, f.object_id, f.fact, f.value, f.of
        from (select f.*, coalesce(o.name, g.name) as of
              from fact_records f
              join organizations g on g.id = f.organization_id and g.archived_at is null
              left join objects o on o.id = f.object_id
              where f.fact = a.fact and WITHIN and o.archived_at is null) f
        where f.value is not null and (f.fact = any(:questions) or TEXT)
          and not exists (
            select 1 from fact_records n
            where n.organization_id = f.organization_id and n.fact = f.fact
              and (n.object_id = f.object_id or (n.object_id is null and f.object_id is null))
              and n.id > f.id)
        order by f.id desc limit :most) f
      """;

  /** All of few organisations. */
  private static final String OF_FEW =
      """
      from (
        select f.*, coalesce(o.name, g.name) as of
        from unnest(:within) i(id)
        join organizations g on g.id = i.id and g.archived_at is null
        cross join unnest(:asked) a(fact)
        cross join lateral (
          select distinct on (f.object_id) f.* from fact_records f
          where f.organization_id = i.id and f.fact = a.fact
          order by f.object_id, f.id desc) f
        left join objects o on o.id = f.object_id
        where f.value is not null and o.archived_at is null
          and (f.fact = any(:questions) or TEXT)) f
      """;

  /** Facts whose question, or whose value in words, has the words. */
  private List<Found> facts(Within theirs, Words words, Lang lang, int most) {
    Set<String> asked = new LinkedHashSet<>();
    questions.computeIfAbsent(lang, this::index).find(words).stream()
        .forEach(fact -> asked.add(book.facts().get(fact).id()));
    Set<String> candidates = new LinkedHashSet<>(asked);
    book.facts().stream()
        .filter(fact -> fact.type() == Type.TEXT)
        .forEach(fact -> candidates.add(fact.id()));
    if (candidates.isEmpty()) {
      return List.of();
    }
    String from =
        theirs.allOf() == null
            ? OF_FEW
            : OF_MANY.replace("WITHIN", theirs.sql("f.organization_id"));
    List<Told> told =
        db.sql(
                """
                select f.fact, f.value, f.of,
                       coalesce(f.object_id, (select x.id from objects x
                                              where x.organization_id = f.organization_id
                                                and x.archived_at is null
                                              order by x.name, x.id limit 1)) as shown_at
                """
                    + from.replace("TEXT", words.like("lower(f.value collate pg_c_utf8)"))
                    + "order by f.id desc limit :most")
            .param("within", theirs.value())
            .param("asked", candidates.toArray(String[]::new))
            .param("questions", asked.toArray(String[]::new))
            .params(words.likes())
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
      if (asked.contains(fact.id()) || words.in(text)) {
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
