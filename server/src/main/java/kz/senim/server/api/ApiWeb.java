package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.web.Languages;
import kz.senim.server.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What methods of the API are given, and what is asked of the token before. */
@Configuration
class ApiWeb implements WebMvcConfigurer {

  static final Set<Class<?>> GIVEN =
      Set.of(Caller.class, Paging.class, Match.class, Once.Request.class, Raw.class);

  private final Viewers viewers;
  private final Etags etags;
  private final Clock clock;

  ApiWeb(Viewers viewers, Etags etags, Clock clock) {
    this.viewers = viewers;
    this.etags = etags;
    this.clock = clock;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new StrictJsonConverter());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ScopeCheck()).addPathPatterns(ApiController.PATH + "/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        new HandlerMethodArgumentResolver() {
          @Override
          public boolean supportsParameter(MethodParameter parameter) {
            return GIVEN.contains(parameter.getParameterType());
          }

          @Override
          public Object resolveArgument(
              MethodParameter parameter,
              @Nullable ModelAndViewContainer container,
              NativeWebRequest web,
              @Nullable WebDataBinderFactory binders) {
            return given(parameter.getParameterType(), web);
          }
        });
  }

  private Object given(Class<?> type, NativeWebRequest web) {
    if (type == Caller.class) {
      return caller(
          web.getAttribute(ScopeCheck.NAME, RequestAttributes.SCOPE_REQUEST)
                  instanceof TokenHolder holder
              ? holder.organization()
              : null,
          web.getParameter("asOf"));
    }
    if (type == Paging.class) {
      return paging(web.getParameter("after"), web.getParameter("limit"));
    }
    if (type == Match.class) {
      return new Match(etags, web.getHeader(HttpHeaders.IF_MATCH));
    }
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("the API is asked over HTTP");
    }
    if (type == Raw.class) {
      return new Raw(request);
    }
    String target =
        request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
    return new Once.Request(web.getHeader("Idempotency-Key"), target);
  }

  private Caller caller(@Nullable UUID only, @Nullable String asOf) {
    LocalDate today = LocalDate.now(clock);
    return new Caller(
        viewers.get(),
        only,
        asOf == null ? today : day("asOf", asOf),
        today,
        Languages.of(LocaleContextHolder.getLocale()));
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1990 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new Mistakes().add(name, "api.not-day", "api.not-day.fix").refusal();
  }

  private static Paging paging(@Nullable String after, @Nullable String limit) {
    int most = Paging.DEFAULT;
    if (limit != null) {
      if (!limit.matches("\\d{1,3}")
          || Integer.parseInt(limit) < 1
          || Integer.parseInt(limit) > Paging.MOST) {
        throw new Mistakes()
            .add("limit", "api.bad-limit", "api.bad-limit.fix", Paging.MOST)
            .refusal();
      }
      most = Integer.parseInt(limit);
    }
    return new Paging(after == null ? null : Paging.key(after), most);
  }
}
