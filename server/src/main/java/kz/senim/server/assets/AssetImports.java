package kz.senim.server.assets;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.audit.Audit;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files on their way into the inventory: read, shown, and taken over only when somebody says so.
 */
@Component
@Transactional
class AssetImports {

  /** After this a file that was read and not taken over is let go. */
  private static final Duration WAITS = Duration.ofDays(1);

  private final JdbcClient db;
  private final Assets assets;
  private final AssetWords words;
  private final Objects objects;
  private final Audit audit;
  private final Clock clock;

  AssetImports(
      JdbcClient db, Assets assets, AssetWords words, Objects objects, Audit audit, Clock clock) {
    this.db = db;
    this.assets = assets;
    this.words = words;
    this.objects = objects;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A file that waits.
   *
   * @param object to which assets belong of which the file tells none
   */
  record Waiting(UUID id, UUID organization, String name, @Nullable UUID object) {}

  AssetFile read(UUID organization, byte[] content, Lang lang) {
    Map<String, UUID> known = new HashMap<>();
    objects
        .list(organization)
        .forEach(
            object -> {
              known.put(object.name().toLowerCase(Locale.ROOT), object.id());
              if (object.code() != null) {
                known.put(object.code().toLowerCase(Locale.ROOT), object.id());
              }
            });
    return AssetFile.read(content, words, known, lang);
  }

  UUID keep(Viewer viewer, UUID organization, String name, @Nullable UUID object, byte[] content) {
    viewer.mustWrite(organization);
    db.sql("update asset_imports set content = null where content is not null and created_at < ?")
        .param(Timestamp.from(clock.instant().minus(WAITS)))
        .update();
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into asset_imports
              (id, organization_id, file_name, object_id, content, created_at, created_by)
            values (:id, :organization, :name, :object, :content, :at, :by)
            """)
        .param("id", id)
        .param("organization", organization)
        .param("name", name)
        .param("object", object)
        .param("content", content)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", viewer.account())
        .update();
    return id;
  }

  /**
   * @throws NotFound when it was taken over already, or let go, or is not the viewer's
   */
  Waiting waiting(Viewer viewer, UUID organization, UUID id) {
    viewer.mustWrite(organization);
    return db.sql(
            "select file_name, object_id from asset_imports where id = ? and organization_id = ?"
                + " and content is not null and taken_at is null")
        .params(id, organization)
        .query(
            (row, _) ->
                new Waiting(
                    id,
                    organization,
                    row.getString("file_name"),
                    row.getObject("object_id", UUID.class)))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Reads it once more: what it may name has changed since, as when an object was put away. */
  AssetFile read(Waiting waiting, Lang lang) {
    byte[] content =
        db.sql("select content from asset_imports where id = ?")
            .param(waiting.id())
            .query((row, _) -> row.getBytes("content"))
            .single();
    return read(waiting.organization(), content, lang);
  }

  /**
   * Takes the file over at once; what it tells of no object belongs to the one that was chosen.
   *
   * @throws NotFound when somebody was quicker
   */
  int take(Viewer viewer, Waiting waiting, Lang lang) {
    List<AssetEntry> entries = good(waiting, lang);
    claim(waiting);
    assets.take(viewer, waiting.organization(), entries);
    finish(waiting, entries.size());
    return entries.size();
  }

  /**
   * Marks the file as taken: nobody else can take it any more.
   *
   * @throws NotFound when somebody was quicker
   */
  void claim(Waiting waiting) {
    if (db.sql("update asset_imports set taken_at = ? where id = ? and taken_at is null")
            .params(Timestamp.from(clock.instant()), waiting.id())
            .update()
        == 0) {
      throw new NotFound();
    }
  }

  /** A file that a job takes over. */
  Waiting claimed(UUID organization, UUID id) {
    return db.sql(
            "select file_name, object_id from asset_imports where id = ? and organization_id = ?")
        .params(id, organization)
        .query(
            (row, _) ->
                new Waiting(
                    id,
                    organization,
                    row.getString("file_name"),
                    row.getObject("object_id", UUID.class)))
        .single();
  }

  /**
   * What the file tells, without mistakes.
   *
   * @throws NotFound when it has mistakes by now
   */
  List<AssetEntry> good(Waiting waiting, Lang lang) {
    AssetFile file = read(waiting, lang);
    if (!file.mistakes().isEmpty()) {
      throw new NotFound();
    }
    return entries(file, waiting.object());
  }

  /** Notes a file that is too large, or not what it should be; with its first mistake. */
  void refused(Viewer viewer, UUID organization, String name, AssetFile file) {
    FileMistake first = file.mistakes().getFirst();
    audit.record(
        viewer.account(),
        viewer.email(),
        organization,
        "asset.import-refused",
        "file",
        name + ": " + (first.line() == 0 ? "" : first.line() + ": ") + first.key(),
        false);
  }

  /** Lets the bytes go, which are in the inventory now. */
  void finish(Waiting waiting, int entries) {
    db.sql("update asset_imports set content = null where id = ?").param(waiting.id()).update();
    audit.record(
        waiting.organization(),
        "asset.import",
        "import " + waiting.id(),
        waiting.name() + ": " + entries);
  }

  static List<AssetEntry> entries(AssetFile file, @Nullable UUID object) {
    return file.entries().stream().map(entry -> entry.ofObject(object)).toList();
  }
}
