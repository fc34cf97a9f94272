package kz.senim.server.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.Vault;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, what they are where, and the links with which they are set up. */
@Component
@Transactional
public class Accounts {

  private static final Duration LINK_LASTS = Duration.ofDays(3);
  private static final String COLUMNS =
      """
      select id, email, name, lang, administrator, password_hash is not null as ready,
             totp_secret is not null as totp, disabled_at is not null as disabled,
             provider_subject is not null as provider, last_sign_in,
             (select count(*) from user_entities e
              join user_credentials c on c.user_entity_user_id = e.id where e.name = email) as passkeys
      from accounts
      """;
  private static final RowMapper<Account> ROW =
      (row, _) ->
          new Account(
              row.getObject("id", UUID.class),
              row.getString("email"),
              row.getString("name"),
              row.getString("lang"),
              row.getBoolean("administrator"),
              row.getBoolean("ready"),
              row.getBoolean("totp"),
              row.getInt("passkeys"),
              row.getBoolean("disabled"),
              row.getBoolean("provider"),
              instant(row.getTimestamp("last_sign_in")));

  private final JdbcClient db;
  private final Vault vault;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Accounts(JdbcClient db, Vault vault, PasswordEncoder passwords, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.passwords = passwords;
    this.clock = clock;
  }

  public Optional<Account> find(UUID id) {
    return Scope.system(() -> db.sql(COLUMNS + "where id = ?").param(id).query(ROW).optional());
  }

  public Optional<Account> findByEmail(String email) {
    return Scope.system(
        () -> db.sql(COLUMNS + "where lower(email) = lower(?)").param(email).query(ROW).optional());
  }

  /**
   * Accounts by name.
   *
   * @param words part of a name or an e-mail; empty for all
   * @param after the account after which to go on; null from the start
   * @param most how many at most
   */
  public List<Account> list(String words, @Nullable UUID after, int most) {
    return Scope.system(
        () ->
            db.sql(
                    COLUMNS
                        + """
                        where (:words = '' or name ilike :like or email ilike :like)
                          and (cast(:after as uuid) is null
                               or (name, id) > (select b.name, b.id from accounts b where b.id = :after))
                        order by name, id limit :most
                        """)
                .param("words", words)
                .param("like", like(words))
                .param("after", after)
                .param("most", most)
                .query(ROW)
                .list());
  }

  public boolean isEmpty() {
    return Scope.system(
        () -> db.sql("select count(*) from accounts").query(Long.class).single() == 0);
  }

  /** Makes an account without a password; a {@link #newLink} lets its owner choose one. */
  public UUID create(String email, String name, boolean administrator) {
    UUID id = UUID.randomUUID();
    db.sql(
            "insert into accounts (id, email, name, administrator, created_at) values (?, ?, ?, ?,"
                + " ?)")
        .params(id, email.strip(), name.strip(), administrator, now())
        .update();
    return id;
  }

  /** Makes a member of an organisation. */
  public void grant(UUID account, UUID organization, Role role) {
    db.sql("insert into memberships values (?, ?, ?) on conflict do nothing")
        .params(account, organization, role.word())
        .update();
  }

  public void withdraw(UUID account, UUID organization, Role role) {
    db.sql("delete from memberships where account_id = ? and organization_id = ? and role = ?")
        .params(account, organization, role.word())
        .update();
  }

  public void setPassword(UUID account, String password) {
    db.sql("update accounts set password_hash = ? where id = ?")
        .params(passwords.encode(password), account)
        .update();
  }

  public void setName(UUID account, String name) {
    db.sql("update accounts set name = ? where id = ?").params(name.strip(), account).update();
  }

  void setAdministrator(UUID account, boolean administrator) {
    db.sql("update accounts set administrator = ? where id = ?")
        .params(administrator, account)
        .update();
  }

  void setDisabled(UUID account, boolean disabled) {
    db.sql("update accounts set disabled_at = :at where id = :id")
        .param("at", disabled ? now() : null)
        .param("id", account)
        .update();
  }

  /**
   * The administrators who can enter, locked until the transaction ends, so that no two of them put
   * each other out at once.
   */
  List<UUID> administratorsLocked() {
    return db.sql(
            "select id from accounts where administrator and disabled_at is null order by id for"
                + " update")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  void entered(UUID account) {
    db.sql("update accounts set last_sign_in = ? where id = ?").params(now(), account).update();
  }

  public void setLanguage(UUID account, String lang) {
    db.sql("update accounts set lang = ? where id = ?").params(lang, account).update();
  }

  @Nullable String passwordHash(String email) {
    return Scope.system(
        () ->
            db.sql("select password_hash from accounts where lower(email) = lower(?)")
                .param(email)
                .query(String.class)
                .optional()
                .orElse(null));
  }

  public void setTotpSecret(UUID account, byte[] secret) {
    db.sql("update accounts set totp_secret = ?, totp_step = null where id = ?")
        .params(vault.seal(secret, totpPlace(account)), account)
        .update();
  }

  /** Where a secret is kept, to which its encryption is bound. */
  static String totpPlace(UUID account) {
    return "accounts.totp_secret/" + account;
  }

  /** Takes away whatever second factor the account has, and whom the provider knows it as. */
  void removeSecondFactors(UUID account) {
    Scope.system(
        () -> {
          db.sql(
                  """
                  update accounts set totp_secret = null, totp_step = null,
                    provider_issuer = null, provider_subject = null
                  where id = ?
                  """)
              .param(account)
              .update();
          db.sql("delete from recovery_codes where account_id = ?").param(account).update();
          db.sql(
                  """
                  delete from user_credentials where user_entity_user_id in
                    (select e.id from user_entities e join accounts a on a.email = e.name where a.id = ?)
                  """)
              .param(account)
              .update();
        });
  }

  Optional<byte[]> totpSecret(UUID account) {
    return db.sql("select totp_secret from accounts where id = ? and totp_secret is not null")
        .param(account)
        .query(byte[].class)
        .optional()
        .map(
            stored -> {
              try {
                return vault.open(stored, totpPlace(account));
              } catch (Damaged e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** Marks a time step as used; false when it or a later one was used before. */
  boolean useTotpStep(UUID account, long step) {
    // A step far ahead was used while the clock was wrong: it must not lock the account for days.
    return db.sql(
                """
                update accounts set totp_step = :step where id = :account
                  and (coalesce(totp_step, 0) < :step or totp_step > :step + 20)
                """)
            .param("step", step)
            .param("account", account)
            .update()
        == 1;
  }

  /** The account that the identity provider's word for somebody stands for. */
  Optional<Account> findByProvider(String issuer, String subject) {
    return Scope.system(
        () ->
            db.sql(COLUMNS + "where provider_issuer = ? and provider_subject = ?")
                .params(issuer, subject)
                .query(ROW)
                .optional());
  }

  /** Keeps the provider's word for somebody; false when another is kept already. */
  boolean setProvider(UUID account, String issuer, String subject) {
    return Scope.system(
        () ->
            db.sql(
                        """
                        update accounts set provider_issuer = ?, provider_subject = ?
                        where id = ? and provider_subject is null
                        """)
                    .params(issuer, subject, account)
                    .update()
                == 1);
  }

  /**
   * A one-time link; those made for the account before stop working.
   *
   * @param account whose password it sets; null for the one that makes the first administrator
   * @return the token, which is kept only as a hash
   */
  public String newLink(@Nullable UUID account) {
    endLinks(account, "");
    return addLink(account, false);
  }

  /**
   * A one-time link that opens nothing until {@link #openLink}.
   *
   * @return the token, which is kept only as a hash
   */
  String newWaitingLink(UUID account) {
    return addLink(account, true);
  }

  /** By what a link is known without opening anything. */
  static String handle(String token) {
    return HexFormat.of().formatHex(hash(token));
  }

  /** Lets a link work that waited; those before stop working. */
  void openLink(UUID account, String handle) {
    endLinks(account, handle);
    Scope.system(
        () ->
            db.sql(
                    """
                    update setup_links set waits = false, expires_at = ?
                    where account_id = ? and token_hash = ? and used_at is null
                    """)
                .params(until(), account, HexFormat.of().parseHex(handle))
                .update());
  }

  private void endLinks(@Nullable UUID account, String but) {
    Scope.system(
        () ->
            db.sql(
                    """
                    update setup_links set used_at = :now
                    where account_id is not distinct from cast(:account as uuid) and used_at is null
                      and token_hash <> :but
                    """)
                .param("now", now())
                .param("account", account)
                .param("but", HexFormat.of().parseHex(but))
                .update());
  }

  private String addLink(@Nullable UUID account, boolean waits) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Scope.system(
        () ->
            db.sql(
                    """
                    insert into setup_links (token_hash, account_id, expires_at, waits)
                    values (:hash, :id, :until, :waits)
                    """)
                .param("hash", hash(token))
                .param("id", account)
                .param("until", until())
                .param("waits", waits)
                .update());
    return token;
  }

  /** A link that still works: the account it is for, or null when it makes the first. */
  record Link(@Nullable UUID account) {}

  /** By its {@link #handle}. */
  Optional<Link> findLink(String handle) {
    return Scope.system(
        () ->
            db.sql(
                    """
                    select account_id from setup_links
                    where token_hash = ? and used_at is null and not waits and expires_at > ?
                      and (account_id is not null or not exists (select 1 from accounts))
                      and not exists (select 1 from accounts where id = account_id and disabled_at is not null)
                    """)
                .params(HexFormat.of().parseHex(handle), now())
                .query((row, _) -> new Link(row.getObject("account_id", UUID.class)))
                .optional());
  }

  /** Uses the link up; false when somebody was quicker. */
  boolean useLink(String handle) {
    return Scope.system(
        () ->
            db.sql(
                        "update setup_links set used_at = ? where token_hash = ? and used_at is null and"
                            + " not waits")
                    .params(now(), HexFormat.of().parseHex(handle))
                    .update()
                == 1);
  }

  private Timestamp until() {
    return Timestamp.from(clock.instant().plus(LINK_LASTS));
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock));
  }

  /** For ILIKE: the words anywhere, each sign meaning itself. */
  static String like(String words) {
    return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** Of secrets that are too random to be guessed; passwords take {@link PasswordEncoder}. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
