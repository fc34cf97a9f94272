package kz.senim.server.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.senim.core.law.LawBook;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the server can do its work; the names are those of the beans. */
@Configuration
class HealthChecks {

  /** Files can be written and there is room for them. */
  @Bean
  HealthIndicator dataFolderHealthIndicator(FreeSpace space) {
    return () -> {
      try {
        Path probe = Files.createTempFile(space.folder(), "health", ".probe");
        try {
          Files.writeString(probe, "written");
        } finally {
          Files.delete(probe);
        }
        long free = space.free();
        var health =
            free >= space.least()
                ? Health.up()
                : Health.down().withDetail("reason", "less is free than senim.data-min-free");
        return health
            .withDetail("freeBytes", free)
            .withDetail("leastFreeBytes", space.least())
            .build();
      } catch (IOException e) {
        return Health.down(e).build();
      }
    };
  }

  /** There is a law book to decide by. */
  @Bean
  HealthIndicator lawBookHealthIndicator(LawBook book) {
    return () ->
        (book.acts().isEmpty() ? Health.down() : Health.up())
            .withDetail("acts", book.acts().size())
            .withDetail("fingerprint", book.fingerprint())
            .build();
  }

  /** The tables are those that this program knows; asked once, since only a start changes them. */
  @Bean
  HealthIndicator migrationsHealthIndicator(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    int pending = flyway.info().pending().length;
    return () ->
        (pending == 0 ? Health.up() : Health.down())
            .withDetail("version", current == null ? "" : String.valueOf(current.getVersion()))
            .withDetail("pending", pending)
            .build();
  }
}
