package kz.senim.server.api;

import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module. */
@Configuration
class ApiRounds {

  @Bean
  Round forgetRequests(Once once) {
    return Round.daily("forget-requests", 3, 40, once::forget);
  }
}
