package kz.senim.exchange;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Replay;
import kz.senim.core.decision.Warning;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;

/** How a case stands, for a terminal. */
public final class CaseText {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final Localized NEXT =
      new Localized(
          "What may be done next", "Что можно сделать дальше", "Бұдан әрі не істеуге болады");
  private static final Localized CLOCKS = new Localized("Terms", "Сроки", "Мерзімдер");
  private static final Localized HISTORY =
      new Localized("What happened", "Что произошло", "Не болды");
  private static final Localized NEEDS = new Localized("needs: ", "нужно: ", "қажет: ");
  private static final Localized NOTHING =
      new Localized("nothing: the case has ended", "ничего: дело завершено", "ештеңе: іс аяқталды");

  private CaseText() {}

  public static String write(CaseState state, Lang lang) {
    return write(state, Optional.empty(), lang);
  }

  /**
   * @param adopted what to say when the procedure's act is applied though it is repealed
   */
  public static String write(CaseState state, Optional<Warning> adopted, Lang lang) {
    StringBuilder out = new StringBuilder();
    adopted.ifPresent(warning -> out.append("! ").append(warning.text().in(lang)).append('\n'));
    out.append(state.procedure().title().in(lang))
        .append("\n")
        .append(moment(state.at()))
        .append(": ")
        .append(state.stage().name().in(lang))
        .append(" [")
        .append(state.stage().id())
        .append("]\n\n")
        .append(HISTORY.in(lang))
        .append('\n');
    for (CaseState.Entry entry : state.history()) {
      out.append("  ")
          .append(moment(entry.at()))
          .append("  ")
          .append(entry.name().in(lang))
          .append(" (")
          .append(role(state, entry.by(), lang))
          .append("; ")
          .append(cite(entry.cites(), lang))
          .append(")\n");
      if (!entry.from().equals(entry.to())) {
        out.append(" ".repeat(20))
            .append("→ ")
            .append(state.procedure().getStage(entry.to()).name().in(lang))
            .append('\n');
      }
    }
    out.append('\n').append(CLOCKS.in(lang)).append('\n');
    for (CaseState.Clock clock : state.clocks()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-24s %s  %s (%s; %s)%n",
              status(clock, lang),
              clock.dueText(),
              clock.clock().name().in(lang),
              role(state, clock.clock().owner(), lang),
              CitationText.in(clock.clock().cites(), lang)));
    }
    out.append('\n').append(NEXT.in(lang)).append('\n');
    if (state.permitted().isEmpty()) {
      out.append("  ").append(NOTHING.in(lang)).append('\n');
    }
    for (CaseState.Permitted permitted : state.permitted()) {
      List<String> roles = permitted.move().by().stream().map(by -> role(state, by, lang)).toList();
      out.append("  ")
          .append(permitted.move().act())
          .append(" — ")
          .append(permitted.move().name().in(lang))
          .append(" (")
          .append(String.join(", ", roles))
          .append("; ")
          .append(CitationText.in(permitted.move().cites(), lang))
          .append(")\n");
      if (!permitted.needs().isEmpty()) {
        List<String> needs = permitted.needs().stream().map(need -> need.name().in(lang)).toList();
        out.append("      ").append(NEEDS.in(lang)).append(String.join("; ", needs)).append('\n');
      }
    }
    return out.toString();
  }

  private static String status(CaseState.Clock clock, Lang lang) {
    boolean hours = clock.clock().unit() == Procedure.Unit.HOURS;
    int n = Math.max(1, Math.abs(clock.left()));
    Localized word =
        switch (clock.status()) {
          case RUNNING ->
              clock.left() == 0 && !hours
                  ? new Localized("ends today", "истекает сегодня", "бүгін аяқталады")
                  : hours
                      ? new Localized(
                          span(n, Lang.EN) + " left",
                          "осталось " + span(n, Lang.RU),
                          span(n, Lang.KK) + " қалды")
                      : new Localized(
                          n + (n == 1 ? " working day" : " working days") + " left",
                          "осталось " + n + " раб. дн.",
                          n + " жұмыс күні қалды");
          case MET -> new Localized("kept", "соблюдён", "сақталды");
          case LATE ->
              hours
                  ? new Localized(
                      "late by " + span(n, Lang.EN),
                      "просрочен на " + span(n, Lang.RU),
                      span(n, Lang.KK) + " кешікті")
                  : new Localized(
                      "late by " + n + (n == 1 ? " working day" : " working days"),
                      "просрочен на " + n + " раб. дн.",
                      n + " жұмыс күніне кешікті");
          case LAPSED -> new Localized("lapsed", "истёк", "өтті");
        };
    return word.in(lang);
  }

  /** Minutes, as hours and minutes. */
  private static String span(int minutes, Lang lang) {
    int hours = minutes / 60;
    String rest = minutes % 60 + new Localized(" min", " мин", " мин").in(lang);
    return hours == 0
        ? rest
        : hours
            + new Localized(" h", " ч", " сағ").in(lang)
            + (minutes % 60 == 0 ? "" : " " + rest);
  }

  private static String role(CaseState state, String id, Lang lang) {
    return state.procedure().roles().stream()
        .filter(role -> role.id().equals(id))
        .map(role -> role.name().in(lang))
        .findFirst()
        .orElse(id);
  }

  private static String cite(String full, Lang lang) {
    return CitationText.in(full.substring(full.indexOf('/') + 1), lang);
  }

  private static String moment(Instant instant) {
    return instant.atZone(Replay.ZONE).format(MOMENT);
  }
}
