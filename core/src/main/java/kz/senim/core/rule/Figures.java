package kz.senim.core.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The figures of the law by their index, on any day. */
public interface Figures {

  /** No figures at all. */
  Figures NONE = _ -> new Object[0];

  /** The value of every figure on the day, null before its first value. Not to be changed. */
  @Nullable Object[] parametersOn(LocalDate day);
}
