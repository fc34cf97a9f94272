package kz.senim.server.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import kz.senim.server.ServerSettings;
import kz.senim.server.web.Entered;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where files arrive, and from whom. */
@Configuration
class UploadConfiguration {

  /** What arrives lies beside the evidence: the system's temporary folder may be memory. */
  @Bean
  MultipartConfigElement multipartConfig(ServerSettings settings, MultipartProperties properties)
      throws IOException {
    properties.setLocation(Contents.incoming(settings).toString());
    return properties.createMultipartConfig();
  }

  /** Before the check of the form's token, since that reads the whole body to find it. */
  @Bean
  Customizer<HttpSecurity> uploadGuard(Entered entered, MultipartProperties properties) {
    long most = properties.getMaxRequestSize().toBytes();
    return http -> http.addFilterBefore(new UploadGuard(entered, most), CsrfFilter.class);
  }

  /** Takes files only from people who are in with all their factors, and none that is too large. */
  private static final class UploadGuard extends OncePerRequestFilter {

    private final Entered entered;
    private final long most;

    UploadGuard(Entered entered, long most) {
      this.entered = entered;
      this.most = most;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
      if (type.startsWith("multipart/")) {
        if (request.getContentLengthLong() > most) {
          response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
          return;
        }
        if (!entered.isIn()) {
          response.sendError(HttpServletResponse.SC_FORBIDDEN);
          return;
        }
      }
      chain.doFilter(request, response);
    }
  }
}
