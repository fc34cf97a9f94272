package kz.senim.server.tokens;

import jakarta.servlet.http.HttpServletRequest;
import kz.senim.server.api.Denials;
import kz.senim.server.api.TokenHolder;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Viewers;
import org.springframework.stereotype.Component;

/** Notes in the audit log what tokens were used for in vain. */
@Component
class TokenDenials implements Denials {

  private final Viewers viewers;
  private final Audit audit;

  TokenDenials(Viewers viewers, Audit audit) {
    this.viewers = viewers;
    this.audit = audit;
  }

  @Override
  public void denied(HttpServletRequest request) {
    if (request.getAttribute(TokenHolder.class.getName()) instanceof TokenHolder holder) {
      viewers
          .current()
          .ifPresent(
              viewer ->
                  audit.record(
                      viewer.account(),
                      viewer.email(),
                      null,
                      "request",
                      request.getMethod() + " " + request.getRequestURI(),
                      "token " + holder.token(),
                      false));
    }
  }
}
