package kz.senim.server.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("senim-lang");
    resolver.setCookieMaxAge(Duration.ofDays(400));
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(
        request -> {
          var wanted = request.getLocales();
          while (wanted.hasMoreElements()) {
            Locale locale = wanted.nextElement();
            if (locale.getLanguage().matches("kk|ru|en")) {
              return Locale.of(locale.getLanguage());
            }
          }
          return Locale.of("ru");
        });
    return resolver;
  }
}
