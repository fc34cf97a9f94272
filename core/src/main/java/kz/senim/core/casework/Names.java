package kz.senim.core.casework;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.rule.Name;
import kz.senim.core.rule.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the guards of a procedure may ask: {@code case.x} for its field {@code x}, {@code done.y}
 * for how often act {@code y} has been done, and {@code event.day} for the day of the act.
 */
public final class Names {

  private final Map<String, Integer> fields = new HashMap<>();
  private final Map<String, Integer> acts = new HashMap<>();
  private final Map<String, Name> names = new LinkedHashMap<>();

  public Names(List<Procedure.Field> fields, List<String> acts) {
    for (Procedure.Field field : fields) {
      this.fields.put(field.id(), names.size());
      names.put(
          "case." + camel(field.id()),
          new Name(false, names.size(), field.type(), field.options()));
    }
    for (String act : acts) {
      if (this.acts.putIfAbsent(act, names.size()) == null) {
        names.put("done." + camel(act), new Name(false, names.size(), Type.NUMBER, List.of()));
      }
    }
    names.put("event.day", new Name(false, names.size(), Type.DATE, List.of()));
  }

  Names(Procedure procedure) {
    this(procedure.fields(), procedure.moves().stream().map(Procedure.Move::act).toList());
  }

  /** The names, for the compiler of guards; figures of the law are not among them. */
  public Map<String, Name> declared() {
    return names;
  }

  /** The values at the beginning of a case: nothing told, nothing done. */
  @Nullable Object[] values() {
    @Nullable Object[] values = new Object[names.size()];
    Arrays.fill(values, fields.size(), values.length - 1, 0.0);
    return values;
  }

  /** Where the value of a field stands, or -1; the day stands last. */
  int field(String id) {
    return fields.getOrDefault(id, -1);
  }

  /** Where it stands how often an act has been done, or -1. */
  int done(String act) {
    return acts.getOrDefault(act, -1);
  }

  private static String camel(String id) {
    StringBuilder out = new StringBuilder();
    boolean up = false;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '-') {
        up = true;
      } else {
        out.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return out.toString();
  }
}
