package kz.senim.server.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
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

  /**
   * What a session may hold. Whoever could write into the database must not choose which classes of
   * a library come to life here.
   */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          "maxbytes=1000000;maxdepth=40;maxrefs=20000;maxarray=100000;java.base/*;kz.senim.server.**;"
              + "org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
              + "org.springframework.util.**;!*");

  /** What an older version wrote and this one cannot read counts as absent: sign in again. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> readableSessions() {
    DeserializingConverter reader = new DeserializingConverter(SessionConfiguration::read);
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

  private static Object read(InputStream bytes) throws IOException {
    try (ObjectInputStream in =
        new ConfigurableObjectInputStream(bytes, SessionConfiguration.class.getClassLoader())) {
      in.setObjectInputFilter(FILTER);
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
