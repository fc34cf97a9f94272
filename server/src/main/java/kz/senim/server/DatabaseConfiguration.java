package kz.senim.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: a PostgreSQL of our own beside the application, or the one that is named. */
@Configuration
class DatabaseConfiguration {

  /** How long a request waits for a connection before the page says that the database is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Keeps its data between starts; stops with the application. */
  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  EmbeddedPostgres embeddedPostgres(
      ServerSettings settings, @Value("${senim.db-connections}") int connections)
      throws IOException {
    Unfinished.check(settings.data());
    return OwnPostgres.start(settings.data(), connections + 8);
  }

  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  DataSource embeddedDataSource(
      EmbeddedPostgres postgres, @Value("${senim.db-connections}") int connections) {
    return pool(postgres.getJdbcUrl("postgres", "postgres"), null, null, connections);
  }

  @Bean
  @ConditionalOnExpression("!'${senim.db-url}'.isEmpty()")
  DataSource externalDataSource(
      ServerSettings settings, @Value("${senim.db-connections}") int connections) {
    Unfinished.check(settings.data());
    return pool(settings.dbUrl(), settings.dbUser(), settings.dbPassword(), connections);
  }

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setPoolName("senim");
    config.setConnectionTimeout(PATIENCE.toMillis());
    // A connection whose server vanished without a word must not hold its request for ever.
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause();
      throw new Refused(
          "the database does not answer ("
              + (cause == null ? e : cause).getMessage()
              + "); see senim.db-url, senim.db-user, senim.db-password");
    }
  }

  /** Only forward: what a newer program has made, an older one does not touch. */
  @Bean
  FlywayMigrationStrategy forwardOnly() {
    return flyway -> {
      for (MigrationInfo done : flyway.info().applied()) {
        if (done.getState() == MigrationState.FUTURE_SUCCESS) {
          throw new Refused(
              "the database is of a newer program: it has the change "
                  + done.getVersion()
                  + " ("
                  + done.getDescription()
                  + "), which this program does not know. Start the newer program, or restore a"
                  + " backup from before the upgrade");
        }
      }
      flyway.migrate();
    };
  }
}
