package kz.senim.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a listener that speaks real TLS, with a certificate of an authority of its own. */
class SyslogFeedTest {

  private static AuditDatabase log;
  @TempDir private static Path keys;

  private final Ticking clock = new Ticking();

  @BeforeAll
  static void start() throws Exception {
    log = new AuditDatabase();
    for (String name : new String[] {"localhost", "elsewhere.example.kz"}) {
      run(
          "keytool -genkeypair -alias c -keyalg EC -groupname secp256r1 -validity 2 -storetype"
              + " PKCS12 -storepass secret -dname CN=collector -ext san=dns:"
              + name
              + " -keystore "
              + keys.resolve(name + ".p12"));
      run(
          "keytool -exportcert -rfc -alias c -storepass secret -keystore "
              + keys.resolve(name + ".p12")
              + " -file "
              + keys.resolve(name + ".pem"));
    }
  }

  private static void run(String command) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin");
    String[] words = command.split(" ");
    words[0] = tool.resolve(words[0]).toString();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    log.close();
  }

  @BeforeEach
  void empty() {
    log.empty();
  }

  @Test
  void entries_go_out_as_rfc_5424_with_their_length_before_them() throws Exception {
    try (Collector collector = new Collector("localhost", 0)) {
      log.write(Instant.parse("2026-11-29T10:00:00.123456Z"), "бір\nекі");
      log.chain.seal();
      feed(collector.port(), "localhost").round();
      collector.await(1);
      assertThat(collector.messages.getFirst())
          .matches(
              "(?s)<110>1 2026-11-29T10:00:00.123456Z \\S+ senim - evidence.read \\[senim@32473"
                  + " position=\"1\" outcome=\"success\"\\] \uFEFF\\{.*\"detail\":\"бір\\\\n"
                  + "екі\".*\\}");
    }
  }

  @Test
  void nothing_is_lost_while_the_collector_is_away_or_dies_with_what_it_was_sent()
      throws Exception {
    int port;
    SyslogFeed feed;
    try (Collector first = new Collector("localhost", 0)) {
      port = first.port();
      feed = feed(port, "localhost");
      log.write(Instant.now(), 3);
      feed.round();
      first.await(3);
      clock.now = clock.now.plus(SyslogFeed.SETTLING);
      feed.round(); // the three count as received
      log.write(Instant.now(), 2);
      feed.round();
      first.await(5);
    } // and with it what it had not written down yet
    log.write(Instant.now(), 4);
    feed.round();
    feed.round();
    try (Collector second = new Collector("localhost", port)) {
      feed.round();
      second.await(6);
      assertThat(second.messages).hasSize(6);
      assertThat(second.messages.getFirst()).contains("position=\"4\"");
      assertThat(second.messages.getLast()).contains("position=\"9\"");
    }
  }

  @Test
  void a_collector_that_cannot_show_who_it_is_gets_nothing() throws Exception {
    log.write(Instant.now(), 1);
    try (Collector collector = new Collector("elsewhere.example.kz", 0)) {
      for (String authority : new String[] {"localhost", "elsewhere.example.kz"}) {
        assertThatThrownBy(
                () ->
                    SyslogSender.connect(
                        "localhost:" + collector.port(),
                        keys.resolve(authority + ".pem").toString(),
                        "here"))
            .isInstanceOf(IOException.class);
        feed(collector.port(), authority).round();
      }
      assertThat(collector.messages).isEmpty();
    }
  }

  private SyslogFeed feed(int port, String authority) {
    return new SyslogFeed(
        new AuditSettings("localhost:" + port, keys.resolve(authority + ".pem").toString()),
        log.db,
        log.transaction,
        clock);
  }

  /** Stands still until it is told otherwise. */
  private static final class Ticking extends Clock {

    private volatile Instant now = Instant.now();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A collector on this computer. */
  private static final class Collector implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<SSLSocket> connections = new CopyOnWriteArrayList<>();
    private final SSLServerSocket server;

    Collector(String certificate, int port) throws Exception {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(keys.resolve(certificate + ".p12"))) {
        store.load(in, "secret".toCharArray());
      }
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, "secret".toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
      server.setReuseAddress(true);
      server.bind(new java.net.InetSocketAddress("localhost", port));
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return server.getLocalPort();
    }

    private void accept() {
      while (!server.isClosed()) {
        try {
          SSLSocket socket = (SSLSocket) server.accept();
          connections.add(socket);
          Thread.ofVirtual().start(() -> read(socket));
        } catch (IOException e) {
          return;
        }
      }
    }

    private void read(SSLSocket socket) {
      try (socket) {
        InputStream in = socket.getInputStream();
        while (true) {
          int length = 0;
          for (int c = in.read(); c != ' '; c = in.read()) {
            if (c < 0) {
              return;
            }
            length = length * 10 + c - '0';
          }
          messages.add(new String(in.readNBytes(length), UTF_8));
        }
      } catch (IOException e) {
        // refused by the other side, or ended by the test
      }
    }

    void await(int many) throws InterruptedException {
      Instant end = Instant.now().plus(Duration.ofSeconds(60));
      while (messages.size() < many && Instant.now().isBefore(end)) {
        Thread.sleep(20);
      }
      assertThat(messages).hasSizeGreaterThanOrEqualTo(many);
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (SSLSocket one : connections) {
        one.close();
      }
    }
  }
}
