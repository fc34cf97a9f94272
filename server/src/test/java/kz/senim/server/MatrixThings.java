package kz.senim.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One thing of each sort in an organisation, straight into the database, so that a question about
 * it is answered by who asks and not by its absence.
 */
public final class MatrixThings {

  private static final byte[] FILE = "%PDF-1.7\n".getBytes(UTF_8);
  private static final byte[] ASSETS = "code,name,kind\nA-2,A server,hardware\n".getBytes(UTF_8);

  private final JdbcClient db;
  private final Path data;
  private final UUID organization;
  private final UUID object;
  private final UUID owner;
  private final int number;
  private final Map<String, String> values = new HashMap<>();

  private MatrixThings(
      JdbcClient db, Path data, UUID organization, UUID object, UUID owner, int number) {
    this.db = db;
    this.data = data;
    this.organization = organization;
    this.object = object;
    this.owner = owner;
    this.number = number;
  }

  /**
   * What can stand in braces in the matrix, for things that are made now.
   *
   * @param number another one for each set of things in an organisation
   */
  public static Map<String, String> in(
      JdbcClient db, Path data, UUID organization, UUID object, UUID owner, int number)
      throws IOException {
    MatrixThings things = new MatrixThings(db, data, organization, object, owner, number);
    things.evidence();
    things.remedy();
    things.staff();
    things.documents();
    things.risks();
    things.uploads();
    things.approval();
    things.hooks();
    things.ofTheOwnerAlone();
    return things.values;
  }

  private void evidence() throws IOException {
    String hash = HexFormat.of().formatHex(sha256(FILE));
    Path file = data.resolve("evidence").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    Files.createDirectories(file.getParent());
    Files.write(file, FILE);
    UUID piece = id("evidence");
    insert(
        """
        insert into evidence (id, organization_id, kind, title, created_at, created_by)
        values (?, ?, 'configuration', 'Settings', now(), ?)
        """,
        piece,
        organization,
        owner);
    insert(
        """
        insert into evidence_versions
          (evidence_id, version, sha256, size, media_type, file_name, uploaded_at, uploaded_by)
        values (?, 1, ?, ?, 'application/pdf', 'settings.pdf', now(), ?)
        """,
        piece,
        hash,
        FILE.length,
        owner);
    number(
        "evidence-link",
        """
        insert into evidence_links (evidence_id, requirement, object_id, linked_at, linked_by)
        values (?, 'ur-38-4-retention', ?, now(), ?) returning id
        """,
        piece,
        object,
        owner);
  }

  private void remedy() {
    insert(
        """
        insert into remedies
          (id, organization_id, object_id, requirement, task, owner_id, due, status, created_at)
        values (?, ?, ?, 'ur-38-4-retention', 'Keep them', ?, '2099-01-01', 'open', now())
        """,
        id("remedy"),
        organization,
        object,
        owner);
  }

  private void staff() {
    UUID member = id("member");
    insert(
        """
        insert into staff_members (id, organization_id, name, post, duty, created_at, created_by)
        values (?, ?, 'Somebody', 'Engineer', 'security', now(), ?)
        """,
        member,
        organization,
        owner);
    insert(
        """
        insert into staff_trainings
          (id, member_id, kind, title, finished_on, created_at, created_by)
        values (?, ?, 'security-course', 'A course', '2024-01-01', now(), ?)
        """,
        id("training"),
        member,
        owner);
  }

  private void documents() {
    insert(
        """
        insert into security_documents
          (id, organization_id, level, title, in_kazakh, in_russian, created_at, created_by)
        values (?, ?, 2, 'Rules', true, true, now(), ?)
        """,
        id("document"),
        organization,
        owner);
  }

  private void risks() {
    UUID asset = id("asset");
    insert(
        """
        insert into assets (id, organization_id, code, name, kind, created_at, created_by)
        values (?, ?, ?, 'A server', 'hardware', now(), ?)
        """,
        asset,
        organization,
        "A-" + (number == 1 ? 1 : 100 + number),
        owner);
    UUID risk = id("risk");
    insert(
        """
        insert into risks (id, organization_id, title, threat, created_at, created_by)
        values (?, ?, 'Fire', 'Fire', now(), ?)
        """,
        risk,
        organization,
        owner);
    insert("insert into risk_assets (risk_id, asset_id) values (?, ?)", risk, asset);
    insert(
        """
        insert into risk_measures (id, risk_id, text, owner, due, created_at, created_by)
        values (?, ?, 'An alarm', 'Somebody', '2099-01-01', now(), ?)
        """,
        id("measure"),
        risk,
        owner);
  }

  private void hooks() {
    UUID hook = id("hook");
    insert(
        """
        insert into hook_subscriptions (id, organization_id, url, events, secret, created_at, created_by)
        values (?, ?, 'https://127.0.0.1/', '{duty.due}', 'x', now(), ?)
        """,
        hook,
        organization,
        owner);
    insert(
        """
        insert into hook_deliveries
          (id, subscription_id, organization_id, type, payload, created_at, state, next_at)
        values (?, ?, ?, 'test.ping', '{}', now(), 'failed', now())
        """,
        id("delivery"),
        hook,
        organization);
  }

  private void uploads() throws IOException {
    insert(
        """
        insert into asset_imports (id, organization_id, file_name, content, created_at, created_by)
        values (?, ?, 'assets.csv', ?, now(), ?)
        """,
        id("assets-file"),
        organization,
        ASSETS,
        owner);
    UUID upload = id("upload");
    insert(
        "insert into imports (id, organization_id, uploaded_by, uploaded_at) values (?, ?, ?,"
            + " now())",
        upload,
        organization,
        owner);
    insert(
        "insert into import_files (import_id, position, name, content) values (?, 0, ?, ?)",
        upload,
        "passport.yaml",
        Files.readAllBytes(Path.of("../examples/clinic-chain.yaml")));
  }

  /**
   * What not even the others of the organisation see; the link of a feed opens to whoever has it.
   */
  private void ofTheOwnerAlone() throws IOException {
    UUID job = id("job");
    insert(
        """
        insert into jobs
          (id, kind, organization_id, owner, lang, title, input, state, done, total, result_name,
           result_type, result_size, created_at, ended_at)
        values (?, 'report-pack', ?, ?, 'en', 'Regional akimat', '', 'done', 1, 1, 'reports.pdf',
          'application/pdf', ?, now(), now())
        """,
        job,
        organization,
        owner,
        FILE.length);
    Files.write(Files.createDirectories(data.resolve("jobs")).resolve(job.toString()), FILE);
    number(
        "notice",
        """
        insert into notices (account_id, key, kind, args, link, created_at, by_mail)
        values (?, ?, 'remedy-due', ?::jsonb, '/duties', now(), false) returning id
        """,
        owner,
        "matrix " + number,
        """
        [{"type": "TEXT", "value": "Keep them"}, {"type": "TEXT", "value": "A server"},
         {"type": "DAY", "value": "2099-01-01"}]""");
    UUID token = id("token");
    insert(
        """
        insert into api_tokens
          (id, account_id, name, scopes, hash, hint, created_at, expires_at)
        values (?, ?, 'Inventory', '{objects:read}', ?, 'senim_x', now(), now() + interval '1 day')
        """,
        token,
        owner,
        sha256(token.toString().getBytes(UTF_8)));
    if (number > 1) {
      return; // there is one feed
    }
    String feed = UUID.randomUUID().toString();
    values.put("feed", feed);
    insert(
        "insert into duty_feeds (token_hash, account_id, created_at) values (?, ?, now())",
        sha256(feed.getBytes(UTF_8)),
        owner);
  }

  /** A role for somebody new. */
  private void approval() {
    UUID somebody = UUID.randomUUID();
    insert(
        "insert into accounts (id, email, name, created_at) values (?, ?, 'Somebody', now())",
        somebody,
        somebody + "@example.kz");
    insert(
        """
        insert into approvals
          (id, kind, organization_id, subject, target, input, asked_by, asked_at, expires_at, state)
        values (?, 'owner', ?, 'somebody', ?, ?, ?, now(), now() + interval '1 day', 'waiting')
        """,
        id("approval"),
        organization,
        somebody,
        somebody.toString(),
        owner);
  }

  private UUID id(String name) {
    UUID id = UUID.randomUUID();
    values.put(name, id.toString());
    return id;
  }

  private void insert(String sql, Object... params) {
    db.sql(sql).params(params).update();
  }

  private void number(String name, String sql, Object... params) {
    values.put(name, db.sql(sql).params(params).query(Long.class).single().toString());
  }

  private static byte[] sha256(byte[] of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
