package kz.senim.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: a PostgreSQL of our own beside the application, or the one that is named. */
@Configuration
class DatabaseConfiguration {

  private static final int CONNECTIONS = 16;

  /** Keeps its data between starts; stops with the application. */
  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  EmbeddedPostgres embeddedPostgres(ServerSettings settings) throws IOException {
    Path folder = Files.createDirectories(settings.data());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
        .setCleanDataDirectory(false)
        // Hooks run side by side: its own would stop the database under requests that still finish.
        .setRegisterShutdownHook(false)
        // The library is made for tests, and would trade what was acknowledged for speed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", Integer.toString(CONNECTIONS + 8))
        .setServerConfig("shared_buffers", "128MB")
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  DataSource embeddedDataSource(EmbeddedPostgres postgres) {
    return pool(postgres.getJdbcUrl("postgres", "postgres"), null, null);
  }

  @Bean
  @ConditionalOnExpression("!'${senim.db-url}'.isEmpty()")
  DataSource externalDataSource(ServerSettings settings) {
    return pool(settings.dbUrl(), settings.dbUser(), settings.dbPassword());
  }

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("senim");
    return new HikariDataSource(config);
  }
}
