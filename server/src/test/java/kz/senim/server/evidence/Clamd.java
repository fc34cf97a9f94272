package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Debian's clamd with signatures of our own and nothing else, on this computer alone. */
final class Clamd implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/clamd");
  static final Path FILES = Path.of("/usr/share/clamav-testfiles");

  /** A text that the signature Senim.Test.Text knows. */
  static final String BAD = "SENIM-HARMLESS-TEST-SIGNATURE-7f3a";

  private final Path socket;
  private final int port;
  private final Process process;

  Clamd(Path folder, int port) throws Exception {
    this.port = port;
    this.socket = folder.resolve("clamd.sock");
    Path database = Files.createDirectories(folder.resolve("db"));
    Files.writeString(
        database.resolve("senim.ndb"),
        "Senim.Test.Text:0:*:" + HexFormat.of().formatHex(BAD.getBytes(US_ASCII)) + "\n");
    byte[] exe = Files.readAllBytes(FILES.resolve("clam.exe"));
    String md5 =
        String.format("%032x", new BigInteger(1, MessageDigest.getInstance("MD5").digest(exe)));
    Files.writeString(database.resolve("senim.hdb"), md5 + ":" + exe.length + ":Senim.Test.File\n");
    Path configuration =
        Files.write(
            folder.resolve("clamd.conf"),
            List.of(
                "DatabaseDirectory " + database,
                "LocalSocket " + socket,
                "TCPAddr 127.0.0.1",
                "TCPSocket " + port,
                "TemporaryDirectory " + folder,
                "StreamMaxLength 4M",
                "Foreground yes"));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("clamd.log").toFile())
            .start();
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException(Files.readString(folder.resolve("clamd.log")));
      }
      Thread.sleep(100);
    }
  }

  String socket() {
    return socket.toString();
  }

  String port() {
    return "127.0.0.1:" + port;
  }

  private boolean answers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap("zPING\0".getBytes(US_ASCII)));
      ByteBuffer said = ByteBuffer.allocate(16);
      return channel.read(said) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
