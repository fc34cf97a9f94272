package kz.senim.core.casework;

import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** Thrown when a case file holds an act that its procedure does not permit. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String actId;
  private final transient Localized reason;
  private final String cites;

  /**
   * @param actId the id of the act in the case file
   * @param cites the provision that forbids it; empty when it is a matter of the file alone
   */
  public Refused(String actId, Localized reason, String cites) {
    super(
        "act '"
            + actId
            + "' is refused: "
            + reason.in(Lang.EN)
            + (cites.isEmpty() ? "" : " (" + cites + ")"));
    this.actId = actId;
    this.reason = reason;
    this.cites = cites;
  }

  public String actId() {
    return actId;
  }

  public Localized reason() {
    return reason;
  }

  public String cites() {
    return cites;
  }
}
