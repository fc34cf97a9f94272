package kz.senim.server.siege;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kz.senim.server.tokens.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organisation with a person in it, who has many tokens: each may ask 600 times a minute. */
final class SiegeWorld {

  private static final int TOKENS = 48;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int PATIENCE = 200;

  private final String base;
  private final UUID organization = UUID.randomUUID();
  private final List<String> tokens = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  SiegeWorld(SiegeServer server) throws IOException, SQLException {
    this.base = server.base() + "/api/v1";
    UUID account = UUID.randomUUID();
    try (Connection db = server.connect()) {
      run(
          db,
          "insert into accounts (id, email, name, created_at) values (?, 'siege-' || ?, 'Siege',"
              + " now())",
          account,
          account.toString());
      run(
          db,
          "insert into organizations (id, name, created_at, created_by) values (?, 'Siege', now(),"
              + " ?)",
          organization,
          account);
      run(
          db,
          "insert into memberships (account_id, organization_id, role) values (?, ?, 'owner')",
          account,
          organization);
      for (int i = 0; i < TOKENS; i++) {
        String token = TestTokens.text();
        run(
            db,
            """
            insert into api_tokens
              (id, account_id, name, scopes, hash, hint, created_at, expires_at)
            values (?, ?, 'Siege',
              '{objects:read,objects:write,evidence:read,evidence:write}', ?, '', now(),
              now() + interval '7 days')
            """,
            UUID.randomUUID(),
            account,
            sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
        tokens.add(token);
      }
    }
  }

  private static void run(Connection db, String statement, Object... values) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      sql.executeUpdate();
    }
  }

  UUID organization() {
    return organization;
  }

  String token() {
    return tokens.get(Math.floorMod(next.getAndIncrement(), TOKENS));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token())
        .header("Accept-Language", "en");
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks, and again after as long as the server says when it was too much at once. */
  private <T> HttpResponse<T> patiently(String path, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<T> answer = client.send(to(path).build(), handler);
    for (int i = 0; i < PATIENCE && answer.statusCode() == 429; i++) {
      Thread.sleep(1000L * answer.headers().firstValueAsLong("Retry-After").orElse(1));
      answer = client.send(to(path).build(), handler);
    }
    return answer;
  }

  /** The answer's body, which must come. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = patiently(path, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** The SHA-256 of what is downloaded. */
  String downloaded(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = patiently(path, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
    return hash(answer.body());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
