package kz.senim.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.senim.server.walls.DatabaseLogin;
import kz.senim.server.walls.DatabaseRoles;
import kz.senim.server.walls.EmbeddedDatabase;
import kz.senim.server.walls.Scope;
import kz.senim.server.walls.WalledDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: a PostgreSQL of our own beside the application, or the one that is named. */
@Configuration
class DatabaseConfiguration {

  private static final int CONNECTIONS = 16;

  /** Stops with the application. */
  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  EmbeddedDatabase embeddedDatabase(ServerSettings settings) throws IOException {
    return EmbeddedDatabase.start(settings.data(), CONNECTIONS + 8);
  }

  @Bean
  @ConditionalOnExpression("'${senim.db-url}'.isEmpty()")
  DatabaseRoles embeddedRoles(EmbeddedDatabase database) {
    return DatabaseRoles.embedded(database.owner());
  }

  @Bean
  @ConditionalOnExpression("!'${senim.db-url}'.isEmpty()")
  DatabaseRoles externalRoles(ServerSettings settings) {
    String owner = settings.dbOwnerUser();
    return DatabaseRoles.external(
        new DatabaseLogin(settings.dbUrl(), text(settings.dbUser()), text(settings.dbPassword())),
        owner == null || owner.isEmpty()
            ? null
            : new DatabaseLogin(settings.dbUrl(), owner, text(settings.dbOwnerPassword())));
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

  @Bean
  Supplier<Scope> scopes() {
    return Scope::current;
  }

  /** What the application works with. */
  @Bean
  WalledDataSource dataSource(DatabaseRoles roles, Supplier<Scope> scopes) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(roles.app().url());
    config.setUsername(roles.app().user());
    config.setPassword(roles.app().password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("senim");
    return new WalledDataSource(new HikariDataSource(config), roles::key, scopes);
  }
}
