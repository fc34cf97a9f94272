package kz.senim.server.walls;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the application itself, for what has threads of its own and tables of system. */
public final class SystemSource extends DelegatingDataSource {

  public SystemSource(DataSource source) {
    super(source);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return Scope.system(
        Connection.class, Scope.system(() -> obtainTargetDataSource().getConnection()));
  }
}
