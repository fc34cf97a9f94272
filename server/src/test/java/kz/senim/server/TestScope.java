package kz.senim.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import kz.senim.server.walls.Scope;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A test prepares and looks beyond the walls; a request that it makes on the same thread does not,
 * nor does anything on another thread.
 */
@Component
@Primary
@Order(Ordered.HIGHEST_PRECEDENCE)
class TestScope extends OncePerRequestFilter implements Supplier<Scope> {

  private static final ThreadLocal<Boolean> BEYOND = ThreadLocal.withInitial(() -> false);

  static void beyond(boolean beyond) {
    BEYOND.set(beyond);
  }

  @Override
  public Scope get() {
    Scope scope = Scope.current();
    return scope.who().isEmpty() && BEYOND.get() ? Scope.SYSTEM : scope;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean before = BEYOND.get();
    beyond(false);
    try {
      chain.doFilter(request, response);
    } finally {
      beyond(before);
    }
  }
}
