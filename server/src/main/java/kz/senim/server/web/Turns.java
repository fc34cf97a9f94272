package kz.senim.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps what is costly (prints, comparisons, exports, files that are read while one waits) from
 * taking the server from everybody else: a person has two such requests at a time and 120 a minute,
 * all people together eight at a time. Whoever asks for more is told when to come back.
 */
@Configuration
class Turns implements HandlerInterceptor, WebMvcConfigurer {

  static final int AT_ONCE = 2;
  static final int AT_ONCE_OF_ALL = 8;
  static final int A_MINUTE = 120;

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final String TAKEN = Turns.class.getName();
  private static final String SECONDS = "10";

  private final Viewers viewers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Map<UUID, Turn> turns = new HashMap<>();
  private int running;

  Turns(Viewers viewers, ApplicationEventPublisher events, Clock clock) {
    this.viewers = viewers;
    this.events = events;
    this.clock = clock;
  }

  /** How many a person has running, and how many were begun in the minute. */
  private record Turn(int running, long minute, int begun) {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            "/objects/*/reports/print",
            "/objects/*/changes",
            "/api/v1/objects/*/changes",
            "/administration/audit.csv",
            "/organizations/*/audit.csv",
            "/organizations/*/assets.*",
            "/organizations/*/assets/import/**",
            "/organizations/*/import/**",
            "/organizations/*/reports");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Viewer viewer = viewers.current().orElse(null);
    if (viewer == null || request.getAttribute(TAKEN) != null) {
      return true;
    }
    UUID person = viewer.account();
    if (!take(person)) {
      LOG.warn("too much at once of account {}: {}", person, request.getRequestURI());
      events.publishEvent(new TooMuch(viewer, request.getMethod() + " " + request.getRequestURI()));
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    request.setAttribute(TAKEN, person);
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception broken) {
    if (request.getAttribute(TAKEN) instanceof UUID person) {
      request.removeAttribute(TAKEN);
      give(person);
    }
  }

  synchronized boolean take(UUID person) {
    long minute = clock.millis() / 60_000;
    Turn before = turns.getOrDefault(person, new Turn(0, minute, 0));
    int begun = before.minute() == minute ? before.begun() : 0;
    if (running >= AT_ONCE_OF_ALL || before.running() >= AT_ONCE || begun >= A_MINUTE) {
      return false;
    }
    running++;
    turns.put(person, new Turn(before.running() + 1, minute, begun + 1));
    return true;
  }

  synchronized void give(UUID person) {
    running--;
    turns.computeIfPresent(
        person, (_, turn) -> new Turn(turn.running() - 1, turn.minute(), turn.begun()));
  }
}
