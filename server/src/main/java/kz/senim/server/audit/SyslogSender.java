package kz.senim.server.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A connection to a syslog collector: RFC 5424 messages over TLS (RFC 5425), each with its length
 * before it. The collector's certificate must fit its name.
 */
final class SyslogSender implements AutoCloseable {

  static final int DEFAULT_PORT = 6514;

  private static final int PATIENCE_MILLIS = 10_000;

  /** Facility 13 (log audit), severity 6 (informational) or 4 (warning). */
  private static final int ALLOWED = 13 * 8 + 6;

  private static final int REFUSED = 13 * 8 + 4;

  private final SSLSocket socket;
  private final OutputStream out;
  private final String here;

  private SyslogSender(SSLSocket socket, String here) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    this.here = here;
  }

  /**
   * Connects.
   *
   * @param collector {@code host:port} or {@code host}
   * @param authorities a PEM file; empty for the JDK's
   * @param here how this host calls itself
   */
  static SyslogSender connect(String collector, String authorities, String here)
      throws IOException {
    int colon = collector.lastIndexOf(':');
    String host = colon < 0 ? collector : collector.substring(0, colon);
    int port = colon < 0 ? DEFAULT_PORT : Integer.parseInt(collector.substring(colon + 1));
    SSLSocket socket = (SSLSocket) context(authorities).getSocketFactory().createSocket();
    try {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      // With its name, which the certificate is held against.
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.startHandshake();
      return new SyslogSender(socket, here);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static SSLContext context(String authorities) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      if (authorities.isEmpty()) {
        context.init(null, null, null);
        return context;
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      try (InputStream in = Files.newInputStream(Path.of(authorities))) {
        int number = 0;
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          trusted.setCertificateEntry("ca" + number++, one);
        }
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the authorities in " + authorities + " cannot be used", e);
    }
  }

  /** Writes the entries to the connection; they may be on their way still when this returns. */
  void send(List<ChainEntry> entries) throws IOException {
    for (ChainEntry entry : entries) {
      byte[] message = message(entry, here).getBytes(StandardCharsets.UTF_8);
      out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.write(message);
    }
    out.flush();
  }

  /**
   * Whether the collector still holds the connection.
   *
   * @throws IOException when it does not
   */
  void mustLive() throws IOException {
    socket.setSoTimeout(1);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the collector has ended the connection");
      }
    } catch (SocketTimeoutException e) {
      // It says nothing, as it should.
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  static String message(ChainEntry e, String here) {
    return "<%d>1 %s %s senim - %s [senim@32473 position=\"%d\" outcome=\"%s\"] \uFEFF%s"
        .formatted(
            e.allowed() ? ALLOWED : REFUSED,
            DateTimeFormatter.ISO_INSTANT.format(e.at().truncatedTo(ChronoUnit.MICROS)),
            here,
            e.action().length() > 32 ? e.action().substring(0, 32) : e.action(),
            e.position(),
            e.allowed() ? "success" : "failure",
            AuditFormat.JSONL.line(AuditFormat.Entry.of(e)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
