package kz.senim.server.rounds;

import java.time.Duration;
import kz.senim.server.walls.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Takes up events whose server died, or whose listener failed. */
@Configuration
class LeftBehind {

  private static final Duration AGE = Duration.ofMinutes(2);

  @Bean
  Round eventsLeftBehind(IncompleteEventPublications events) {
    return Round.every(
        "events-left-behind",
        Duration.ofMinutes(1),
        () -> Scope.system(() -> events.resubmitIncompletePublicationsOlderThan(AGE)));
  }
}
