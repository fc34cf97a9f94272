package kz.senim.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Outcome;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Requirement;
import kz.senim.core.law.Vocabulary;
import kz.senim.server.evidence.Content;
import kz.senim.server.evidence.Contents;
import kz.senim.server.evidence.Description;
import kz.senim.server.evidence.Evidence;
import kz.senim.server.evidence.Links;
import kz.senim.server.objects.Assessments;
import kz.senim.server.remedies.Plan;
import kz.senim.server.remedies.Remedies;
import kz.senim.server.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented evidence and remedies of an invented object. */
@Component
@Order(10)
class DemoWork implements DemoPart {

  private static final int SERVES = 4;

  private final Assessments assessments;
  private final Evidence evidence;
  private final Contents contents;
  private final Links links;
  private final Remedies remedies;
  private final LawBook book;
  private final Clock clock;

  DemoWork(
      Assessments assessments,
      Evidence evidence,
      Contents contents,
      Links links,
      Remedies remedies,
      LawBook book,
      Clock clock) {
    this.assessments = assessments;
    this.evidence = evidence;
    this.contents = contents;
    this.links = links;
    this.remedies = remedies;
    this.book = book;
    this.clock = clock;
  }

  /**
   * @param ends in how many days it ends; 0 for never
   */
  private record Invented(String kind, String title, int ends) {}

  private static final List<Invented> PIECES =
      List.of(
          new Invented("is-policy", "Политика информационной безопасности (пример)", 0),
          new Invented("approval-act", "Приказ об утверждении документов ИБ (пример)", 0),
          new Invented("log-policy", "Правила журналирования событий (пример)", 200),
          new Invented("backup-log", "Журнал резервного копирования (пример)", 20),
          new Invented("scan-report", "Отчёт сканера уязвимостей (пример)", -12),
          new Invented("training-certificate", "Сертификат об обучении (пример)", 400));

  /** Something to be done, in how many days. */
  private record Task(String text, int due) {}

  private static final List<Task> TASKS =
      List.of(
          new Task("Подготовить и утвердить изменение в документы (пример)", 15),
          new Task("Настроить и проверить на стенде (пример)", -6),
          new Task("Закупить и ввести в эксплуатацию (пример)", 60));

  @Override
  public void fill(DemoWorld world) {
    for (DemoWorld.Place place : world.places()) {
      place.asOwner(
          () -> {
            try {
              invent(
                  place.viewer(),
                  place.organization(),
                  place.objects().getFirst(),
                  place.officer().id());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private void invent(Viewer viewer, UUID organization, UUID object, UUID responsible)
      throws IOException {
    LocalDate today = LocalDate.now(clock);
    Assessment assessment = assessments.assess(viewer, object, today).assessment();
    for (Invented piece : PIECES) {
      String text = piece.title() + "\n\nЭто вымышленный документ.\n";
      Content content =
          contents.store(new ByteArrayInputStream(text.getBytes(UTF_8)), piece.title() + ".txt");
      LocalDate until = piece.ends() == 0 ? null : today.plusDays(piece.ends());
      List<UUID> added =
          evidence.add(
              viewer,
              organization,
              new Description(piece.kind(), piece.title(), null, until, ""),
              List.of(content));
      List<String> serves =
          assessment.with(Outcome.MET).stream()
              .map(Decision::requirement)
              .filter(requirement -> requirement.evidence().contains(piece.kind()))
              .map(Requirement::id)
              .limit(SERVES)
              .toList();
      links.add(viewer, organization, added, serves, null);
    }
    List<String> heavy =
        assessment.with(Outcome.NOT_MET).stream()
            .map(Decision::requirement)
            .filter(r -> book.getSeverity(r.severity()).level() == Vocabulary.Level.HIGH)
            .map(Requirement::id)
            .limit(TASKS.size())
            .toList();
    for (int i = 0; i < heavy.size(); i++) {
      Task task = TASKS.get(i);
      Plan plan = new Plan(task.text(), responsible, today.plusDays(task.due()));
      remedies.assign(viewer, object, heavy.get(i), plan, false);
    }
  }
}
