package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk of the catalogue.
 *
 * @param source of the threat; null when not told, as all that may be null
 * @param likelihood 1 to 5, as {@code impact}; null while not assessed
 * @param treatment one of {@link #TREATMENTS}; null while not decided
 * @param reason why it is accepted
 * @param residualLikelihood what is left once all measures are taken
 * @param reviewOn by when it is looked at again
 * @param assets how many assets it concerns
 * @param measures how many measures the plan has for it
 * @param done how many of them are done
 * @param late how many of them are overdue on the day asked about
 */
public record Risk(
    UUID id,
    UUID organization,
    String title,
    String threat,
    @Nullable String source,
    @Nullable String vulnerability,
    @Nullable String leakage,
    @Nullable String intruder,
    @Nullable Integer likelihood,
    @Nullable Integer impact,
    @Nullable String treatment,
    @Nullable String reason,
    @Nullable Integer residualLikelihood,
    @Nullable Integer residualImpact,
    @Nullable String owner,
    @Nullable LocalDate reviewOn,
    int assets,
    int measures,
    int done,
    int late,
    boolean archived) {

  static final String ACCEPT = "accept";
  static final List<String> TREATMENTS = List.of("reduce", ACCEPT, "transfer", "avoid");
  static final int SCALE = 5;

  /** Likelihood times impact, 1 to 25; null while not assessed. */
  public @Nullable Integer rating() {
    return likelihood == null || impact == null ? null : likelihood * impact;
  }

  /** The rating that is left after treatment; null while not assessed. */
  public @Nullable Integer residual() {
    return residualLikelihood == null || residualImpact == null
        ? null
        : residualLikelihood * residualImpact;
  }

  /** {@code low} to 5, {@code medium} to 12, {@code high} above. */
  static String level(int rating) {
    return rating <= 5 ? "low" : rating <= 12 ? "medium" : "high";
  }

  /** The level of the rating; empty while not assessed. */
  public String ratingLevel() {
    Integer rating = rating();
    return rating == null ? "" : level(rating);
  }

  /** The level of what is left; empty while not assessed. */
  public String residualLevel() {
    Integer residual = residual();
    return residual == null ? "" : level(residual);
  }

  /** Whether the plan owes it a measure: it is not accepted, and there is none. */
  public boolean lacksMeasure() {
    return !ACCEPT.equals(treatment) && measures == 0;
  }

  /** Whether it is accepted though its rating is above what may be accepted. */
  public boolean acceptedAbove(@Nullable Integer acceptable) {
    Integer rating = rating();
    return ACCEPT.equals(treatment) && rating != null && acceptable != null && rating > acceptable;
  }

  public boolean overdueOn(LocalDate day) {
    return reviewOn != null && reviewOn.isBefore(day);
  }
}
