package kz.senim.server.web;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What every file that is taken away says of itself: a browser saves it and runs nothing in it. */
public final class Downloads {

  /** No script, no form, no origin, even if a browser opened it. */
  static final String POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private Downloads() {}

  /**
   * Says it.
   *
   * @param header takes a name and a value
   */
  public static void headers(String fileName, BiConsumer<String, String> header) {
    header.accept(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Content-Security-Policy", POLICY);
  }
}
