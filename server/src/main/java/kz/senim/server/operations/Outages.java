package kz.senim.server.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells people when the database or the disk is the reason: outside of all that needs either, so
 * that the page comes when both are gone. Sessions are in the database, so nobody is known here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Outages extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private final OutagePage page;

  Outages(OutagePage page) {
    this.page = page;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      Outage outage = outage(e);
      if (outage == null || response.isCommitted()) {
        throw e;
      }
      // A line, not a trace for each request: the reason is outside.
      LOG.warn(
          "{}: {} {}: {}", outage.word(), request.getMethod(), request.getRequestURI(), root(e));
      page.write(outage, request, response);
    }
  }

  /** What of the outside is missing; null when it is not that. */
  static @Nullable Outage outage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && gone(sql))) {
        return Outage.DATABASE;
      }
      if (cause instanceof IOException && full(cause.getMessage())) {
        return Outage.DISK;
      }
    }
    return null;
  }

  /** Connection errors, a server that shuts down or starts, and one whose disk is full. */
  private static boolean gone(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08") || state.startsWith("57P") || state.equals("53100");
  }

  private static boolean full(@Nullable String message) {
    return message != null
        && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
