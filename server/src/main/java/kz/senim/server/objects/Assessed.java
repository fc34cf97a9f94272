package kz.senim.server.objects;

import kz.senim.core.decision.Assessment;
import kz.senim.core.decision.Facts;
import kz.senim.core.decision.Passport;

/** An object, what is known of it on a day, and how it stands that day. */
public record Assessed(
    InformatizationObject object, Organization organization, Facts facts, Assessment assessment) {

  /** As a passport, for reports. */
  public Passport passport() {
    return new Passport(
        object.name(), object.code(), organization.name(), organization.bin(), facts);
  }
}
