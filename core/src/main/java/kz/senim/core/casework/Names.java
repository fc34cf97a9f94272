package kz.senim.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
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

  private final List<String> fields = new ArrayList<>();
  private final List<String> acts = new ArrayList<>();
  private final Map<String, Name> names = new LinkedHashMap<>();

  public Names(List<Procedure.Field> fields, List<String> acts) {
    for (Procedure.Field field : fields) {
      names.put(
          "case." + camel(field.id()),
          new Name(false, names.size(), field.type(), field.options()));
      this.fields.add(field.id());
    }
    for (String act : acts) {
      if (!this.acts.contains(act)) {
        names.put("done." + camel(act), new Name(false, names.size(), Type.NUMBER, List.of()));
        this.acts.add(act);
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

  /** The values in the order of the names; a field that nobody told is null. */
  @Nullable Object[] values(Map<String, Object> told, Map<String, Integer> times, LocalDate day) {
    @Nullable Object[] values = new Object[names.size()];
    int i = 0;
    for (String field : fields) {
      values[i++] = told.get(field);
    }
    for (String act : acts) {
      values[i++] = (double) times.getOrDefault(act, 0);
    }
    values[i] = day;
    return values;
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
