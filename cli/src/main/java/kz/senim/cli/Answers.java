package kz.senim.cli;

import java.io.IOException;
import kz.senim.core.decision.Interview;
import kz.senim.core.decision.Passport;
import kz.senim.core.law.LawBook;
import org.jspecify.annotations.Nullable;

/** Where answers come from. */
interface Answers {

  /**
   * An answer.
   *
   * @param value null when the person does not know
   * @param stop whether to end the interview
   */
  record Reply(@Nullable Object value, boolean stop) {}

  /** A new passport's first lines. */
  Passport begin(LawBook book) throws IOException;

  Reply answer(Interview.Question question) throws IOException;

  /** Called at the end; reports what was wrong with the answers as a whole. */
  void done();
}
