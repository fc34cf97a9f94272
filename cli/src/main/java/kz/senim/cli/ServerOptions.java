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

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Ask this Senim, such as https://senim.example.kz, by its API.")
  private @Nullable String server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Where the personal token stands (default: the variable SENIM_TOKEN).")
  private @Nullable Path tokenFile;

  boolean given() {
    return server != null;
  }

  /**
   * @throws BadInput when it is no address, or there is no token
   */
  Server open(String lang) throws IOException {
    if (server == null) {
      throw new BadInput("--server is needed: the address of a Senim");
    }
    return new Server(address(server), token(), lang);
  }

  private static URI address(String text) {
    URI url;
    try {
      url = new URI(text.replaceFirst("/+$", ""));
    } catch (URISyntaxException e) {
      throw new BadInput("--server takes an address such as https://senim.example.kz");
    }
    String host = String.valueOf(url.getHost());
    if ("https".equals(url.getScheme()) && url.getHost() != null) {
      return url;
    }
    if ("http".equals(url.getScheme()) && host.matches("localhost|127\\.[0-9.]+|\\[::1]")) {
      return url;
    }
    throw new BadInput(
        "--server takes an address that begins with https://; with http:// the token would travel"
            + " in the open, so that only reaches this machine");
  }

  /** Never an argument: what stands on the command line, everyone on the machine can read. */
  private String token() throws IOException {
    String token = tokenFile != null ? Files.readString(tokenFile) : System.getenv(VARIABLE);
    if (token == null || token.isBlank()) {
      throw new BadInput(
          "no token: make one on the page of your account, and put it into "
              + VARIABLE
              + " or a file that --token-file names");
    }
    return token.strip();
  }
}
