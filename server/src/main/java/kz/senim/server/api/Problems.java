package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.senim.core.decision.BeforeTheLaw;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Languages;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever goes wrong under the API's path as {@code application/problem+json}. */
@Component
public final class Problems implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final IcuMessages messages;
  private final LocaleResolver languages;
  private final JsonMapper json;
  private final ObjectProvider<Denials> denials;

  Problems(
      IcuMessages messages,
      LocaleResolver languages,
      JsonMapper json,
      ObjectProvider<Denials> denials) {
    this.messages = messages;
    this.languages = languages;
    this.json = json;
    this.denials = denials;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** Whether the request is one to the API. */
  public static boolean concerns(HttpServletRequest request) {
    return request.getRequestURI().startsWith(ApiController.PATH + "/");
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    if (!concerns(request) || response.isCommitted()) {
      return null;
    }
    response.resetBuffer();
    try {
      write(request, response, refusal(request, response, e));
    } catch (IOException gone) {
      LOG.debug("the caller is gone", gone);
    }
    return new ModelAndView();
  }

  private static Refusal refusal(
      HttpServletRequest request, HttpServletResponse response, Exception e) {
    return switch (e) {
      case Refusal refusal -> refusal;
      case NotFound _ -> new Refusal(Problem.NOT_FOUND);
      case BeforeTheLaw _ ->
          new Mistakes().add("asOf", "api.before-the-law", "api.before-the-law.fix").refusal();
      case HttpMessageNotReadableException _ -> new Refusal(Problem.UNREADABLE);
      case AccessDeniedException _ -> new Refusal(Problem.FORBIDDEN);
      case MethodArgumentTypeMismatchException wrong
          when wrong.getRequiredType() != null
              && String.valueOf(request.getAttribute(PATH_VARIABLES))
                  .contains(wrong.getName() + "=") ->
          new Refusal(Problem.NOT_FOUND); // no such thing has such a name
      case MethodArgumentTypeMismatchException wrong ->
          new Mistakes().add(wrong.getName(), "api.bad-value", "api.bad-value.fix").refusal();
      case MissingServletRequestParameterException missing ->
          new Mistakes()
              .add(missing.getParameterName(), "api.missing", "api.missing.fix")
              .refusal();
      case ErrorResponse known -> {
        known
            .getHeaders()
            .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        yield new Refusal(Problem.of(known.getStatusCode().value()));
      }
      default -> {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        yield new Refusal(Problem.BROKEN);
      }
    };
  }

  private static final String PATH_VARIABLES =
      "org.springframework.web.servlet.HandlerMapping.uriTemplateVariables";

  /** Writes the refusal in the caller's language; headers that belong to it are set before. */
  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Lang lang = Languages.of(languages.resolveLocale(request));
    Problem problem = refusal.problem();
    if (problem.status() == 403) {
      denials.forEach(one -> one.denied(request));
    }
    String key = "api.problem." + problem.word();
    List<ProblemDetail.Wrong> errors =
        refusal.mistakes().stream()
            .map(
                mistake ->
                    new ProblemDetail.Wrong(
                        mistake.pointer(),
                        messages.get(lang, mistake.key(), mistake.args().toArray()),
                        messages.get(lang, mistake.fix(), mistake.args().toArray())))
            .toList();
    byte[] body =
        json.writeValueAsBytes(
            new ProblemDetail(
                "urn:senim:problem:" + problem.word(),
                messages.get(lang, key),
                problem.status(),
                messages.get(lang, key + ".detail"),
                errors));
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, lang.code());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
