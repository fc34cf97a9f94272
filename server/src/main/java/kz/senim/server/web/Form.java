package kz.senim.server.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a person typed into a form. What is wrong is gathered, all of it: for a field {@code day} of
 * the module {@code risks} the mistake is the text {@code risks.bad-day}.
 */
public final class Form {

  private final String module;
  private final MultiValueMap<String, String> typed;
  private final List<String> mistakes = new ArrayList<>();

  public Form(String module, MultiValueMap<String, String> typed) {
    this.module = module;
    this.typed = typed;
  }

  /** Null when nothing was typed. */
  public @Nullable String text(String name, int longest) {
    String text = first(name);
    if (text != null && text.length() > longest) {
      wrong(name);
      return null;
    }
    return text;
  }

  /** A mistake when nothing was typed; then the answer is empty. */
  public String mustText(String name, int longest) {
    String text = first(name);
    if (text == null || text.length() > longest) {
      wrong(name);
      return "";
    }
    return text;
  }

  /** Null when no day was chosen. */
  public @Nullable LocalDate day(String name) {
    String text = first(name);
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1990 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below
    }
    wrong(name);
    return null;
  }

  /** Null when no number was chosen. */
  public @Nullable Integer number(String name, int least, int most) {
    String text = first(name);
    if (text == null) {
      return null;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    wrong(name);
    return null;
  }

  /** Null when nothing was chosen. */
  public @Nullable String choice(String name, Collection<String> known) {
    String text = first(name);
    if (text != null && !known.contains(text)) {
      wrong(name);
      return null;
    }
    return text;
  }

  public boolean checked(String name) {
    return first(name) != null;
  }

  /** The ticked ones of those that are known. */
  public List<String> ticked(String name, Collection<String> known) {
    List<String> chosen = typed.getOrDefault(name, List.of());
    return known.stream().filter(chosen::contains).toList();
  }

  /** Adds the mistake of a field. */
  public void wrong(String name) {
    mistakes.add(module + ".bad-" + name);
  }

  /** Keys of messages; empty when all is well. */
  public List<String> mistakes() {
    return mistakes;
  }

  /** The fields as typed, to be shown again. */
  public Map<String, String> typed() {
    Map<String, String> values = new HashMap<>();
    typed.forEach((name, all) -> values.put(name, String.join(",", all)));
    return values;
  }

  private @Nullable String first(String name) {
    String text = typed.getFirst(name);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
