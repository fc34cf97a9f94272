package kz.senim.server.objects;

import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;
import kz.senim.server.web.NotFound;

/** An object, what is known of it on a day, and how it stands that day. */
public record Assessed(
    InformatizationObject object, Organization organization, Facts facts, Assessment assessment) {

  /**
   * How one requirement came out.
   *
   * @throws NotFound when there is no such requirement in force that day
   */
  public Decision decision(String requirement) {
    return assessment.decisions().stream()
        .filter(decision -> decision.requirement().id().equals(requirement))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** As a passport, for reports. */
  public Passport passport() {
    return new Passport(
        object.name(), object.code(), organization.name(), organization.bin(), facts);
  }
}
