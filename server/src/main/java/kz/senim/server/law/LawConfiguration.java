package kz.senim.server.law;

import java.io.UncheckedIOException;
import kz.senim.book.Books;
import kz.senim.core.calendar.WorkingCalendar;
import kz.senim.core.decision.Assessor;
import kz.senim.core.decision.Interview;
import kz.senim.core.law.LawBook;
import kz.senim.server.Refused;
import kz.senim.server.StartSay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The law book that ships with Senim, and what decides with it. All are immutable and shared. */
@Configuration
class LawConfiguration {

  @Bean
  LawBook lawBook() {
    try {
      return Books.shipped();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new Refused(StartSay.BAD_BOOK.with(String.valueOf(e.getMessage())));
    }
  }

  @Bean
  Assessor assessor(LawBook book) {
    return new Assessor(book);
  }

  @Bean
  Interview interview(Assessor assessor) {
    return new Interview(assessor);
  }

  @Bean
  WorkingCalendar workingCalendar(LawBook book) {
    return new WorkingCalendar(book.calendar());
  }
}
