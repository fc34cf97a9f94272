package kz.senim.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.senim.book.Books;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.casework.CaseAct;
import kz.senim.core.casework.CaseState;
import kz.senim.core.casework.Procedure;
import kz.senim.core.casework.Replay;
import kz.senim.core.law.LawBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cases and working days: a certification of 40 acts (rectified, certified, its certificate lost
 * nine times and replaced by a duplicate), a million such cases on all cores, a million sums of
 * working days on one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class CasesBench {

  private static final int ACTS = 40;
  private static final int MILLION = 1_000_000;
  private static final Map<String, List<String>> NEEDED = new HashMap<>();

  private Replay replay;
  private WorkingCalendar calendar;
  private List<CaseAct> acts;
  private Instant now;
  private LocalDate[] days;

  /** Reads the law that ships and makes the case up. */
  @Setup
  public void setUp() {
    LawBook book = Books.shipped();
    Procedure certification = book.findProcedure("certification").orElseThrow();
    certification
        .moves()
        .forEach(
            move ->
                move.needs()
                    .forEach(
                        need ->
                            NEEDED
                                .computeIfAbsent(move.act(), _ -> new ArrayList<>())
                                .add(need.id())));
    calendar = new WorkingCalendar(book.calendar());
    replay = new Replay(certification, book, calendar);
    acts = certification();
    now = Instant.parse("2019-12-31T00:00:00Z");
    CaseState state = replay.at(acts, now);
    if (acts.size() != ACTS || !state.stage().id().equals("certified")) {
      throw new IllegalStateException(acts.size() + " acts, " + state.stage().id());
    }
    days = new LocalDate[4096];
    for (int i = 0; i < days.length; i++) {
      days[i] = LocalDate.of(2016, 1, 1).plusDays(i);
    }
  }

  /** One case of 40 acts: stage, permitted acts, clocks, breaches, history. */
  @Benchmark
  public CaseState replayOf40Acts() {
    return replay.at(acts, now);
  }

  /** A million cases of 40 acts on all cores; the sum of their clocks. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1)
  @Measurement(iterations = 3)
  public long millionCases() {
    return IntStream.range(0, MILLION)
        .parallel()
        .mapToLong(_ -> replay.at(acts, now).clocks().size())
        .sum();
  }

  /** A million ends of terms of 1 to 40 working days, on one core. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public long millionWorkingDaySums() {
    long sum = 0;
    for (int i = 0; i < MILLION; i++) {
      sum += calendar.plusWorkingDays(days[i & 4095], 1 + i % ACTS).toEpochDay();
    }
    return sum;
  }

  private static List<CaseAct> certification() {
    List<CaseAct> acts = new ArrayList<>();
    Map<String, Object> application = new HashMap<>();
    application.put("object-kind", "information-system");
    for (String no : List.of("natural-person", "uses-services", "distributed")) {
      application.put(no, false);
    }
    for (String yes : List.of("uses-cryptography", "integrated", "compulsory")) {
      application.put(yes, true);
    }
    add(acts, "submit", "applicant", "2019-02-04T10:00", application);
    add(acts, "forward", "authorised-body", "2019-02-06T11:00", Map.of());
    add(acts, "send-contract", STS, "2019-02-08T15:00", Map.of("contract-copies", 2.0));
    add(
        acts,
        "receive-contract",
        "applicant",
        "2019-02-11T10:00",
        Map.of("contract-received-on", LocalDate.of(2019, 2, 11)));
    add(acts, "return-contract", "applicant", "2019-02-15T12:00", Map.of());
    add(
        acts,
        "begin-examination",
        STS,
        "2019-02-18T10:00",
        Map.of("contract-in-force-on", LocalDate.of(2019, 2, 18)));
    add(acts, "analyse-data", STS, "2019-02-20T10:00", Map.of());
    add(acts, "assess-documents", STS, "2019-02-27T10:00", Map.of());
    add(acts, "examine-object", STS, "2019-03-12T10:00", Map.of());
    add(acts, "examine-instrumentally", STS, "2019-03-14T10:00", Map.of());
    add(acts, "draw-up-act", STS, "2019-04-01T16:00", Map.of());
    add(acts, "transfer-act", STS, "2019-04-02T10:00", Map.of("act-copies", 3.0));
    add(acts, "decide-rectification", "authorised-body", "2019-04-04T17:00", Map.of());
    add(acts, "send-rectification-act", "authorised-body", "2019-04-05T10:00", Map.of());
    add(
        acts,
        "receive-rectification-act",
        "applicant",
        "2019-04-10T10:00",
        Map.of("act-received-on", LocalDate.of(2019, 4, 10)));
    add(acts, "notify-rectification", "applicant", "2019-05-02T14:00", Map.of());
    add(acts, "call-additional-examination", "authorised-body", "2019-05-06T12:00", Map.of());
    add(acts, "draw-up-additional-act", STS, "2019-05-28T16:00", Map.of());
    add(
        acts,
        "transfer-additional-act",
        STS,
        "2019-05-29T10:00",
        Map.of("additional-act-copies", 3.0));
    add(acts, "decide-issue", "authorised-body", "2019-05-31T11:00", Map.of());
    add(
        acts,
        "send-certificate",
        "authorised-body",
        "2019-06-04T11:00",
        Map.of("certificate-number", "23", "certificate-issued-on", LocalDate.of(2019, 5, 31)));
    add(acts, "enter-in-register", "authorised-body", "2019-06-05T10:00", Map.of());
    for (int day = 1; acts.size() < ACTS; day++) {
      String date = "2019-07-%02dT".formatted(day);
      add(acts, "notify-loss", "applicant", date + "09:00", Map.of("loss-reasons", "lost"));
      add(acts, "issue-duplicate", "authorised-body", date + "15:00", Map.of());
    }
    return acts;
  }

  private static final String STS = "state-technical-service";

  private static void add(
      List<CaseAct> acts, String act, String by, String at, Map<String, Object> fields) {
    Map<String, String> attachments = new HashMap<>();
    NEEDED.getOrDefault(act, List.of()).forEach(id -> attachments.put(id, "0".repeat(64)));
    acts.add(
        new CaseAct(
            Integer.toString(acts.size() + 1),
            act,
            by,
            LocalDateTime.parse(at).atZone(Replay.ZONE).toInstant(),
            acts.size() + 1,
            fields,
            attachments));
  }
}
