package kz.senim.server.audit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the log to a collector, in the order of the chain. Syslog acknowledges nothing: an entry
 * counts as received when the connection still stands some seconds after it was sent, and what does
 * not is sent again. So nothing is lost while the collector is away, and an entry can come twice,
 * with the same position.
 */
@Component
class SyslogFeed {

  /** How long a connection must stand before what was sent over it counts. */
  static final Duration SETTLING = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(SyslogFeed.class);
  private static final int AT_ONCE = 1000;

  private final AuditSettings settings;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String here;
  private @Nullable SyslogSender sender;
  private long sent;
  private long settling;
  private Instant settles = Instant.MIN;
  private boolean away;

  @Autowired
  SyslogFeed(AuditSettings settings, JdbcClient db, TransactionTemplate transaction, Clock clock) {
    this.settings = settings;
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.here = host();
  }

  @Scheduled(fixedDelay = 2000)
  void round() {
    if (!settings.syslog().isEmpty()) {
      Scope.system(() -> transaction.executeWithoutResult(_ -> send()));
    }
  }

  /** One node at a time: the row is held meanwhile. */
  private synchronized void send() {
    db.sql("insert into audit_feed (position) values (0) on conflict do nothing").update();
    Long received =
        db.sql("select position from audit_feed for update skip locked")
            .query(Long.class)
            .optional()
            .orElse(null);
    if (received == null) {
      end();
      return;
    }
    try {
      SyslogSender open = sender;
      if (open == null) {
        open = SyslogSender.connect(settings.syslog(), settings.syslogCa(), here);
        sender = open;
        sent = received;
        settling = received;
        settles = Instant.MIN;
      }
      if (sent < received) {
        sent = received; // another node went on meanwhile
        settling = received;
      }
      open.mustLive();
      if (settling > received && !clock.instant().isBefore(settles)) {
        db.sql("update audit_feed set position = ?").param(settling).update();
        received = settling;
      }
      for (List<ChainEntry> some = after(sent); !some.isEmpty(); some = after(sent)) {
        open.send(some);
        sent = some.getLast().position();
      }
      if (settling <= received && sent > received) {
        settling = sent;
        settles = clock.instant().plus(SETTLING);
      }
      if (away) {
        LOG.info("the audit log reaches {} again", settings.syslog());
        away = false;
      }
    } catch (IOException e) {
      if (!away) {
        LOG.warn("the audit log does not reach {}: {}", settings.syslog(), e.getMessage());
        away = true;
      }
      end();
    }
  }

  private List<ChainEntry> after(long position) {
    return db.sql(
            """
            select l.*, c.position from audit_chain c join audit_log l on l.id = c.entry_id
            where c.position > ? order by c.position limit ?
            """)
        .params(position, AT_ONCE)
        .query((row, _) -> ChainEntry.of(row))
        .list();
  }

  @PreDestroy
  synchronized void end() {
    SyslogSender open = sender;
    sender = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("closing", e);
      }
    }
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "");
      return name.isEmpty() ? "-" : name;
    } catch (UnknownHostException e) {
      return "-";
    }
  }
}
