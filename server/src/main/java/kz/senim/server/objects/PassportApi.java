package kz.senim.server.objects;

import java.util.Map;
import java.util.UUID;
import kz.senim.core.decision.Passport;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Raw;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.OrganizationApi.ObjectView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Objects as passports: what the commands read and write too. */
@ApiController
class PassportApi {

  private static final String YAML = "application/yaml";

  private final Objects objects;
  private final Assessments assessments;
  private final PassportBodies passports;
  private final Once once;
  private final Locks locks;

  PassportApi(
      Objects objects, Assessments assessments, PassportBodies passports, Once once, Locks locks) {
    this.objects = objects;
    this.assessments = assessments;
    this.passports = passports;
    this.once = once;
    this.locks = locks;
  }

  /** All that is known of the object on the day, as a passport in JSON. */
  @GetMapping(path = "/objects/{object}/passport", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Scope.OBJECTS_READ)
  Map<String, Object> json(@PathVariable UUID object, Caller caller) {
    return passports.tree(passport(object, caller));
  }

  /** All that is known of the object on the day, as a passport in YAML. */
  @GetMapping(path = "/objects/{object}/passport.yaml", produces = YAML)
  @Needs(Scope.OBJECTS_READ)
  String yaml(@PathVariable UUID object, Caller caller) {
    return passports.yaml(passport(object, caller));
  }

  private Passport passport(UUID object, Caller caller) {
    return assessments.assess(caller.viewer(), object, caller.day()).passport();
  }

  /** Registers an object with all that a passport tells of it. */
  @PostMapping(
      path = "/organizations/{organization}/passports",
      consumes = {YAML, MediaType.APPLICATION_JSON_VALUE})
  @Needs(Scope.OBJECTS_WRITE)
  ResponseEntity<ObjectView> add(
      @PathVariable UUID organization, Raw raw, Caller caller, Once.Request request) {
    caller.viewer().mustWrite(organization);
    byte[] body = raw.bytes(PassportBodies.MOST_BYTES);
    return once.make(
        request,
        caller,
        body,
        ObjectView.class,
        () -> {
          UUID id = assessments.register(caller.viewer(), organization, passports.read(body));
          return new Once.Made<>(
              ApiController.PATH + "/objects/" + id,
              ObjectView.of(objects.object(caller.viewer(), id)));
        });
  }

  /** Takes over what a passport tells of an object that is registered already. */
  @PutMapping(
      path = "/objects/{object}/passport",
      consumes = {YAML, MediaType.APPLICATION_JSON_VALUE})
  @Needs(Scope.OBJECTS_WRITE)
  Map<String, Object> complete(@PathVariable UUID object, Raw raw, Caller caller, Match match) {
    Refusal.whenArchived(objects.objectToChange(caller.viewer(), object).archived());
    Passport told = passports.read(raw.bytes(PassportBodies.MOST_BYTES));
    return locks.with(
        object,
        () -> {
          match.must(json(object, caller));
          assessments.complete(caller.viewer(), object, told);
          return json(object, caller);
        });
  }
}
