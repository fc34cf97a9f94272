package kz.senim.server.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notes who asked for a thing by its identifier and was told that there is none: it may be somebody
 * else's. Requests that are forbidden are noted where they are refused.
 */
@Component
class Denials implements HandlerExceptionResolver, Ordered {

  private final Audit audit;
  private final Viewers viewers;

  Denials(Audit audit, Viewers viewers) {
    this.audit = audit;
    this.viewers = viewers;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    Viewer viewer = viewers.current().orElse(null);
    if (failure instanceof NotFound && viewer != null && namesSomething(request)) {
      audit.record(
          viewer.account(),
          viewer.email(),
          null,
          "request",
          request.getMethod() + " " + request.getRequestURI(),
          "not-theirs",
          false);
    }
    return null; // others answer
  }

  private static boolean namesSomething(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.values().stream().anyMatch(value -> isIdentifier(String.valueOf(value)));
  }

  private static boolean isIdentifier(String text) {
    try {
      return text.length() == 36 && UUID.fromString(text).toString().length() == 36;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
