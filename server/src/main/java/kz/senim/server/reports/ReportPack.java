package kz.senim.server.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.senim.server.audit.Audit;
import kz.senim.server.jobs.Job;
import kz.senim.server.jobs.JobKind;
import kz.senim.server.jobs.JobProgress;
import kz.senim.server.objects.Assessed;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import kz.senim.server.objects.Organization;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.springframework.stereotype.Component;

/** The reports of all objects of an organisation, as one archive. Begun again, it starts anew. */
@Component
class ReportPack implements JobKind {

  static final String KIND = "report-pack";

  private final Objects objects;
  private final Assessments assessments;
  private final ReportWriter writer;
  private final Viewers viewers;
  private final IcuMessages messages;
  private final Audit audit;

  ReportPack(
      Objects objects,
      Assessments assessments,
      ReportWriter writer,
      Viewers viewers,
      IcuMessages messages,
      Audit audit) {
    this.objects = objects;
    this.assessments = assessments;
    this.writer = writer;
    this.viewers = viewers;
    this.messages = messages;
    this.audit = audit;
  }

  /** {@code 2026-11-23 pdf xlsx}. */
  record Input(LocalDate day, List<ReportFormat> formats) {

    String text() {
      return day + " " + String.join(" ", formats.stream().map(ReportFormat::word).toList());
    }

    static Input of(String text) {
      List<String> words = List.of(text.split(" ", -1));
      return new Input(
          LocalDate.parse(words.getFirst()),
          words.stream().skip(1).flatMap(w -> ReportFormat.find(w).stream()).toList());
    }
  }

  @Override
  public String word() {
    return KIND;
  }

  @Override
  public void run(Job job, JobProgress progress) throws IOException {
    Input input = Input.of(job.input());
    Viewer viewer = viewers.get();
    Organization organization = objects.organization(viewer, job.organization());
    List<InformatizationObject> list = objects.list(organization.id());
    Set<String> names = new HashSet<>();
    int done = 0;
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(progress.open()), StandardCharsets.UTF_8)) {
      for (InformatizationObject object : list) {
        progress.step(Math.min(done, job.total()), object.name());
        Assessed assessed = assessments.assess(viewer, object.id(), input.day());
        for (ReportFormat format : input.formats()) {
          zip.putNextEntry(new ZipEntry(unique(ReportWriter.fileName(assessed, format), names)));
          writer.write(format, assessed, job.lang(), zip);
          zip.closeEntry();
        }
        audit.record(
            organization.id(),
            "report.print",
            "object " + object.id(),
            job.input() + ", " + job.lang().code());
        done++;
      }
    }
    progress.result(
        ReportWriter.clean(organization.name()) + " " + input.day() + ".zip", "application/zip");
    progress.say(messages.get(job.lang(), "reports.pack.made", done));
  }

  /** Two objects may bear the same name. */
  private static String unique(String name, Set<String> names) {
    int dot = name.lastIndexOf('.');
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? name : name.substring(0, dot) + " (" + n + ")" + name.substring(dot))
        .filter(names::add)
        .findFirst()
        .orElseThrow();
  }
}
