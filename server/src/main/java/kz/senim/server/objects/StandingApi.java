package kz.senim.server.objects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How objects stood, counted: as last decided, which is today after each change and each night. */
@ApiController
class StandingApi {

  private final Objects objects;
  private final Standings standings;

  StandingApi(Objects objects, Standings standings) {
    this.objects = objects;
    this.standings = standings;
  }

  /**
   * How many requirements came out how.
   *
   * @param day on which it was counted
   * @param highNotMet of those not met, how many weigh most
   * @param nextDue the first day on which something is due; absent when nothing has a day
   */
  public record StandingView(
      LocalDate day,
      int met,
      int notMet,
      int undecided,
      int notApplicable,
      int highNotMet,
      @Nullable LocalDate nextDue) {

    static StandingView of(Standing of) {
      return new StandingView(
          of.day(),
          of.met(),
          of.notMet(),
          of.undecided(),
          of.notApplicable(),
          of.highNotMet(),
          of.nextDue());
    }
  }

  /** An object and how it stood by the day; absent when it was not counted by then. */
  public record ObjectStanding(UUID object, String name, @Nullable StandingView standing) {}

  /** How the organisation's objects stood by the day. */
  @GetMapping("/organizations/{organization}/standings")
  @Needs(Scope.OBJECTS_READ)
  Part<ObjectStanding> list(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    List<InformatizationObject> found =
        objects.objectsAfter(organization, paging.id(), paging.oneMore());
    Map<UUID, Standing> counted =
        standings.latest(found.stream().map(InformatizationObject::id).toList(), caller.day());
    return paging.part(
        found,
        object -> object.id().toString(),
        object -> {
          Standing standing = counted.get(object.id());
          return new ObjectStanding(
              object.id(), object.name(), standing == null ? null : StandingView.of(standing));
        });
  }

  /** How an object stood on each day on which it was counted, up to the day, oldest first. */
  @GetMapping("/objects/{object}/standings")
  @Needs(Scope.OBJECTS_READ)
  Part<StandingView> trend(@PathVariable UUID object, Caller caller, Paging paging) {
    objects.object(caller.viewer(), object);
    return paging.part(
        standings.trendAfter(
            object, paging.place(StandingApi::day), caller.day(), paging.oneMore()),
        standing -> standing.day().toString(),
        StandingView::of);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
