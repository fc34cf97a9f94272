package kz.senim.server.documents;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it stands on a day: each document that the law names, and those of the
 * organisation's own, with what is wrong with each.
 */
public final class Catalogue {

  private final LocalDate day;
  private final @Nullable Period term;
  private final int staff;
  private final Lang lang;

  /**
   * @param term how often documents are reviewed; null when the law asks nothing on the day
   * @param staff how many people work there by the register
   */
  Catalogue(LocalDate day, @Nullable Period term, int staff, Lang lang) {
    this.day = day;
    this.term = term;
    this.staff = staff;
    this.lang = lang;
  }

  /** How a document stands; the word chooses shape and colour. */
  public enum State {
    /** It exists, and nothing is wrong with it. */
    IN_ORDER("met"),
    /** It exists; something is wrong with it. */
    FAULTY("undecided"),
    /** It exists, and its review is overdue. */
    OVERDUE("not-met"),
    /** Answers tell of it; nothing more is known. */
    TOLD("undecided"),
    /** The law names it; it does not exist. */
    MISSING("not-met");

    private final String shape;

    State(String shape) {
      this.shape = shape;
    }

    public String shape() {
      return shape;
    }

    /** The word in keys of messages. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A line of the catalogue.
   *
   * @param document null when it does not exist or was only told of
   * @param kind the option of the law book; null for the organisation's own
   * @param cite the paragraph as lawyers write it; null for the organisation's own
   * @param due the last day for its review; null when unknown
   * @param overdue days past that day; 0 when it is not past
   * @param faults keys of messages
   */
  public record Line(
      int level,
      String title,
      @Nullable SecurityDocument document,
      @Nullable String kind,
      @Nullable String cite,
      @Nullable String act,
      @Nullable String citation,
      @Nullable LocalDate due,
      long overdue,
      List<String> faults,
      State state) {}

  /** A level and its lines. */
  public record Level(int number, List<Line> lines) {

    /** How many lines are in order, at fault, and missing or overdue. */
    public int[] counts() {
      int[] counts = new int[3];
      for (Line line : lines) {
        counts[
            switch (line.state()) {
              case IN_ORDER -> 0;
              case FAULTY, TOLD -> 1;
              case OVERDUE, MISSING -> 2;
            }]++;
      }
      return counts;
    }
  }

  List<Level> levels(
      List<DocumentKinds.Kind> kinds, List<SecurityDocument> documents, Set<String> told) {
    List<Level> levels = new ArrayList<>();
    for (int number = 1; number <= DocumentKinds.LEVELS.size(); number++) {
      int at = number;
      List<Line> lines = new ArrayList<>();
      List<SecurityDocument> here =
          documents.stream().filter(d -> d.level() == at && d.existsOn(day)).toList();
      for (DocumentKinds.Kind kind : kinds) {
        if (kind.level() == at) {
          lines.add(
              here.stream()
                  .filter(d -> kind.option().equals(d.kind()))
                  .findFirst()
                  .map(d -> line(d, kind))
                  .orElseGet(() -> lacking(kind, told.contains(at + "/" + kind.option()))));
        }
      }
      here.stream().filter(d -> d.kind() == null).forEach(d -> lines.add(line(d, null)));
      levels.add(new Level(at, lines));
    }
    return levels;
  }

  private Line lacking(DocumentKinds.Kind kind, boolean told) {
    return new Line(
        kind.level(),
        kind.name().in(lang),
        null,
        kind.option(),
        CitationText.in(kind.citation(), lang),
        kind.act(),
        kind.citation(),
        null,
        0,
        told ? List.of("documents.fault.told") : List.of(),
        told ? State.TOLD : State.MISSING);
  }

  Line line(SecurityDocument document, DocumentKinds.@Nullable Kind kind) {
    List<String> faults = new ArrayList<>();
    if (!document.isApproved()) {
      faults.add("documents.fault.approval");
    }
    if (!document.inKazakh()) {
      faults.add("documents.fault.kazakh");
    }
    if (!document.inRussian()) {
      faults.add("documents.fault.russian");
    }
    if (document.acquainted() < staff) {
      faults.add("documents.fault.acquaintance");
    }
    LocalDate last = document.lastDone(day);
    LocalDate due = last == null || term == null ? null : last.plus(term);
    long overdue = due == null ? 0 : Math.max(0, day.toEpochDay() - due.toEpochDay());
    return new Line(
        document.level(),
        document.title(),
        document,
        document.kind(),
        kind == null ? null : CitationText.in(kind.citation(), lang),
        kind == null ? null : kind.act(),
        kind == null ? null : kind.citation(),
        due,
        overdue,
        faults,
        overdue > 0 ? State.OVERDUE : faults.isEmpty() ? State.IN_ORDER : State.FAULTY);
  }
}
