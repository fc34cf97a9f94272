package kz.senim.server.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import kz.senim.server.web.Viewer;
import kz.senim.server.web.Viewers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The database refused what the application's own checks had let through. Whoever asked does not
 * learn that anything is there; whoever reads the audit log sees that a check is missing.
 */
@ControllerAdvice
final class WallsHeld {

  private static final Logger LOG = LoggerFactory.getLogger(WallsHeld.class);
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Audit audit;
  private final Viewers viewers;

  WallsHeld(Audit audit, Viewers viewers) {
    this.audit = audit;
    this.viewers = viewers;
  }

  @ExceptionHandler
  void refused(
      DataAccessException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!(NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause)
        || !INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
      throw failure;
    }
    String what = request.getMethod() + " " + request.getRequestURI();
    LOG.error(
        "the database refused what no check of the application did: {}: {}",
        what,
        cause.getMessage());
    Viewer viewer = viewers.current().orElse(null);
    if (viewer != null) {
      audit.record(viewer.account(), viewer.email(), null, "request", what, "wall", false);
    }
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
