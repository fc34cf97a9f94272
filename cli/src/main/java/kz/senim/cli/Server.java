package kz.senim.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;

/** A Senim that runs elsewhere, asked by its API. */
final class Server {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A GB over a slow line takes its time. */
  private static final Duration UPLOAD = Duration.ofHours(6);

  private static final int TRIES = 3;

  private final URI address;
  private final String token;
  private final String lang;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  Server(URI address, String token, String lang) {
    this.address = address;
    this.token = token;
    this.lang = lang;
  }

  /**
   * What an answer holds.
   *
   * @param text as it came
   * @param fields the same, read
   */
  record Answer(String text, Map<String, Object> fields) {

    String text(String name) {
      return String.valueOf(fields.get(name));
    }

    /** A list of objects; empty when there is none. */
    List<Map<String, Object>> list(String name) {
      List<Map<String, Object>> list = new ArrayList<>();
      if (fields.get(name) instanceof List<?> all) {
        all.forEach(one -> list.add(object(one)));
      }
      return list;
    }
  }

  /** The value as an object; empty when it is none. */
  static Map<String, Object> object(@Nullable Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, one) -> fields.put(String.valueOf(name), one == null ? "" : one));
    }
    return fields;
  }

  /**
   * @throws BadInput when nobody answers, or the server says no, with all that it says
   * @throws IOException when the line breaks
   */
  Answer get(String path) throws IOException {
    return send(() -> to(path).timeout(PATIENCE).GET());
  }

  /** Sends a body, which may be asked for again when the line breaks. */
  Answer post(String path, String type, Body body, @Nullable String key) throws IOException {
    return send(
        () -> {
          HttpRequest.Builder request =
              to(path).timeout(UPLOAD).header("Content-Type", type).POST(body.open());
          if (key != null) {
            request.header("Idempotency-Key", key);
          }
          return request;
        });
  }

  /** What is sent, from its beginning each time. */
  @FunctionalInterface
  interface Body {
    HttpRequest.BodyPublisher open() throws IOException;
  }

  @FunctionalInterface
  private interface Request {
    HttpRequest.Builder open() throws IOException;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", lang)
        .header("User-Agent", "senim");
  }

  /** Tries again when the server asks for patience. */
  private Answer send(Request request) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response =
            http.send(request.open().build(), HttpResponse.BodyHandlers.ofString());
        int status = response.statusCode();
        if (status / 100 == 2) {
          return new Answer(response.body(), read(response.body()));
        }
        if ((status != 429 && status != 503) || attempt == TRIES) {
          throw new BadInput(refusal(status, response.body()));
        }
        Thread.sleep(
            Duration.ofSeconds(
                Math.min(60, response.headers().firstValueAsLong("Retry-After").orElse(2))));
      } catch (ConnectException e) {
        throw new BadInput(Say.NOBODY_ANSWERS.with(address));
      } catch (HttpTimeoutException e) {
        throw new BadInput(Say.NO_ANSWER_IN_TIME.with(address));
      } catch (SSLException e) {
        throw new BadInput(Say.NO_SAFE_CONNECTION.with(address, deepest(e)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** What TLS says on top tells nobody what is wrong. */
  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Everything that is wrong, each with what would be right. */
  private static Message refusal(int status, String body) {
    Map<String, Object> problem;
    try {
      problem = read(body);
    } catch (IOException e) {
      return Say.SERVER_SAYS.with(status, "?");
    }
    StringBuilder text = new StringBuilder();
    text.append(problem.get("title"));
    List<Map<String, Object>> errors = new Answer(body, problem).list("errors");
    errors.forEach(
        error ->
            text.append(System.lineSeparator())
                .append("  ")
                .append(error.get("pointer"))
                .append(String.valueOf(error.get("pointer")).isEmpty() ? "" : ": ")
                .append(error.get("detail"))
                .append(' ')
                .append(error.get("fix")));
    if (errors.isEmpty()) {
      text.append(System.lineSeparator()).append("  ").append(problem.get("detail"));
    }
    return Say.SERVER_SAYS.with(status, text);
  }

  static Map<String, Object> read(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? fields(parser) : Map.of();
    }
  }

  private static Map<String, Object> fields(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      fields.put(name, value(parser, parser.nextToken()));
    }
    return fields;
  }

  private static Object value(JsonParser parser, @Nullable JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      return fields(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> values = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        values.add(value(parser, next));
      }
      return values;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    return String.valueOf(parser.getText());
  }
}
