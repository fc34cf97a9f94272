package kz.senim.server;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application; {@link Serve} starts it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ServerApplication {

  /** Days are counted in the country's zone, wherever the server stands. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Almaty"));
  }
}
