package kz.senim.server.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads each {@link Body} by {@link StrictJson}, before any other reader of JSON is asked. */
final class StrictJsonConverter extends AbstractHttpMessageConverter<Object> {

  StrictJsonConverter() {
    super(MediaType.APPLICATION_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type.isAnnotationPresent(Body.class);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType media) {
    return false;
  }

  @Override
  protected Object readInternal(Class<? extends Object> type, HttpInputMessage input)
      throws IOException {
    return StrictJson.read(input.getBody(), type);
  }

  @Override
  protected void writeInternal(Object body, HttpOutputMessage output) {
    throw new UnsupportedOperationException();
  }
}
