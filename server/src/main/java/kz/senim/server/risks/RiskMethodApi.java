package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Scope;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** How the organisation assesses risks, and the approval of its plan of treatment. */
@ApiController(ApiController.PATH + "/organizations/{organization}/risk-method")
class RiskMethodApi {

  private final Risks risks;
  private final RiskStandards standards;
  private final Locks locks;

  RiskMethodApi(Risks risks, RiskStandards standards, Locks locks) {
    this.risks = risks;
    this.standards = standards;
    this.locks = locks;
  }

  /**
   * How risks are assessed; what is absent was not told.
   *
   * @param standard an option of the fact risk.methodologyStandard
   * @param procedure whether a written procedure of analysis exists
   * @param by27005 whether risks are assessed by ST RK ISO/IEC 27005-2022
   * @param acceptable the highest rating, 1 to 25, that may be accepted
   * @param plan when the plan of treatment was approved; with act, by which act
   */
  @Body
  public record RiskMethodFields(
      @Nullable @Longest(300) String standard,
      @Nullable Boolean procedure,
      @Nullable Boolean by27005,
      @Nullable Integer acceptable,
      @Nullable LocalDate plan,
      @Nullable @Longest(300) String act) {

    static RiskMethodFields of(@Nullable RiskMethod of) {
      return of == null
          ? new RiskMethodFields(null, false, false, null, null, null)
          : new RiskMethodFields(
              of.standard(),
              of.procedure(),
              of.by27005(),
              of.acceptable(),
              of.planOn(),
              of.planAct());
    }
  }

  /** How risks are assessed. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  RiskMethodFields get(@PathVariable UUID organization, Caller caller) {
    caller.viewer().mustRead(organization);
    return RiskMethodFields.of(risks.method(organization).orElse(null));
  }

  /** Says how risks are assessed: what is absent is emptied. */
  @PutMapping
  @Needs(Scope.OFFICE_WRITE)
  RiskMethodFields change(
      @PathVariable UUID organization,
      @RequestBody RiskMethodFields body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        organization,
        () -> {
          match.must(get(organization, caller));
          Form form = new Form("risks", Fields.of(body));
          RiskMethod method = RiskForm.method(form, standards.ids());
          new Mistakes().form(form.mistakes(), Map.of()).refuse();
          risks.setMethod(caller.viewer(), organization, method);
          return get(organization, caller);
        });
  }
}
