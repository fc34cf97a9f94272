package kz.senim.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every page what its layout needs. */
@ControllerAdvice
public final class UiAdvice {

  static final String AS_OF = "asOf";
  private static final Viewer STRANGER = new Viewer(new UUID(0, 0), "", "", false, Map.of());
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final Viewers viewers;
  private final Cookies cookies;
  private final ObjectProvider<UnreadNotices> notices;
  private final Clock clock;

  UiAdvice(Viewers viewers, Cookies cookies, ObjectProvider<UnreadNotices> notices, Clock clock) {
    this.viewers = viewers;
    this.cookies = cookies;
    this.notices = notices;
    this.clock = clock;
  }

  @ModelAttribute("ui")
  Ui ui(HttpServletRequest request) {
    Viewer viewer = viewers.current().orElse(null);
    Cookie theme = WebUtils.getCookie(request, cookies.name(Cookies.THEME));
    String path = request.getRequestURI();
    String query = request.getQueryString();
    int second = path.indexOf('/', 1);
    UnreadNotices unread = notices.getIfAvailable();
    return new Ui(
        Languages.of(LocaleContextHolder.getLocale()),
        theme != null && THEMES.contains(theme.getValue()) ? theme.getValue() : "auto",
        viewer,
        asOf(request, clock),
        query == null ? path : path + "?" + query,
        path.substring(1, second < 0 ? path.length() : second),
        // The API has no layout in which the number stands.
        viewer == null || unread == null || path.startsWith("/api/v1/")
            ? 0
            : unread.unread(viewer.account()));
  }

  @ModelAttribute
  AsOf asOf(HttpServletRequest request) {
    return asOf(request, clock);
  }

  private static AsOf asOf(HttpServletRequest request, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    HttpSession session = request.getSession(false);
    return new AsOf(
        session != null && session.getAttribute(AS_OF) instanceof LocalDate day ? day : today,
        today);
  }

  @ModelAttribute
  Viewer viewer() {
    return viewers.current().orElse(STRANGER);
  }
}
