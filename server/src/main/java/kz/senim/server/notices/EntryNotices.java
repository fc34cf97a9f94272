package kz.senim.server.notices;

import java.util.List;
import kz.senim.server.people.EntryOpened;
import kz.senim.server.walls.Scope;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells people that others opened a way into their account. */
@Component
class EntryNotices {

  private final Notices notices;

  EntryNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(EntryOpened entry) {
    NoticeRequested news =
        new NoticeRequested(
            entry.account(),
            entry.done() ? NoticeKind.ENTRY_OPENED : NoticeKind.ENTRY_ASKED,
            "entry:" + entry.occasion(),
            List.of(NoticeRequested.text(entry.asker())),
            "/account");
    Scope.system(() -> notices.add(List.of(news)));
  }
}
