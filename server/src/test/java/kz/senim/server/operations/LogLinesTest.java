package kz.senim.server.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Messages as text, written as the shipped settings say. */
class LogLinesTest {

  private static final String FORGED = "2026-01-01T00:00:00.000+05:00 INFO  everything is well";

  /** A server that has nothing but its settings. */
  static class Nothing {}

  @BeforeAll
  static void as_it_is_set() {
    new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run().close();
  }

  private static List<String> written(String message, @Nullable Throwable error) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    LoggingEvent event =
        new LoggingEvent("", root, Level.WARN, "from outside: {}", error, new Object[] {message});
    event.setInstant(Instant.parse("2026-11-29T15:00:00Z"));
    event.setMDCPropertyMap(Map.of("requestId", "12345678"));
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
    return new String(console.getEncoder().encode(event), UTF_8).lines().toList();
  }

  @Test
  void a_line_names_the_day_the_time_and_its_distance_from_utc() {
    String line = written("something", null).getFirst();
    String time = line.substring(0, line.indexOf(' '));
    assertThat(OffsetDateTime.parse(time).toInstant())
        .isEqualTo(Instant.parse("2026-11-29T15:00:00Z"));
    assertThat(line).endsWith(" WARN  [12345678] from outside: something");
  }

  @Test
  void a_message_stays_one_line_whatever_it_holds() {
    for (String end : List.of("\n", "\r", "\r\n", "\u0085", "\u2028", "\u000b")) {
      assertThat(written("a" + end + FORGED, null))
          .singleElement()
          .asString()
          .endsWith("from outside: a\\n" + FORGED);
    }
    assertThat(written("a\u001b[2K\u202eb\0", null).getFirst()).endsWith("from outside: a?[2K?b?");
  }

  @Test
  void no_line_of_an_error_can_be_taken_for_a_message_and_its_trace_is_there() {
    List<String> lines =
        written(
            "x",
            new IllegalStateException(
                "a\n" + FORGED, new IllegalArgumentException("\r" + FORGED + "\u001b")));
    assertThat(lines).hasSizeGreaterThan(5).anyMatch(line -> line.contains("\tat kz.senim."));
    assertThat(lines.subList(2, lines.size())).allMatch(line -> line.startsWith("    "));
    assertThat(lines).noneMatch(line -> line.contains("\u001b"));
  }
}
