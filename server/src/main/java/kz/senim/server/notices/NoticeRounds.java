package kz.senim.server.notices;

import java.time.Duration;
import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module. */
@Configuration
class NoticeRounds {

  @Bean
  Round dailyRoundEvery(DailyRound daily) {
    return Round.every("daily", Duration.ofMinutes(10), daily::sinceSix);
  }

  @Bean
  Round mailRound(Mailer mailer) {
    return Round.every("mail", Duration.ofMinutes(1), mailer::send);
  }
}
