package kz.senim.server.web;

import java.time.Duration;
import kz.senim.server.ServerSettings;
import org.springframework.stereotype.Component;

/**
 * How our cookies are called. Where people come by HTTPS, whatever stands between them and Senim,
 * each is {@code Secure} and its name begins with {@code __Host-}: so browsers give it to this host
 * alone, and take none from a neighbouring host or over plain HTTP.
 */
@Component
public final class Cookies {

  public static final String SESSION = "senim-session";
  static final String THEME = "senim-theme";
  static final String LANGUAGE = "senim-lang";

  /** As long as browsers keep any. */
  static final Duration KEPT = Duration.ofDays(400);

  private final boolean secure;

  Cookies(ServerSettings settings) {
    secure = settings.baseUrl().startsWith("https://");
  }

  /** Whether they go over HTTPS only. */
  public boolean secure() {
    return secure;
  }

  /** The name that browsers see. */
  public String name(String plain) {
    return secure ? "__Host-" + plain : plain;
  }
}
