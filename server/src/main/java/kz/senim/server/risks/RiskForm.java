package kz.senim.server.risks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;

/** Between a risk and the form in which people describe it. */
final class RiskForm {

  static final int LONGEST = 300;
  private static final int LONGEST_TEXT = 2000;

  private RiskForm() {}

  static Risks.Entry read(Form form) {
    Risks.Entry entry =
        new Risks.Entry(
            form.mustText("title", LONGEST),
            form.mustText("threat", LONGEST_TEXT),
            form.text("source", LONGEST_TEXT),
            form.text("vulnerability", LONGEST_TEXT),
            form.text("leakage", LONGEST_TEXT),
            form.text("intruder", LONGEST_TEXT),
            form.number("likelihood", 1, Risk.SCALE),
            form.number("impact", 1, Risk.SCALE),
            form.choice("treatment", Risk.TREATMENTS),
            form.text("reason", LONGEST_TEXT),
            form.number("residualLikelihood", 1, Risk.SCALE),
            form.number("residualImpact", 1, Risk.SCALE),
            form.text("owner", LONGEST),
            form.day("review"));
    if (Risk.ACCEPT.equals(entry.treatment()) && entry.reason() == null) {
      form.wrong("reason");
    }
    Integer likelihood = entry.likelihood();
    Integer impact = entry.impact();
    Integer leftLikelihood = entry.residualLikelihood();
    Integer leftImpact = entry.residualImpact();
    if (likelihood != null
        && impact != null
        && leftLikelihood != null
        && leftImpact != null
        && leftLikelihood * leftImpact > likelihood * impact) {
      form.wrong("residual");
    }
    return entry;
  }

  /**
   * A measure that is to be taken; null when something is wrong with it.
   *
   * @param known whether there is such a requirement
   */
  static @Nullable Measure measure(Form form, Predicate<String> known) {
    String text = form.mustText("text", LONGEST);
    String requirement = form.text("requirement", LONGEST);
    if (requirement != null && !known.test(requirement)) {
      form.wrong("requirement");
    }
    String owner = form.mustText("measureOwner", LONGEST);
    LocalDate due = form.day("due");
    if (due == null) {
      form.wrong("due");
    }
    return due == null || !form.mistakes().isEmpty()
        ? null
        : new Measure(UUID.randomUUID(), text, requirement, owner, due, null);
  }

  static Map<String, String> fields(Risk risk) {
    Map<String, String> fields = new HashMap<>();
    put(fields, "title", risk.title());
    put(fields, "threat", risk.threat());
    put(fields, "source", risk.source());
    put(fields, "vulnerability", risk.vulnerability());
    put(fields, "leakage", risk.leakage());
    put(fields, "intruder", risk.intruder());
    put(fields, "likelihood", risk.likelihood());
    put(fields, "impact", risk.impact());
    put(fields, "treatment", risk.treatment());
    put(fields, "reason", risk.reason());
    put(fields, "residualLikelihood", risk.residualLikelihood());
    put(fields, "residualImpact", risk.residualImpact());
    put(fields, "owner", risk.owner());
    put(fields, "review", risk.reviewOn());
    return fields;
  }

  static RiskMethod method(Form form, Collection<String> standards) {
    LocalDate plan = form.day("plan");
    String act = form.text("act", LONGEST);
    if ((plan == null) != (act == null)) {
      form.wrong("act");
    }
    return new RiskMethod(
        form.choice("standard", standards),
        form.checked("procedure"),
        form.checked("by27005"),
        form.number("acceptable", 1, Risk.SCALE * Risk.SCALE),
        plan,
        act);
  }

  static Map<String, String> fields(@Nullable RiskMethod method) {
    Map<String, String> fields = new HashMap<>();
    if (method != null) {
      put(fields, "standard", method.standard());
      put(fields, "procedure", method.procedure() ? "1" : null);
      put(fields, "by27005", method.by27005() ? "1" : null);
      put(fields, "acceptable", method.acceptable());
      put(fields, "plan", method.planOn());
      put(fields, "act", method.planAct());
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
