package kz.senim.server.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.api.Scope;
import kz.senim.server.audit.Audit;
import kz.senim.server.people.AccountTokens;
import kz.senim.server.people.WaysIn;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens: made, used, revoked. Only their hash is kept. */
@Component
@Transactional
public class Tokens implements AccountTokens, WaysIn {

  /** The longest that a token works. */
  static final Duration LONGEST = Duration.ofDays(365);

  /** How many that work one account has at most. */
  static final int MOST = 50;

  private static final String TOKENS =
      """
      select t.*, o.name as organization_name
      from api_tokens t left join organizations o on o.id = t.organization_id
      """;

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  Tokens(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** The account's tokens, those that work first, then by name. One statement. */
  List<Token> list(UUID account) {
    return db.sql(
            TOKENS
                + """
                where t.account_id = :account
                order by t.revoked_at is not null or t.expires_at <= :now, t.name, t.id limit 200
                """)
        .param("account", account)
        .param("now", now())
        .query((row, _) -> token(row))
        .list();
  }

  @Override
  public List<Shown> working(UUID account) {
    Instant now = clock.instant();
    return list(account).stream()
        .filter(token -> token.works(now))
        .map(token -> new Shown(token.name(), token.hint(), token.expires(), token.lastUsed()))
        .toList();
  }

  /**
   * Makes a token; whoever asks has checked that the second factor is fresh.
   *
   * @param organization the only one it opens; null for all of the viewer's
   * @return the token as it is shown this once
   * @throws NotFound when the organisation is not theirs
   */
  public String make(
      Viewer viewer, String name, Set<Scope> scopes, @Nullable UUID organization, Duration lasts) {
    if (organization != null) {
      viewer.mustRead(organization);
    }
    if (lasts.compareTo(LONGEST) > 0 || lasts.isNegative() || scopes.isEmpty()) {
      throw new IllegalArgumentException("a token has scopes and works for a year at most");
    }
    String text = TokenText.make();
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into api_tokens
              (id, account_id, organization_id, name, scopes, hash, hint, created_at, expires_at)
            values (:id, :account, :organization, :name, :scopes, :hash, :hint, :now, :until)
            """)
        .param("id", id)
        .param("account", viewer.account())
        .param("organization", organization)
        .param("name", name.strip())
        .param("scopes", scopes.stream().map(Scope::word).sorted().toArray(String[]::new))
        .param("hash", hash(text))
        .param("hint", TokenText.hint(text))
        .param("now", now())
        .param("until", Timestamp.from(clock.instant().plus(lasts)))
        .update();
    audit.record(
        organization,
        "token.make",
        "token " + id,
        name.strip()
            + ": "
            + String.join(", ", scopes.stream().map(Scope::word).sorted().toList()));
    return text;
  }

  /**
   * Ends a token of the viewer's own.
   *
   * @throws NotFound when it is none of theirs
   */
  void revoke(Viewer viewer, UUID id) {
    Token token =
        list(viewer.account()).stream()
            .filter(own -> own.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    int changed =
        db.sql("update api_tokens set revoked_at = ? where id = ? and revoked_at is null")
            .params(now(), id)
            .update();
    if (changed == 1) {
      audit.record(token.organization(), "token.revoke", "token " + id, token.name());
    }
  }

  @Override
  public void revokeAll(UUID account) {
    endAll(account, null);
  }

  @Override
  public void endAll(UUID account, @Nullable String owner) {
    // An administrator ends those of others.
    kz.senim.server.walls.Scope.system(() -> end(account, owner));
  }

  private void end(UUID account, @Nullable String owner) {
    List<Token> ended =
        db.sql(
                """
                with ended as (
                  update api_tokens set revoked_at = :now
                  where account_id = :account and revoked_at is null and expires_at > :now
                  returning *)
                select t.*, o.name as organization_name
                from ended t left join organizations o on o.id = t.organization_id
                """)
            .param("now", now())
            .param("account", account)
            .query((row, _) -> token(row))
            .list();
    for (Token token : ended) {
      String subject = "token " + token.id();
      if (owner == null) {
        audit.record(token.organization(), "token.revoke", subject, token.name());
      } else {
        audit.record(
            account, owner, token.organization(), "token.revoke", subject, token.name(), true);
      }
    }
  }

  /** The token, when it works; its use is noted, once a minute. */
  Optional<Token> use(String text, String address) {
    if (!TokenText.isWellFormed(text)) {
      return Optional.empty();
    }
    // Nobody is known yet.
    return kz.senim.server.walls.Scope.system(() -> used(text, address));
  }

  private Optional<Token> used(String text, String address) {
    Optional<Token> found =
        db.sql(TOKENS + "where t.hash = ?")
            .param(hash(text))
            .query((row, _) -> token(row))
            .optional()
            .filter(token -> token.works(clock.instant()));
    found.ifPresent(token -> noteUse(token, address));
    return found;
  }

  /**
   * Why a token opens nothing, for the audit log.
   *
   * @param token null when there is none like it
   * @param email of its owner; empty without a token
   * @param why a word that {@code audit.detail.<why>} says in each language
   */
  record Ended(@Nullable Token token, String email, String why) {}

  /** Why the text opened nothing a moment ago. One statement. */
  Ended ended(String text) {
    Ended unknown = new Ended(null, "", "token-unknown");
    if (!TokenText.isWellFormed(text)) {
      return unknown;
    }
    return kz.senim.server.walls.Scope.system(
        () ->
            db.sql(
                    """
                    select t.*, o.name as organization_name, a.email
                    from api_tokens t join accounts a on a.id = t.account_id
                    left join organizations o on o.id = t.organization_id
                    where t.hash = ?
                    """)
                .param(hash(text))
                .query(
                    (row, _) -> {
                      Token token = token(row);
                      String why =
                          token.revoked()
                              ? "token-revoked"
                              : token.works(clock.instant()) ? "token-account" : "token-expired";
                      return new Ended(token, row.getString("email"), why);
                    })
                .optional()
                .orElse(unknown));
  }

  private void noteUse(Token token, String address) {
    Instant before = token.lastUsed();
    if (before == null || before.isBefore(clock.instant().minusSeconds(60))) {
      db.sql("update api_tokens set used_at = ?, used_from = ? where id = ?")
          .params(now(), address, token.id())
          .update();
    }
  }

  private static Token token(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Array words = row.getArray("scopes");
    for (String word : (String[]) words.getArray()) {
      Scope.find(word).ifPresent(scopes::add); // one that is no more opens nothing
    }
    return new Token(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("organization_name"),
        row.getString("name"),
        scopes,
        row.getString("hint"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row.getTimestamp("used_at")),
        row.getString("used_from"),
        row.getTimestamp("revoked_at") != null);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
