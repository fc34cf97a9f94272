package kz.senim.server.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.senim.server.ServerSettings;
import kz.senim.server.audit.Refusals;
import kz.senim.server.operations.FreeSpace;
import kz.senim.server.operations.OutagePage;
import kz.senim.server.web.Entered;
import kz.senim.server.web.Viewers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Where files arrive, and from whom. */
@Configuration
class UploadConfiguration {

  /** A file may hold 1 GB; what is around it in a form is a little more. */
  private static final long LONGEST = Contents.LONGEST + (1 << 20);

  /** What arrives lies beside the evidence: the system's temporary folder may be memory. */
  @Bean
  SealedUploads uploads(ServerSettings settings) throws IOException {
    return new SealedUploads(Contents.incoming(settings), LONGEST);
  }

  /** Before the check of the form's token, for which the whole body is read. */
  @Bean
  Customizer<HttpSecurity> uploadGuard(
      Entered entered,
      SealedUploads uploads,
      FreeSpace space,
      OutagePage outage,
      Refusals refusals,
      Viewers viewers) {
    return http ->
        http.addFilterBefore(
            new UploadGuard(entered, uploads, space, outage, refusals, viewers), CsrfFilter.class);
  }

  /**
   * Takes files only from people who are in with all their factors, and none that is too large for
   * us or the disk.
   */
  private static final class UploadGuard extends OncePerRequestFilter {

    private final Entered entered;
    private final SealedUploads uploads;
    private final FreeSpace space;
    private final OutagePage outage;
    private final Refusals refusals;
    private final Viewers viewers;

    UploadGuard(
        Entered entered,
        SealedUploads uploads,
        FreeSpace space,
        OutagePage outage,
        Refusals refusals,
        Viewers viewers) {
      this.entered = entered;
      this.uploads = uploads;
      this.space = space;
      this.outage = outage;
      this.refusals = refusals;
      this.viewers = viewers;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (!uploads.isMultipart(request)) {
        chain.doFilter(request, response);
        return;
      }
      if (request.getContentLengthLong() > LONGEST) {
        note(request, "too-large");
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
      if (!entered.isIn()) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      if (WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class) != null) {
        chain.doFilter(request, response); // taken apart already
        return;
      }
      if (!space.hasRoomFor(request.getContentLengthLong())) {
        outage.diskIsFull(request, response);
        return;
      }
      MultipartHttpServletRequest form;
      try {
        form = uploads.resolveMultipart(request);
      } catch (MaxUploadSizeExceededException e) {
        note(request, "too-large");
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      } catch (MultipartException e) {
        note(request, "unreadable");
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      try {
        chain.doFilter(form, response);
      } finally {
        uploads.cleanupMultipart(form);
      }
    }

    private void note(HttpServletRequest request, String why) {
      refusals.note(
          viewers
              .current()
              .map(viewer -> new Refusals.Who(viewer.account(), viewer.email(), null))
              .orElse(Refusals.Who.NOBODY),
          "request",
          request.getMethod() + " " + request.getRequestURI(),
          why);
    }
  }
}
