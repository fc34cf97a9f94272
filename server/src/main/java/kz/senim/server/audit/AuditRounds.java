package kz.senim.server.audit;

import java.io.IOException;
import java.time.Clock;
import kz.senim.server.ServerSettings;
import kz.senim.server.rounds.Round;
import kz.senim.server.walls.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each night: what has been online long enough goes into files, and old files go. */
@Configuration
class AuditRounds {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

  @Bean
  AuditFiles auditFiles(JdbcClient db, ServerSettings settings, Clock clock) {
    return new AuditFiles(db, settings.data(), clock);
  }

  @Bean
  AuditVerification auditVerification(JdbcClient db, AuditFiles files) {
    return new AuditVerification(db, files);
  }

  @Bean
  Nightly auditNightly(
      AuditFiles files, Audit audit, JdbcClient db, TransactionTemplate transaction) {
    return new Nightly(files, audit, db, transaction);
  }

  @Bean
  Round auditFilesRound(Nightly nightly) {
    return Round.daily("audit-files", 2, 40, nightly::round);
  }

  /** The night's work. */
  record Nightly(AuditFiles files, Audit audit, JdbcClient db, TransactionTemplate transaction) {

    void round() {
      Scope.system(this::all);
    }

    private void all() {
      transaction.executeWithoutResult(
          _ -> {
            boolean alone =
                db.sql("select pg_try_advisory_xact_lock(hashtext('senim audit files'))")
                    .query(Boolean.class)
                    .single();
            if (alone) {
              seal();
            }
          });
      // In transactions of their own: each keeps writers away for a moment.
      files.removeSealed();
    }

    private void seal() {
      try {
        long sealed = files.seal();
        if (sealed > 0) {
          audit.record(null, "", null, "audit.seal", "audit log", sealed + "", true);
        }
        for (AuditFiles.Sealed old : files.removeOld()) {
          audit.record(null, "", null, "audit.remove", old.name(), old.sha256(), true);
        }
      } catch (IOException e) {
        LOG.error("the audit log could not be taken off line; tomorrow again", e);
      }
    }
  }
}
