package kz.senim.server.walls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row in any table, from what the database's catalogue says of it: so that a table is
 * attacked from the day on which it is made.
 */
final class Catalogue {

  private static final Pattern LITERAL = Pattern.compile("'([^']*)'::(?:text|character varying)");

  private final Connection db;

  Catalogue(Connection db) {
    this.db = db;
  }

  /**
   * Whose a row is.
   *
   * @param rows what was made for it: by table, the row's values
   */
  record World(UUID account, UUID organization, Map<String, Map<String, String>> rows) {

    World(UUID account, UUID organization) {
      this(account, organization, new HashMap<>());
    }
  }

  private record Column(
      String name,
      String type,
      boolean needed,
      @Nullable String refersTo,
      @Nullable String refersToColumn,
      String checks) {}

  /**
   * Tables with row security, by name; without those of the keys and of the audit log's chain,
   * whose rows are of no organisation: an invented one would break the chain.
   */
  List<String> walled() throws SQLException {
    return list(
        """
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
          and c.relname not in ('vault_keyset', 'audit_queue', 'audit_chain', 'audit_files', 'audit_feed')
        order by 1
        """);
  }

  List<String> list(String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  /** A row in each of the tables that belongs to the world. */
  void fill(World world, List<String> tables) throws SQLException {
    List<String> left = new ArrayList<>(tables);
    boolean some = true;
    while (some && !left.isEmpty()) {
      some = false;
      for (String table : List.copyOf(left)) {
        Map<String, String> row = values(table, world);
        if (row != null) {
          insert(table, row);
          world.rows().put(table, row);
          left.remove(table);
          some = true;
        }
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("no rows can be made in " + left);
    }
  }

  void insert(String table, Map<String, String> row) throws SQLException {
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", row.keySet()),
                String.join(", ", row.values().stream().map(Catalogue::quoted).toList()));
    try (Statement statement = db.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** The condition by which the world's row is found. */
  static String where(Map<String, String> row) {
    return String.join(
        " and ",
        row.entrySet().stream()
            .filter(value -> !value.getValue().startsWith("{"))
            .map(value -> value.getKey() + " = " + quoted(value.getValue()))
            .toList());
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Null while a row that it refers to is not there yet. */
  @Nullable Map<String, String> values(String table, World world) throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    for (Column column : columns(table)) {
      String value = value(column, world);
      if (value == null && column.needed()) {
        return null;
      }
      boolean told =
          column.needed()
              || column.name().equals("account_id")
              || column.name().equals("organization_id")
              || (column.refersTo() != null && !column.refersTo().equals("accounts"));
      if (value != null && told) {
        row.put(column.name(), value);
      }
    }
    return row;
  }

  private static @Nullable String value(Column column, World world) {
    String to = column.refersTo();
    if (column.name().equals("account_id") || "accounts".equals(to)) {
      return world.account().toString();
    }
    if (column.name().equals("organization_id") || "organizations".equals(to)) {
      return world.organization().toString();
    }
    if (to != null) {
      Map<String, String> parent = world.rows().get(to);
      return parent == null ? null : parent.get(column.refersToColumn());
    }
    Matcher literal = LITERAL.matcher(column.checks());
    if (literal.find()) {
      return literal.group(1).startsWith("^") ? "0".repeat(64) : literal.group(1);
    }
    if (column.type().endsWith("[]")) {
      return "{}";
    }
    return switch (column.type()) {
      case "uuid" -> UUID.randomUUID().toString();
      case "boolean" -> "false";
      case "date", "timestamp with time zone", "timestamp without time zone" -> "2026-01-01";
      case "jsonb" -> "{}";
      case "bytea" -> "\\x" + UUID.randomUUID().toString().replace("-", "");
      case "integer", "bigint", "smallint", "numeric" -> "1";
      default -> UUID.randomUUID().toString().substring(0, 8);
    };
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        db.prepareStatement(
            """
            select a.attname, format_type(a.atttypid, null) as type,
                   a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
                   f.confrelid::regclass::text as refers_to, t.attname as refers_to_column,
                   coalesce((select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
                             where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]), '')
                     as checks
            from pg_attribute a
            left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]
            left join pg_attribute t on t.attrelid = f.confrelid and t.attnum = f.confkey[1]
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(
              new Column(
                  rows.getString("attname"),
                  rows.getString("type"),
                  rows.getBoolean("needed"),
                  rows.getString("refers_to"),
                  rows.getString("refers_to_column"),
                  rows.getString("checks")));
        }
      }
    }
    return columns;
  }
}
