package kz.senim.server.jobs;

import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module. */
@Configuration
class JobRounds {

  @Bean
  Round forgetResults(Jobs jobs) {
    return Round.daily("forget-results", 3, 20, jobs::forget);
  }
}
