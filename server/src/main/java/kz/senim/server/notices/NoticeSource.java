package kz.senim.server.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something in which a day can bring news: modules implement it as a bean, and the daily round asks
 * each of them. The same news may be given again every day: their keys say that they are the same.
 */
public interface NoticeSource {

  /**
   * What people should be told on the day of these organisations; a constant number of statements.
   *
   * @param people whom to tell, by organisation: those who can change something there
   */
  List<NoticeRequested> on(LocalDate day, Collection<UUID> organizations, People people);

  /** Who answers for an organisation. */
  @FunctionalInterface
  interface People {
    Set<UUID> of(UUID organization);
  }
}
