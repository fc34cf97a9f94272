package kz.senim.server.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of a test's own, whose log holds what the test wrote and nothing else. */
final class AuditDatabase implements AutoCloseable {

  final String url;
  final JdbcClient db;
  final TransactionTemplate transaction;
  final AuditChain chain;
  private final EmbeddedPostgres postgres;

  AuditDatabase() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Files.createTempDirectory("senim-audit").toFile())
            .start();
    url = postgres.getJdbcUrl("postgres", "postgres");
    DriverManagerDataSource source = new DriverManagerDataSource(url, "postgres", "");
    db = JdbcClient.create(source);
    db.sql("create role app login").update();
    Flyway.configure().dataSource(source).placeholders(Map.of("app_role", "app")).load().migrate();
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    chain = new AuditChain(db, transaction);
  }

  void empty() {
    db.sql("alter table audit_log disable trigger user").update();
    db.sql("alter table audit_chain disable trigger user").update();
    db.sql("alter table audit_files disable trigger user").update();
    db.sql("truncate audit_log, audit_chain, audit_files, audit_queue, audit_feed").update();
    db.sql("alter table audit_files enable trigger user").update();
    db.sql("alter table audit_chain enable trigger user").update();
    db.sql("alter table audit_log enable trigger user").update();
  }

  /** As somebody who owns the database could. */
  void tamper(String statement) {
    db.sql("alter table audit_log disable trigger user").update();
    db.sql("alter table audit_chain disable trigger user").update();
    db.sql(statement).update();
    db.sql("alter table audit_chain enable trigger user").update();
    db.sql("alter table audit_log enable trigger user").update();
  }

  void write(Instant at, String detail) {
    db.sql(
            """
            insert into audit_log (at, account_id, account_name, organization_id, action, subject, detail, address)
            values (?, ?, 'асқар@example.kz', null, 'evidence.read', 'evidence 1', ?, '10.0.0.7')
            """)
        .params(Timestamp.from(at), new UUID(1, 2), detail)
        .update();
  }

  void write(Instant at, int many) {
    for (int i = 0; i < many; i++) {
      write(at.plusSeconds(i), "number " + i);
    }
    chain.seal();
  }

  AuditFiles files(java.nio.file.Path data) {
    return new AuditFiles(db, data, Clock.systemUTC());
  }

  AuditCheck.Result verify(java.nio.file.Path data) {
    return transaction.execute(
        _ -> {
          try {
            return new AuditVerification(db, files(data)).all();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
