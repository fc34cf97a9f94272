package kz.senim.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person sets for all pages: the day, the theme, the language. */
@Controller
class PreferencesController {

  private static final Set<String> LANGUAGES = Set.of("kk", "ru", "en");

  /**
   * A path as browsers send it: visible signs of ASCII only, since they drop others and would take
   * {@code /<tab>/elsewhere} for another host.
   */
  private static final Pattern OWN = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

  private final Viewers viewers;
  private final Cookies cookies;
  private final ObjectProvider<LanguageMemory> languages;

  PreferencesController(
      Viewers viewers, Cookies cookies, ObjectProvider<LanguageMemory> languages) {
    this.viewers = viewers;
    this.cookies = cookies;
    this.languages = languages;
  }

  @PostMapping("/preferences/as-of")
  ResponseEntity<Void> asOf(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
      @RequestParam String back,
      HttpServletRequest request) {
    if (day == null) {
      request.getSession().removeAttribute(UiAdvice.AS_OF);
    } else if (TypedDay.fits(day)) {
      request.getSession().setAttribute(UiAdvice.AS_OF, day);
    }
    return to(back).build();
  }

  @PostMapping("/preferences/theme")
  ResponseEntity<Void> theme(@RequestParam String theme, @RequestParam String back) {
    return to(back).header(HttpHeaders.SET_COOKIE, cookie(Cookies.THEME, theme)).build();
  }

  /** Remembered in the account; before signing in, in the browser, until an account takes it. */
  @PostMapping("/preferences/language")
  ResponseEntity<Void> language(
      @RequestParam String lang, @RequestParam String back, HttpServletRequest request) {
    if (LANGUAGES.contains(lang)) {
      viewers
          .current()
          .ifPresentOrElse(
              viewer -> languages.ifAvailable(memory -> memory.remember(viewer.account(), lang)),
              () -> request.getSession().setAttribute(LanguageMemory.CHOSEN, lang));
    }
    return to(back).header(HttpHeaders.SET_COOKIE, cookie(Cookies.LANGUAGE, lang)).build();
  }

  private String cookie(String name, String value) {
    String safe = value.matches("[a-z]{2,5}") ? value : "";
    return ResponseCookie.from(cookies.name(name), safe)
        .path("/")
        .maxAge(Cookies.KEPT)
        .secure(cookies.secure())
        .sameSite("Lax")
        .httpOnly(true)
        .build()
        .toString();
  }

  /** Back to a page of our own, never elsewhere. */
  private static ResponseEntity.BodyBuilder to(String back) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, OWN.matcher(back).matches() ? back : "/");
  }
}
