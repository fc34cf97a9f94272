package kz.senim.server.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has files scanned by ClamAV's clamd while they arrive, by its command INSTREAM. Where it is
 * configured and cannot be asked, no file is taken.
 */
@Component
class Scanner {

  /** The longest silence. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int LONGEST_ANSWER = 4096;

  private final String address;

  Scanner(ScanSettings settings) {
    this.address = settings.clamav();
  }

  boolean configured() {
    return !address.isEmpty();
  }

  /** Begins a scan. */
  Scan begin() throws Contents.Refused {
    try {
      Scan scan = new Scan(connect());
      scan.write("zINSTREAM\0");
      return scan;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private SocketChannel connect() throws IOException {
    SocketAddress where;
    if (address.startsWith("/")) {
      where = UnixDomainSocketAddress.of(address);
    } else {
      int colon = address.lastIndexOf(':');
      where =
          new InetSocketAddress(
              address.substring(0, Math.max(0, colon)),
              Integer.parseInt(address.substring(colon + 1)));
    }
    return where instanceof UnixDomainSocketAddress
        ? open(SocketChannel.open(StandardProtocolFamily.UNIX), where)
        : open(SocketChannel.open(), where);
  }

  private static SocketChannel open(SocketChannel channel, SocketAddress where) throws IOException {
    try {
      channel.connect(where);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Contents.Refused unreachable(Exception e) {
    return new Contents.Refused("evidence.scanner-away", String.valueOf(e.getMessage()));
  }

  /** The scan of one file. */
  final class Scan implements AutoCloseable {

    private final SocketChannel channel;
    private volatile long last = System.nanoTime();
    private @Nullable String answer;

    private Scan(SocketChannel channel) {
      this.channel = channel;
      Thread.startVirtualThread(this::watch);
    }

    /** Ends what takes too long; whoever waits for it learns that by an exception. */
    private void watch() {
      try {
        while (channel.isOpen()) {
          Thread.sleep(Duration.ofSeconds(1));
          if (System.nanoTime() - last > PATIENCE.toNanos()) {
            channel.close();
          }
        }
      } catch (InterruptedException | IOException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void write(String command) throws IOException {
      write(ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
    }

    private void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
        last = System.nanoTime();
      }
    }

    /** The next part of the file. */
    void next(byte[] bytes, int length) throws Contents.Refused {
      if (length == 0 || answer != null) {
        return;
      }
      try {
        write(ByteBuffer.allocate(4).putInt(length).flip());
        write(ByteBuffer.wrap(bytes, 0, length));
      } catch (IOException e) {
        // It may have said why it hung up, such as for a file that is longer than it takes.
        answer = answerOr(e);
      }
    }

    /**
     * The file is at its end.
     *
     * @return what scanned it and found nothing
     * @throws Contents.Refused when it found something, or could not be asked
     */
    String end() throws Contents.Refused {
      try {
        if (answer == null) {
          write(ByteBuffer.allocate(4));
          answer = read();
        }
      } catch (IOException e) {
        answer = answerOr(e);
      }
      String said = String.valueOf(answer);
      if (said.equals("stream: OK")) {
        return version();
      }
      if (said.endsWith(" FOUND")) {
        throw new Contents.Refused(
            "evidence.infected", said.substring("stream: ".length(), said.length() - 6));
      }
      throw new Contents.Refused(
          said.contains("size limit") ? "evidence.scanner-too-large" : "evidence.scanner-away",
          said);
    }

    private String answerOr(IOException e) throws Contents.Refused {
      try {
        String said = read();
        if (!said.isEmpty()) {
          return said;
        }
      } catch (IOException alsoGone) {
        e.addSuppressed(alsoGone);
      }
      throw unreachable(e);
    }

    private String version() throws Contents.Refused {
      try (Scan asked = new Scan(connect())) {
        asked.write("zVERSION\0");
        return asked.read();
      } catch (IOException e) {
        throw unreachable(e);
      }
    }

    /**
     * What it answers, up to the NUL that ends the answers of its commands in z. Nothing is read
     * past that: where it hung up on bytes it had not read, what comes next is a reset, not the
     * end.
     */
    private String read() throws IOException {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      ByteBuffer bytes = ByteBuffer.allocate(1);
      while (said.size() < LONGEST_ANSWER && channel.read(bytes.clear()) >= 0) {
        last = System.nanoTime();
        if (bytes.get(0) == 0) {
          break;
        }
        said.write(bytes.get(0));
      }
      return said.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
