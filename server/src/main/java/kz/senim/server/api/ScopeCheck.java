package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a token reach only what it is good for; an operation that does not say is reached by none.
 */
final class ScopeCheck implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().isAnnotationPresent(ApiController.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null || !(request.getAttribute(NAME) instanceof TokenHolder holder)) {
      throw new Refusal(Problem.FORBIDDEN);
    }
    if (!holder.scopes().containsAll(List.of(needs.value()))) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer error=\"insufficient_scope\", scope=\"" + words(needs) + "\"");
      throw new Refusal(Problem.SCOPE);
    }
    return true;
  }

  static final String NAME = TokenHolder.class.getName();

  static String words(Needs needs) {
    return String.join(" ", Stream.of(needs.value()).map(Scope::word).toList());
  }
}
