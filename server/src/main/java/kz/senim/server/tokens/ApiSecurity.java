package kz.senim.server.tokens;

import kz.senim.server.api.ApiController;
import kz.senim.server.api.Problem;
import kz.senim.server.api.Problems;
import kz.senim.server.api.Refusal;
import kz.senim.server.audit.Refusals;
import kz.senim.server.web.Viewers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who reaches the API: whoever has a token. No session opens it, so none can be abused for it. */
@Configuration
class ApiSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      Tokens tokens,
      RateLimits limits,
      Viewers viewers,
      Problems problems,
      Refusals refusals) {
    return http.securityMatcher(ApiController.PATH + "/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(ApiController.PATH + "/openapi.json")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(
            new BearerFilter(tokens, limits, viewers, problems, refusals),
            AuthorizationFilter.class)
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, _) -> {
                          response.setHeader(
                              HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"senim\"");
                          problems.write(request, response, new Refusal(Problem.UNAUTHENTICATED));
                        })
                    .accessDeniedHandler(
                        (request, response, _) ->
                            problems.write(request, response, new Refusal(Problem.FORBIDDEN))))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .frameOptions(frame -> frame.deny()))
        .build();
  }
}
