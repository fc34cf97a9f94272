package kz.senim.server.remedies;

import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module. */
@Configuration
class RemedyRounds {

  @Bean
  Round metWatchRound(MetWatch watch) {
    return Round.daily("met-watch", 0, 10, watch::everyDay);
  }
}
