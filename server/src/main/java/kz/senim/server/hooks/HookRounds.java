package kz.senim.server.hooks;

import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module; what is sent is claimed by one server at a time. */
@Configuration
class HookRounds {

  @Bean
  Round hookNewsRound(HookNews news) {
    return Round.daily("hook-news", 6, 30, news::everyMorning);
  }
}
