package kz.senim.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --server} and with what to get in. */
final class ServerOptions {

  private static final String VARIABLE = "SENIM_TOKEN";

  @Option(names = "--server", paramLabel = "URL")
  private @Nullable String server;

  @Option(names = "--token-file", paramLabel = "FILE")
  private @Nullable Path tokenFile;

  boolean given() {
    return server != null;
  }

  /**
   * @throws BadInput when it is no address, or there is no token
   */
  Server open(String lang) throws IOException {
    if (server == null) {
      throw new BadInput(Say.SERVER_NEEDED.with());
    }
    return new Server(address(server), token(), lang);
  }

  private static URI address(String text) {
    URI url;
    try {
      url = new URI(text.replaceFirst("/+$", ""));
    } catch (URISyntaxException e) {
      throw new BadInput(Say.SERVER_ADDRESS.with());
    }
    String host = String.valueOf(url.getHost());
    if ("https".equals(url.getScheme()) && url.getHost() != null) {
      return url;
    }
    if ("http".equals(url.getScheme()) && host.matches("localhost|127\\.[0-9.]+|\\[::1]")) {
      return url;
    }
    throw new BadInput(Say.SERVER_OPEN.with());
  }

  /** Never an argument: what stands on the command line, everyone on the machine can read. */
  private String token() throws IOException {
    String token = tokenFile != null ? Files.readString(tokenFile) : System.getenv(VARIABLE);
    if (token == null || token.isBlank()) {
      throw new BadInput(Say.NO_TOKEN.with());
    }
    return token.strip();
  }
}
