package kz.senim.server.api;

/** Why something is put away. */
@Body
public record ArchiveReason(@Longest(500) String reason) {

  /**
   * The reason without what stands around it.
   *
   * @throws Refusal when it is blank
   */
  public String given() {
    if (reason.isBlank()) {
      throw new Mistakes().add("/reason", "api.no-reason", "api.no-reason.fix").refusal();
    }
    return reason.strip();
  }
}
