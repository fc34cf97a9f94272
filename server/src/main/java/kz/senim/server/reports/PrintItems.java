package kz.senim.server.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.senim.core.decision.Decision;
import kz.senim.core.decision.FactValue;
import kz.senim.core.explain.Explainer;
import kz.senim.core.explain.Explanation;
import kz.senim.core.explain.Roles;
import kz.senim.core.law.Act;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.Assessed;
import kz.senim.server.web.IcuMessages;
import org.jspecify.annotations.Nullable;

/** Puts the decisions of one assessment into the words of one language. */
final class PrintItems {

  private final LawBook book;
  private final IcuMessages messages;
  private final Assessed assessed;
  private final Lang lang;
  private final Explainer explainer;
  private final Map<String, String> chapters = new HashMap<>();
  private final Map<String, Print.Item> made = new HashMap<>();

  PrintItems(LawBook book, IcuMessages messages, Assessed assessed, Lang lang) {
    this.book = book;
    this.messages = messages;
    this.assessed = assessed;
    this.lang = lang;
    this.explainer = new Explainer(book, assessed.facts(), assessed.assessment().asOf(), lang);
    for (Act act : book.acts()) {
      act.sections().forEach(s -> chapters.put(act.id() + "#" + s.id(), s.title().in(lang)));
    }
  }

  /** Made once for each requirement. */
  Print.Item item(Decision decision) {
    return made.computeIfAbsent(decision.requirement().id(), _ -> make(decision));
  }

  private Print.Item make(Decision decision) {
    Provision provision = book.provisionOf(decision.requirement());
    Vocabulary.Severity severity = book.getSeverity(decision.requirement().severity());
    return new Print.Item(
        decision.requirement().id(),
        book.getAct(provision.act()).shortTitle().in(lang),
        chapters.getOrDefault(provision.act() + "#" + provision.section(), provision.section()),
        CitationText.in(provision.citation(), lang),
        decision.requirement().statement().in(lang),
        decision.outcome().word(),
        severity.level().word(),
        severity.because().in(lang),
        lines(decision),
        book.vocabulary().evidence().stream()
            .filter(e -> decision.requirement().evidence().contains(e.id()))
            .map(e -> e.name().in(lang))
            .toList(),
        decision.earlierWording(),
        decision.missing().stream().map(fact -> question(fact, 0)).distinct().toList());
  }

  List<Print.Line> lines(Decision decision) {
    List<Print.Line> lines = new ArrayList<>();
    collect(explainer.lines(decision), 0, lines);
    return lines;
  }

  private void collect(List<Explanation> from, int depth, List<Print.Line> into) {
    for (Explanation line : from) {
      into.add(
          new Print.Line(
              depth,
              line.truth().name().toLowerCase(Locale.ROOT),
              line.text(),
              source(line.source())));
      collect(line.parts(), depth + 1, into);
    }
  }

  private String source(@Nullable FactValue known) {
    if (known == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(messages.get(lang, "source." + known.source().word()));
    if (known.by() != null) {
      text.append(" · ").append(known.by());
    }
    if (known.observed() != null) {
      text.append(" · ").append(Days.in(known.observed(), lang));
    }
    if (known.reference() != null) {
      text.append(" · ").append(known.reference());
    }
    return text.toString();
  }

  /** What is asked and of whom; judgements by one role are one question. */
  Print.Question question(int index, int count) {
    Fact fact = book.facts().get(index);
    FactValue known = assessed.facts().find(index);
    boolean judged = fact.attestation() != null;
    return new Print.Question(
        judged ? "" : fact.ask().in(lang),
        Roles.name(fact.knownBy()).in(lang),
        judged,
        known == null || known.until() == null ? "" : Days.in(known.until(), lang),
        count);
  }
}
