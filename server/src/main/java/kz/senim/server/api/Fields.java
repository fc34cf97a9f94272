package kz.senim.server.api;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A body as the fields of a form, so that the rules of the pages judge it. */
public final class Fields {

  private Fields() {}

  /** Each component under its name; what is absent or false is not there, as in a form. */
  public static MultiValueMap<String, String> of(Record body) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    for (RecordComponent component : body.getClass().getRecordComponents()) {
      Object value;
      try {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        value = accessor.invoke(body);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      if (value instanceof List<?> all) {
        all.forEach(one -> fields.add(component.getName(), one.toString()));
      } else if (value != null && !Boolean.FALSE.equals(value)) {
        fields.add(component.getName(), value.toString());
      }
    }
    return fields;
  }
}
