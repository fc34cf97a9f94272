package kz.senim.server.people;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept in the database, so that they outlive a restart. */
@Configuration
class SessionConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

  /** What an older version wrote and this one cannot read counts as absent: sign in again. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> readableSessions() {
    DeserializingConverter reader =
        new DeserializingConverter(SessionConfiguration.class.getClassLoader());
    Converter<byte[], @Nullable Object> forgiving =
        bytes -> {
          try {
            return reader.convert(bytes);
          } catch (SerializationFailedException e) {
            LOG.info("a session was written by another version and is forgotten");
            return null;
          }
        };
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(byte[].class, Object.class, forgiving);
    return repository -> repository.setConversionService(conversion);
  }
}
