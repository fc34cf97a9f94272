package kz.senim.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How requests find their language, and which paths are files. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

  private static final Duration KEPT = Duration.ofDays(7);

  /**
   * Only these: whatever may be a file is looked for among all the libraries, also when a page
   * merely links to it.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    CacheControl cache = CacheControl.maxAge(KEPT);
    registry
        .addResourceHandler("/app*.css", "/app*.js", "/icon.svg")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(cache)
        .resourceChain(true)
        .addResolver(
            new VersionResourceResolver().addContentVersionStrategy("/app*.css", "/app*.js"));
    registry
        .addResourceHandler("/fonts/**")
        .addResourceLocations("classpath:/static/fonts/")
        .setCacheControl(cache);
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(cache)
        .resourceChain(true);
  }

  /** The language chosen, else the browser's, else Russian. */
  @Bean
  LocaleResolver localeResolver(Cookies cookies) {
    CookieLocaleResolver resolver = new OfPages(cookies.name(Cookies.LANGUAGE));
    resolver.setCookieMaxAge(Cookies.KEPT);
    resolver.setCookieSecure(cookies.secure());
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(WebConfiguration::wanted);
    return resolver;
  }

  private static Locale wanted(HttpServletRequest request) {
    var wanted = request.getLocales();
    while (wanted.hasMoreElements()) {
      Locale locale = wanted.nextElement();
      if (locale.getLanguage().matches("kk|ru|en")) {
        return Locale.of(locale.getLanguage());
      }
    }
    return Locale.of("ru");
  }

  /** A program says its language with each request; a cookie has nothing to say there. */
  private static final class OfPages extends CookieLocaleResolver {

    OfPages(String cookie) {
      super(cookie);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
      if (request.getRequestURI().startsWith("/api/v1/")) {
        Locale wanted = resolveLocale(request);
        return () -> wanted;
      }
      return super.resolveLocaleContext(request);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
      if (request.getRequestURI().startsWith("/api/v1/")) {
        // Without the header, the machine's own language would be given for the caller's.
        return request.getHeader("Accept-Language") == null ? Locale.of("ru") : wanted(request);
      }
      return super.resolveLocale(request);
    }
  }
}
