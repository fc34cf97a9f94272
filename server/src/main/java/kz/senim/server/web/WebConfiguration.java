package kz.senim.server.web;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** How requests find their language. */
@Configuration
class WebConfiguration {

  /** The language chosen, else the browser's, else Russian. */
  @Bean
  LocaleResolver localeResolver(Cookies cookies) {
    CookieLocaleResolver resolver = new CookieLocaleResolver(cookies.name(Cookies.LANGUAGE));
    resolver.setCookieMaxAge(Cookies.KEPT);
    resolver.setCookieSecure(cookies.secure());
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
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
