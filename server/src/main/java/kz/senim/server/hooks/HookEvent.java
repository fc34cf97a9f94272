package kz.senim.server.hooks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.senim.server.notices.NoticeKind;

/** What a subscriber can be told of. */
enum HookEvent {
  /** An object stands differently before the law. */
  ASSESSMENT_CHANGED,
  DUTY_DUE,
  DUTY_OVERDUE,
  FACT_EXPIRES,
  EVIDENCE_EXPIRES,
  REMEDY_DUE,
  REMEDY_OVERDUE,
  /** Somebody pressed the button that sends a message to try it. */
  TEST_PING;

  /** Those that can be chosen: a test comes to whoever it is sent to. */
  static final List<HookEvent> CHOICE =
      Stream.of(values()).filter(event -> event != TEST_PING).toList();

  /** As messages name it, such as {@code assessment.changed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** As texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty for news that are one person's alone. */
  static Optional<HookEvent> of(NoticeKind kind) {
    return Stream.of(values()).filter(event -> event.name().equals(kind.name())).findFirst();
  }

  static Optional<HookEvent> find(String word) {
    return Stream.of(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
