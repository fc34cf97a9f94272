package kz.senim.server.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What somebody was trained in. */
@ApiController(ApiController.PATH + "/organizations/{organization}/staff/{member}/trainings")
class TrainingApi {

  private final Staff staff;
  private final Trainings trainings;
  private final Once once;
  private final Locks locks;

  TrainingApi(Staff staff, Trainings trainings, Once once, Locks locks) {
    this.staff = staff;
    this.trainings = trainings;
    this.once = once;
    this.locks = locks;
  }

  /**
   * A training that was finished.
   *
   * @param kind security-course, information-security or informatization
   * @param certificate its number; absent when none was given
   */
  public record TrainingView(
      UUID id,
      String kind,
      String title,
      LocalDate finished,
      @Nullable String certificate,
      boolean archived) {

    static TrainingView of(Trainings.Kept kept) {
      Training of = kept.training();
      return new TrainingView(
          of.id(), of.kind(), of.title(), of.finishedOn(), of.certificate(), kept.archived());
    }
  }

  /** A training that was finished, not in the future. */
  @Body
  public record NewTraining(
      String kind,
      @Longest(300) String title,
      LocalDate finished,
      @Nullable @Longest(300) String certificate) {}

  /** Their trainings, those too that were put away. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<TrainingView> list(
      @PathVariable UUID organization,
      @PathVariable("member") UUID member,
      Caller caller,
      Paging paging) {
    find(organization, member, caller);
    return paging.part(
        trainings.after(member, paging.id(), paging.oneMore()),
        kept -> kept.training().id().toString(),
        TrainingView::of);
  }

  /** One training. */
  @GetMapping("/{training}")
  @Needs(Scope.OFFICE_READ)
  TrainingView get(
      @PathVariable UUID organization,
      @PathVariable("member") UUID member,
      @PathVariable("training") UUID id,
      Caller caller) {
    return TrainingView.of(trainings.get(find(organization, member, caller), id));
  }

  /** Records a training. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<TrainingView> add(
      @PathVariable UUID organization,
      @PathVariable("member") UUID member,
      @RequestBody NewTraining body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        TrainingView.class,
        () -> {
          StaffMember found = find(organization, member, caller);
          Refusal.whenArchived(found.archived());
          Form form = new Form("staff", Fields.of(body));
          Training training = StaffForm.training(form, caller.today());
          if (training == null) {
            throw new Mistakes().form(form.mistakes(), Map.of()).refusal();
          }
          trainings.add(caller.viewer(), found, training);
          return new Once.Made<>(
              StaffApi.path(organization, member) + "/trainings/" + training.id(),
              get(organization, member, training.id(), caller));
        });
  }

  /** Puts a training away: it counts no more. */
  @PostMapping("/{training}/archive")
  @Needs(Scope.OFFICE_WRITE)
  TrainingView archive(
      @PathVariable UUID organization,
      @PathVariable("member") UUID member,
      @PathVariable("training") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          StaffMember found = find(organization, member, caller);
          Trainings.Kept kept = trainings.get(found, id);
          match.must(TrainingView.of(kept));
          Refusal.whenArchived(found.archived() || kept.archived());
          trainings.archive(caller.viewer(), found, id, body.given());
          return get(organization, member, id, caller);
        });
  }

  private StaffMember find(UUID organization, UUID member, Caller caller) {
    return staff.member(caller.viewer(), organization, member, caller.day());
  }
}
