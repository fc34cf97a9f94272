package kz.senim.server.api;

import kz.senim.server.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives each answer its tag, its language and, where it is part of a list, the way to the next. */
@ControllerAdvice(annotations = ApiController.class)
final class AnswerAdvice implements ResponseBodyAdvice<Object> {

  private final Etags etags;

  AnswerAdvice(Etags etags) {
    this.etags = etags;
  }

  @Override
  public boolean supports(
      MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
    return !Resource.class.isAssignableFrom(method.getParameterType());
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter method,
      MediaType media,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body == null || body instanceof Resource) {
      return body;
    }
    HttpHeaders headers = response.getHeaders();
    String tag = etags.of(body);
    headers.setETag(tag);
    headers.setCacheControl("private, no-cache");
    headers.set(HttpHeaders.CONTENT_LANGUAGE, Languages.of(LocaleContextHolder.getLocale()).code());
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (body instanceof Part<?> part && part.next() != null) {
      String next =
          UriComponentsBuilder.fromPath(request.getURI().getRawPath())
              .query(request.getURI().getRawQuery())
              .replaceQueryParam("after", part.next())
              .build(true)
              .toUriString();
      headers.add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    if (HttpMethod.GET.equals(request.getMethod())
        && Etags.matches(request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return null;
    }
    return body;
  }
}
