package kz.senim.server.people;

import java.time.Duration;
import kz.senim.server.rounds.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes back in this module. */
@Configuration
class PeopleRounds {

  @Bean
  Round setupMailRound(SetupMails mails) {
    return Round.every("setup-mail", Duration.ofMinutes(1), mails::send);
  }
}
