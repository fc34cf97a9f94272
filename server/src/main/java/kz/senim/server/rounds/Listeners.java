package kz.senim.server.rounds;

import java.time.Duration;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Who does what follows an event. */
@Configuration
class Listeners {

  /** Fewer than there are connections to the database, so that pages find one in a flood too. */
  private static final int AT_ONCE = 4;

  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  /** The others wait in a row; what a stop leaves there is taken up by {@link LeftBehind}. */
  @Bean
  ThreadPoolTaskExecutor applicationTaskExecutor(ThreadPoolTaskExecutorBuilder builder) {
    return builder
        .corePoolSize(AT_ONCE)
        .maxPoolSize(AT_ONCE)
        .queueCapacity(Integer.MAX_VALUE)
        .awaitTermination(true)
        .awaitTerminationPeriod(TO_FINISH)
        .threadNamePrefix("listener-")
        .build();
  }
}
