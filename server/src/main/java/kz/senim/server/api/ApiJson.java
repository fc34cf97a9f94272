package kz.senim.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How answers are written: what is not there is left out. */
@Configuration
class ApiJson {

  @Bean
  JsonMapperBuilderCustomizer leaveOut() {
    return builder ->
        builder.changeDefaultPropertyInclusion(
            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}
