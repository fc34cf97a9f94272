package kz.senim.server.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.core.source.SourceFile;
import kz.senim.core.text.Lang;
import kz.senim.server.audit.Audit;
import kz.senim.server.audit.Refusals;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports: files as they came, what they would change, and taking them over. */
@Component
@Transactional
public class Imports {

  private final JdbcClient db;
  private final Assessments assessments;
  private final PassportFiles files;
  private final Planner planner;
  private final Audit audit;
  private final Refusals refusals;
  private final Clock clock;

  Imports(
      JdbcClient db,
      Assessments assessments,
      PassportFiles files,
      Planner planner,
      Audit audit,
      Refusals refusals,
      Clock clock) {
    this.db = db;
    this.assessments = assessments;
    this.files = files;
    this.planner = planner;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * An import.
   *
   * @param taken when it was taken over; null while it only was looked at
   * @param job the job that takes or took it over; null when none was needed
   */
  public record Upload(
      UUID id, UUID organization, Instant at, @Nullable Instant taken, @Nullable UUID job) {}

  /** Notes files that are too many or too large to be looked at. */
  void refused(Viewer viewer, UUID organization) {
    refusals.note(
        new Refusals.Who(viewer.account(), viewer.email(), organization),
        "import.refused",
        "files",
        "too-large");
  }

  /** Notes that not all that the files tell can be taken over. */
  void unfit(Viewer viewer, Upload upload) {
    refusals.note(
        new Refusals.Who(viewer.account(), viewer.email(), upload.organization()),
        "import.refused",
        "import " + upload.id(),
        "unfit");
  }

  /** Keeps the files for being looked at. */
  UUID add(Viewer viewer, UUID organization, List<SourceFile> uploaded) {
    viewer.mustWrite(organization);
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into imports (id, organization_id, uploaded_by, uploaded_at)
            values (?, ?, ?, ?)
            """)
        .params(id, organization, viewer.account(), Timestamp.from(clock.instant()))
        .update();
    for (int i = 0; i < uploaded.size(); i++) {
      db.sql("insert into import_files (import_id, position, name, content) values (?, ?, ?, ?)")
          .params(id, i, uploaded.get(i).name(), uploaded.get(i).bytes())
          .update();
    }
    audit.record(
        organization,
        "import.upload",
        "import " + id,
        String.join(", ", uploaded.stream().map(SourceFile::name).toList()));
    return id;
  }

  /**
   * @throws NotFound when there is none in the organisation, or it is not theirs to change
   */
  Upload get(Viewer viewer, UUID organization, UUID id) {
    viewer.mustWrite(organization);
    return db.sql("select * from imports where id = ? and organization_id = ?")
        .params(id, organization)
        .query(
            (row, _) -> {
              Timestamp taken = row.getTimestamp("taken_at");
              return new Upload(
                  row.getObject("id", UUID.class),
                  row.getObject("organization_id", UUID.class),
                  row.getTimestamp("uploaded_at").toInstant(),
                  taken == null ? null : taken.toInstant(),
                  row.getObject("job_id", UUID.class));
            })
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** What the files tell, in their order. */
  List<Told> told(Organization organization, UUID id, Lang lang) {
    List<Told> told = new ArrayList<>();
    db.sql("select name, content from import_files where import_id = ? order by position")
        .param(id)
        .query((row, _) -> new SourceFile(row.getString("name"), row.getBytes("content")))
        .list()
        .forEach(file -> told.addAll(files.read(file, organization.name(), lang)));
    return told;
  }

  /** What taking it over will change. */
  List<Planned> plan(Organization organization, UUID id, Lang lang) {
    return planner.plan(organization, told(organization, id, lang), lang);
  }

  /** Notes that it is taken over; false when somebody was faster. */
  boolean take(UUID id) {
    return db.sql("update imports set taken_at = ? where id = ? and taken_at is null")
            .params(Timestamp.from(clock.instant()), id)
            .update()
        == 1;
  }

  void takenBy(UUID id, UUID job) {
    db.sql("update imports set job_id = ? where id = ?").params(job, id).update();
  }

  /**
   * Registers or completes the object that a passport tells of; does nothing when all of it is
   * known.
   *
   * @return the object
   */
  UUID takeOver(Viewer viewer, Organization organization, Told told, Lang lang) {
    Planned planned = planner.plan(organization, List.of(told), lang).getFirst();
    InformatizationObject object = planned.object();
    if (planned.difference() == null) {
      throw new IllegalArgumentException(told.file() + " holds no passport");
    }
    if (object == null) {
      return assessments.register(viewer, organization.id(), planned.difference());
    }
    assessments.complete(viewer, object.id(), planned.difference());
    return object.id();
  }
}
