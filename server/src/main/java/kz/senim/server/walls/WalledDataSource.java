package kz.senim.server.walls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that tell the database in whose name they ask: before a statement, when that is
 * another than the connection told last.
 */
public final class WalledDataSource extends DelegatingDataSource implements AutoCloseable {

  private static final String TELL = "select set_config('senim.scope', ?, false)";

  private final HikariDataSource pool;
  private final Supplier<byte[]> key;
  private final Supplier<Scope> scopes;
  private final Map<Connection, Scope> told = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile byte @Nullable [] known;

  /**
   * @param pool connections of the application's own role
   * @param key what scopes are signed with; asked for once, when the tables are there
   * @param scopes in whose name this thread asks now
   */
  public WalledDataSource(HikariDataSource pool, Supplier<byte[]> key, Supplier<Scope> scopes) {
    super(pool);
    this.pool = pool;
    this.key = key;
    this.scopes = scopes;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return walled(pool.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException("only the application's own role works here");
  }

  @Override
  public void close() {
    pool.close();
  }

  private Connection walled(Connection connection) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            WalledDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Walled(connection));
  }

  private byte[] key() {
    byte[] told = known;
    if (told == null) {
      told = key.get();
      known = told;
    }
    return told;
  }

  /** As the database's {@code wall_scope} checks it. */
  static String signed(Scope scope, byte[] key) {
    if (scope.equals(Scope.NOBODY)) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      digest.update(scope.who().getBytes(UTF_8));
      return scope.who() + "." + HexFormat.of().formatHex(digest.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One borrowing of a connection. What it told is remembered until it is put in doubt: the
   * database takes a setting back when the transaction in which it was told is rolled back.
   */
  private final class Walled implements InvocationHandler {

    private final Connection connection;
    private final Connection physical;

    Walled(Connection connection) throws SQLException {
      this.connection = connection;
      this.physical = connection.unwrap(PgConnection.class);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "prepareStatement", "prepareCall", "createStatement" -> tell();
        case "rollback" -> told.remove(physical);
        case "close" -> {
          if (!connection.isClosed() && !connection.getAutoCommit()) {
            told.remove(physical);
          }
        }
        default -> {
          // Asks for no rows.
        }
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        told.remove(physical);
        throw e.getTargetException();
      }
    }

    private void tell() throws SQLException {
      Scope scope = scopes.get();
      if (scope.equals(told.get(physical))) {
        return;
      }
      try (PreparedStatement statement = connection.prepareStatement(TELL)) {
        statement.setString(1, signed(scope, key()));
        statement.execute();
      }
      told.put(physical, scope);
    }
  }
}
