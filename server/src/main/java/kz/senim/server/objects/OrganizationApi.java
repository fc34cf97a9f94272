package kz.senim.server.objects;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Problem;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Organisations and their objects. */
@ApiController
class OrganizationApi {

  private final Objects objects;
  private final Registration registration;
  private final Once once;
  private final Locks locks;

  OrganizationApi(Objects objects, Registration registration, Once once, Locks locks) {
    this.objects = objects;
    this.registration = registration;
    this.once = once;
    this.locks = locks;
  }

  /** An organisation; its business identification number has twelve digits. */
  public record OrganizationView(UUID id, String name, @Nullable String bin, boolean archived) {

    static OrganizationView of(Organization of) {
      return new OrganizationView(of.id(), of.name(), of.bin(), of.archived());
    }
  }

  /** An informatisation object. */
  public record ObjectView(
      UUID id, UUID organization, String name, @Nullable String code, boolean archived) {

    static ObjectView of(InformatizationObject of) {
      return new ObjectView(of.id(), of.organization(), of.name(), of.code(), of.archived());
    }
  }

  /** An organisation to be registered. */
  @Body
  public record NewOrganization(@Longest(300) String name, @Longest(20) String bin) {}

  /** An object to be registered. */
  @Body
  public record NewObject(@Longest(300) String name, @Nullable @Longest(300) String code) {}

  /** The organisations that the caller may read. */
  @GetMapping("/organizations")
  @Needs(Scope.OBJECTS_READ)
  Part<OrganizationView> organizations(Caller caller, Paging paging) {
    return paging.part(
        objects.organizationsAfter(caller.viewer().roles().keySet(), paging.id(), paging.oneMore()),
        organization -> organization.id().toString(),
        OrganizationView::of);
  }

  /** One organisation. */
  @GetMapping("/organizations/{organization}")
  @Needs(Scope.OBJECTS_READ)
  OrganizationView organization(@PathVariable UUID organization, Caller caller) {
    return OrganizationView.of(objects.organization(caller.viewer(), organization));
  }

  /** Registers an organisation; the caller becomes its owner's person. */
  @PostMapping("/organizations")
  @Needs(Scope.OBJECTS_WRITE)
  ResponseEntity<OrganizationView> addOrganization(
      @RequestBody NewOrganization body, Caller caller, Once.Request request) {
    if (caller.only() != null) {
      throw new Refusal(Problem.FORBIDDEN); // the token is for one organisation, not for another
    }
    return once.make(
        request,
        caller,
        body,
        OrganizationView.class,
        () -> {
          new Mistakes()
              .form(
                  registration.mistakes(body.name(), body.bin()),
                  Map.of("objects.bin-taken", "bin"))
              .refuse();
          UUID id = registration.register(caller.viewer(), body.name(), body.bin());
          return new Once.Made<>(
              ApiController.PATH + "/organizations/" + id,
              new OrganizationView(
                  id, body.name().strip(), body.bin().replaceAll("\\s", ""), false));
        });
  }

  /** The organisation's objects. */
  @GetMapping("/organizations/{organization}/objects")
  @Needs(Scope.OBJECTS_READ)
  Part<ObjectView> objects(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.part(
        objects.objectsAfter(organization, paging.id(), paging.oneMore()),
        object -> object.id().toString(),
        ObjectView::of);
  }

  /** Registers an object of which nothing is known yet. */
  @PostMapping("/organizations/{organization}/objects")
  @Needs(Scope.OBJECTS_WRITE)
  ResponseEntity<ObjectView> addObject(
      @PathVariable UUID organization,
      @RequestBody NewObject body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        ObjectView.class,
        () -> {
          new Mistakes()
              .form(
                  Registration.isBadName(body.name()) ? List.of("objects.bad-name") : List.of(),
                  Map.of())
              .refuse();
          UUID id = objects.add(caller.viewer(), organization, body.name(), body.code());
          return new Once.Made<>(
              ApiController.PATH + "/objects/" + id,
              ObjectView.of(objects.object(caller.viewer(), id)));
        });
  }

  /** One object. */
  @GetMapping("/objects/{object}")
  @Needs(Scope.OBJECTS_READ)
  ObjectView object(@PathVariable UUID object, Caller caller) {
    return ObjectView.of(objects.object(caller.viewer(), object));
  }

  /** Puts an object away; it can be read still. */
  @PostMapping("/objects/{object}/archive")
  @Needs(Scope.OBJECTS_WRITE)
  ObjectView archive(
      @PathVariable UUID object, @RequestBody ArchiveReason body, Caller caller, Match match) {
    objects.objectToChange(caller.viewer(), object);
    return locks.with(
        object,
        () -> {
          ObjectView found = object(object, caller);
          match.must(found);
          Refusal.whenArchived(found.archived());
          objects.archive(caller.viewer(), object, body.given());
          return object(object, caller);
        });
  }
}
