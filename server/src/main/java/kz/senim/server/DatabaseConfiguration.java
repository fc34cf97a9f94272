package kz.senim.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.senim.server.walls.DatabaseLogin;
import kz.senim.server.walls.DatabaseRoles;
import kz.senim.server.walls.EmbeddedDatabase;
import kz.senim.server.walls.Scope;
import kz.senim.server.walls.WalledDataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The database: a PostgreSQL of our own beside the application, or the one that is named. */
@Configuration
class DatabaseConfiguration {

  /** How long a request waits for a connection before the page says that the database is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Filters that are not asked for, and lists of thousands of organisations, cost nothing only in a
   * plan made for the very values; and no statement here runs so long that compiling it pays.
   */
  private static final String PLANS = "set plan_cache_mode = force_custom_plan; set jit = off";

  /** Stops with the application. */
  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  EmbeddedDatabase embeddedDatabase(
      ServerSettings settings, @Value("${senim.db-connections}") int connections)
      throws IOException {
    Unfinished.check(settings.data());
    return EmbeddedDatabase.start(settings.data(), connections + 8);
  }

  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  DatabaseRoles embeddedRoles(EmbeddedDatabase database) {
    return DatabaseRoles.embedded(database.owner());
  }

  @Bean
  @ConditionalOnExpression("!'${senim.db-url}'.isEmpty()")
  DatabaseRoles externalRoles(ServerSettings settings) {
    Unfinished.check(settings.data());
    String owner = settings.dbOwnerUser();
    try {
      return DatabaseRoles.external(
          new DatabaseLogin(settings.dbUrl(), text(settings.dbUser()), text(settings.dbPassword())),
          owner == null || owner.isEmpty()
              ? null
              : new DatabaseLogin(settings.dbUrl(), owner, text(settings.dbOwnerPassword())));
    } catch (CannotGetJdbcConnectionException e) {
      throw silent(e);
    }
  }

  private static Refused silent(Exception failure) {
    Throwable cause = failure.getCause();
    return new Refused(
        StartSay.DATABASE_SILENT.with(
            String.valueOf((cause == null ? failure : cause).getMessage())),
        true);
  }

  private static String text(@Nullable String setting) {
    return setting == null ? "" : setting;
  }

  /** Makes and changes the tables; nothing else uses it. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerDataSource(DatabaseRoles roles) {
    return roles.ownerSource();
  }

  /** The migrations grant to the application's role what it needs. */
  @Bean
  FlywayConfigurationCustomizer grants(DatabaseRoles roles) {
    return flyway -> flyway.placeholders(Map.of("app_role", roles.app().user()));
  }

  /** Only forward: what a newer program has made, an older one does not touch. */
  @Bean
  FlywayMigrationStrategy forwardOnly() {
    return flyway -> {
      for (MigrationInfo done : flyway.info().applied()) {
        if (done.getState() == MigrationState.FUTURE_SUCCESS) {
          throw new Refused(
              StartSay.DATABASE_NEWER.with(
                  String.valueOf(done.getVersion()), done.getDescription()));
        }
      }
      flyway.migrate();
    };
  }

  @Bean
  Supplier<Scope> scopes() {
    return Scope::current;
  }

  /** What the application works with. */
  @Bean
  WalledDataSource dataSource(
      DatabaseRoles roles,
      Supplier<Scope> scopes,
      @Value("${senim.db-connections}") int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(roles.app().url());
    config.setUsername(roles.app().user());
    config.setPassword(roles.app().password());
    config.setMaximumPoolSize(connections);
    config.setPoolName("senim");
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setConnectionInitSql(PLANS);
    // A connection whose server vanished without a word must not hold its request for ever.
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    try {
      return new WalledDataSource(new HikariDataSource(config), roles::key, scopes);
    } catch (PoolInitializationException e) {
      throw silent(e);
    }
  }
}
