package kz.senim.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database as a backup sees them. */
final class Tables {

  /**
   * Sessions end with the server: whoever restores a backup must not revive them. Flyway writes its
   * own history when the tables are made.
   */
  static final Set<String> LEFT_OUT =
      Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

  private Tables() {}

  /** A table with the columns that are stored in it. */
  record Table(String name, List<String> columns) {

    String copy(String direction) {
      return "copy \""
          + name
          + "\" (\""
          + String.join("\", \"", columns)
          + "\") "
          + direction
          + " with (format text, encoding 'UTF8')";
    }
  }

  /** All that are kept, each after those that it refers to. */
  static List<Table> list(Connection db) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    query(
        db,
        """
        select c.relname, a.attname
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by c.relname, a.attnum
        """,
        row ->
            columns
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(row.getString(2)));
    Map<String, Set<String>> needs = new TreeMap<>();
    query(
        db,
        """
        select f.conrelid::regclass::text, f.confrelid::regclass::text
        from pg_constraint f
        where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
          and f.conrelid <> f.confrelid
        """,
        row ->
            needs
                .computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                .add(row.getString(2)));
    LEFT_OUT.forEach(columns::remove);
    Set<String> ordered = new LinkedHashSet<>();
    columns.keySet().forEach(table -> add(table, needs, new LinkedHashSet<>(), ordered));
    return ordered.stream()
        .filter(columns::containsKey)
        .map(name -> new Table(name, columns.getOrDefault(name, List.of())))
        .toList();
  }

  /**
   * Fails where a backup would lack something without a word: rows that are hidden from whoever
   * connects, and tables in parts, which {@link #list} does not see.
   */
  static void mustSeeAll(Connection db) throws SQLException, BackupProblem {
    List<String> hidden = new ArrayList<>();
    query(
        db,
        """
        select c.relname from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relrowsecurity
          and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'wall_owner'
            and (select oid from pg_roles where rolname = current_user) = any (p.polroles))
        order by c.relname
        """,
        row -> hidden.add(row.getString(1)));
    if (!hidden.isEmpty()) {
      throw new BackupProblem(BackupSay.HIDDEN_ROWS.with(hidden.getFirst()));
    }
    query(
        db,
        """
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('p', 'f', 'm')
        """,
        row -> hidden.add(row.getString(1)));
    if (!hidden.isEmpty()) {
      throw new BackupProblem(BackupSay.TABLE_KIND.with(hidden.getFirst()));
    }
  }

  private static void add(
      String table, Map<String, Set<String>> needs, Set<String> above, Set<String> ordered) {
    if (ordered.contains(table)) {
      return;
    }
    if (!above.add(table)) {
      throw new IllegalStateException("tables refer to each other in a circle: " + above);
    }
    for (String needed : needs.getOrDefault(table, Set.of())) {
      add(needed, needs, above, ordered);
    }
    above.remove(table);
    ordered.add(table);
  }

  /** The sequences that have given a value. */
  static List<Manifest.Counter> counters(Connection db) throws SQLException {
    List<Manifest.Counter> counters = new ArrayList<>();
    query(
        db,
        """
        select sequencename, last_value from pg_sequences
        where schemaname = current_schema() and last_value is not null order by sequencename
        """,
        row -> counters.add(new Manifest.Counter(row.getString(1), row.getLong(2))));
    return counters;
  }

  /** How many tables there are at all. */
  static int count(Connection db) throws SQLException {
    int[] count = new int[1];
    query(
        db,
        "select count(*) from pg_tables where schemaname = current_schema()",
        row -> count[0] = row.getInt(1));
    return count[0];
  }

  @FunctionalInterface
  interface Row {
    void take(ResultSet row) throws SQLException;
  }

  static void query(Connection db, String sql, Row each) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.take(rows);
      }
    }
  }
}
