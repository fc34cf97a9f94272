package kz.senim.server.siege;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One hostile connection, spoken by hand, since no client library would say such things. */
final class Hostile implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PIECE = 64 * 1024;

  private final Socket socket = new Socket();

  Hostile(int port) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
  }

  void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The status of the answer; 0 when the server closes without one, which is an answer too. */
  int status() {
    try {
      InputStream in = socket.getInputStream();
      byte[] line = in.readNBytes("HTTP/1.1 200".length());
      return line.length < 12
          ? 0
          : Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether the server has hung up; waits a moment for it. */
  boolean closed() {
    try {
      socket.setSoTimeout(1);
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Reads so many bytes and no more. */
  void sip(int bytes) throws IOException {
    var _ = socket.getInputStream().readNBytes(bytes);
  }

  /** The beginning of a request that goes on. */
  static String head(String method, String path, String token, String... headers) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Authorization: Bearer ").append(token).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  /** Sends bytes until they are out or the server stops listening; how many went. */
  long pour(long bytes, boolean chunked) {
    byte[] piece = new byte[PIECE];
    Arrays.fill(piece, (byte) 'x');
    byte[] size = (Integer.toHexString(PIECE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try {
      OutputStream out = socket.getOutputStream();
      while (sent < bytes) {
        if (chunked) {
          out.write(size);
        }
        out.write(piece);
        if (chunked) {
          out.write('\r');
          out.write('\n');
        }
        sent += PIECE;
      }
    } catch (IOException e) {
      // It has heard enough.
    }
    return sent;
  }

  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
