package kz.senim.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.ibm.icu.util.ULocale;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.RequestDispatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every request, whatever it asks for; named in docs/asvs.md. */
class DefencesTest extends ServerTest {

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient db;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/no-such-page",
        "/app.css",
        "/app.js",
        "/icon.svg",
        "/fonts/golos-text-latin-wght-normal.woff2",
        "/webjars/htmx.org/dist/htmx.min.js",
        "/feeds/duties/no-such-link.ics",
        "/setup/no-such-link",
        "/setup",
        "/feeds/duties.ics",
        "/sign-in;v=1",
        "/sign-in%2500",
        "/sign-in?wait=%00"
      })
  void every_answer_tells_the_browser_what_it_may_do(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(field(answer, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("object-src 'none'")
        .contains("base-uri 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(field(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(field(answer, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    if (!answer.body().isEmpty()) {
      String type = field(answer, "Content-Type");
      assertThat(type).isNotEmpty();
      if (type.startsWith("text/html")) {
        assertThat(type).containsIgnoringCase("charset=utf-8");
        assertThat(field(answer, "Cache-Control")).contains("no-store");
      }
    }
  }

  @Test
  void no_request_that_changes_something_is_taken_without_the_token_of_its_form() throws Exception {
    UUID owner = person();
    organization(owner, Role.OWNER);
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
        for (String pattern : mapping.getPatternValues()) {
          if (method == RequestMethod.GET || pattern.startsWith("/api/")) {
            continue;
          }
          URI path = URI.create(pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
          int status =
              web.perform(request(HttpMethod.valueOf(method.name()), path).with(as(owner)))
                  .andReturn()
                  .getResponse()
                  .getStatus();
          asked++;
          if (status != 403) {
            wrong.add(method + " " + pattern + ": " + status);
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(70);
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_is_shared_with_pages_of_other_origins() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(at("/sign-in")))
                .header("Origin", "https://elsewhere.example")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "https://elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "/\r\nSet-Cookie: a=b",
        "",
        "elsewhere"
      })
  void one_is_led_back_to_pages_of_ours_alone(String back) throws Exception {
    web.perform(post("/preferences/theme").with(form()).param("theme", "dark").param("back", back))
        .andExpect(header().string("Location", "/"));
  }

  @Test
  void one_is_led_back_to_the_page_with_its_filter() throws Exception {
    web.perform(
            post("/preferences/theme")
                .with(form())
                .param("theme", "dark")
                .param("back", "/duties?view=list&q=%D2%9B"))
        .andExpect(header().string("Location", "/duties?view=list&q=%D2%9B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fonts/", "/webjars/", "/webjars/htmx.org/", "/templates/layout.html", "/application.yaml",
        "/.git/config", "/WEB-INF/web.xml", "/fonts/../application.yaml", "/actuator",
            "/v3/api-docs"
      })
  void strangers_find_no_lists_of_files_and_nothing_of_the_inside(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).isIn(302, 400, 401, 403, 404);
    assertThat(answer.body()).doesNotContain("htmx.min.js</a>").doesNotContain("spring:");
  }

  @Test
  void methods_that_mirror_requests_are_refused() throws Exception {
    assertThat(raw("TRACE /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches("(?s)HTTP/1.1 40[05] .*")
        .doesNotContain("TRACE /sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 11\r\n\r\nx=1&GET / HTTP/1.1\r\n\r\n",
        "Content-Length: 4\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + "Transfer-Encoding: identity\r\n\r\n"
            + "0\r\n\r\n"
            + "GET /",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Content-Length : 4\r\n\r\nx=1&"
      })
  void a_request_whose_end_is_in_doubt_is_refused_and_the_connection_closed(String rest)
      throws Exception {
    String answer = raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + rest);
    assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*");
    assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
  }

  @Test
  void a_text_with_a_nul_is_refused_and_breaks_nothing() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    web.perform(
            post("/organizations/" + organization + "/objects")
                .with(as(owner))
                .with(form())
                .param("name", "Name\0")
                .param("code", ""))
        .andExpect(status().isBadRequest());
  }

  @Test
  void a_path_is_decoded_once() throws Exception {
    assertThat(ask("/%2573ign-in").statusCode()).isEqualTo(400);
    assertThat(ask("/%73ign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void an_error_tells_nothing_of_the_inside() throws Exception {
    web.perform(
            get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(
                    RequestDispatcher.ERROR_EXCEPTION,
                    new IllegalStateException("select secret from accounts"))
                .requestAttr(RequestDispatcher.ERROR_MESSAGE, "select secret from accounts"))
        .andExpect(content().string(not(containsString("select secret"))))
        .andExpect(content().string(not(containsString("Exception"))));
    UUID owner = person();
    web.perform(get("/objects/not-an-identifier").with(as(owner)))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(not(containsString("Exception"))));
  }

  @Test
  void an_address_told_by_the_client_itself_is_not_believed() throws Exception {
    String email = "nobody" + UUID.randomUUID() + "@example.kz";
    HttpResponse<String> page = ask("/sign-in");
    String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    client.send(
        HttpRequest.newBuilder(URI.create(at("/sign-in")))
            .header("Cookie", field(page, "Set-Cookie").split(";", 2)[0])
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("Forwarded", "for=203.0.113.7")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "_csrf=" + token + "&email=" + email + "&password=wrong"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(
            db.sql("select address from audit_log where account_name = ?")
                .param(email)
                .query(String.class)
                .single())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void identifiers_of_sessions_and_tokens_of_forms_cannot_be_guessed() throws Exception {
    HttpResponse<String> page = ask("/sign-in");
    String cookie = field(page, "Set-Cookie");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    // The cookie's value is the identifier in Base64.
    String value = cookie.replaceAll("senim-session=([^;]+);.*", "$1");
    String id =
        new String(java.util.Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
    assertThat(id).matches("[A-Za-z0-9_-]{36}");
    assertThat(BrowserConfiguration.token())
        .matches("[A-Za-z0-9_-]{36}")
        .isNotEqualTo(BrowserConfiguration.token());
  }

  @Test
  void signing_out_ends_the_session_is_noted_and_clears_the_browser() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    MockHttpSession session = new MockHttpSession();
    web.perform(get("/account").session(session).with(as(auditor))).andExpect(status().isOk());
    web.perform(post("/sign-out").session(session).with(form()).with(as(auditor)))
        .andExpect(redirectedUrl("/sign-in"))
        .andExpect(header().string("Clear-Site-Data", "\"cache\", \"storage\""));
    web.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
    assertThat(
            db.sql(
                    "select count(*) from audit_log where action = 'session.end' and account_id = ?"
                        + " and detail = 'sign-out'")
                .param(auditor)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_session_ends_after_twelve_hours_even_when_it_is_used() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    web.perform(get("/account").with(shown(auditor, Duration.ofHours(11))))
        .andExpect(status().isOk());
    web.perform(get("/account").with(shown(auditor, Duration.ofHours(13))))
        .andExpect(redirectedUrl("/sign-in?expired"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  spaces at both ends are kept  ", "Құпия сөз — 😀 — тіркесі"})
  void a_password_is_taken_exactly_as_it_is_typed(String password) throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, password);
    String email = accounts.find(auditor).orElseThrow().email();
    for (String other :
        List.of(password.strip() + ".", password.toUpperCase(java.util.Locale.ROOT))) {
      web.perform(post("/sign-in").with(form()).param("email", email).param("password", other))
          .andExpect(redirectedUrl("/sign-in?error"));
    }
    web.perform(post("/sign-in").with(form()).param("email", email).param("password", password))
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void a_password_may_be_long_and_of_any_signs() {
    for (String password :
        List.of("жеті қабат көктің астында", "a".repeat(63) + "bcdefgh", "тоғыз-тоғыз-он-екі")) {
      assertThat(
              Passwords.mistakes(password, password, "somebody@example.kz", "Somebody", List.of()))
          .as(password)
          .isEmpty();
    }
  }

  @Test
  void a_password_is_kept_as_advised_today_and_an_older_hash_is_renewed_at_the_next_sign_in()
      throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    String password = "жеті қабат көктің астында";
    db.sql("update accounts set password_hash = ? where id = ?")
        .params(new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(password), auditor)
        .update();
    String email = accounts.find(auditor).orElseThrow().email();
    for (int i = 0; i < 2; i++) {
      web.perform(post("/sign-in").with(form()).param("email", email).param("password", password))
          .andExpect(redirectedUrl("/"));
      assertThat(accounts.passwordHash(email)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
  }

  @Test
  void a_doubled_field_grants_one_role_only() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID known = person();
    web.perform(
        post("/organizations/" + organization + "/people")
            .with(as(owner))
            .with(form())
            .param("email", accounts.find(known).orElseThrow().email())
            .param("name", "")
            .param("role", "AUDITOR", "OWNER"));
    assertThat(
            db.sql("select count(*) from memberships where account_id = ?")
                .param(known)
                .query(Integer.class)
                .single())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void nothing_is_put_away_without_a_reason_not_even_past_the_form() throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object = example(owner, organization, "regional-internet-resource");
    for (String reason : List.of(" ", "x".repeat(501))) {
      web.perform(
              post("/objects/" + object + "/archive")
                  .with(as(owner))
                  .with(form())
                  .param("reason", reason))
          .andExpect(status().isBadRequest());
    }
    assertThat(objects.list(organization)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or '1'='1",
        "%' or 1=1 --",
        "{0} %s ${7919*7919} #{7919*7919}",
        "\\",
        "[a-",
        "☃"
      })
  void signs_that_mean_something_elsewhere_are_text_here(String typed) throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID administrator = accounts.create(UUID.randomUUID() + "@example.kz", "Admin", true);
    String there = "/organizations/" + organization;
    for (String list : List.of(there + "/evidence", there + "/assets", "/search", "/remedies")) {
      web.perform(get(list).param("q", typed).with(as(owner)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("62710561"))));
    }
    String people =
        web.perform(get("/administration/accounts").param("q", typed).with(as(administrator)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(people).doesNotContainPattern("/administration/accounts/[0-9a-f]{8}-");
    web.perform(get("/administration/audit").param("person", typed).with(as(administrator)))
        .andExpect(status().isOk());
  }

  @Test
  void numbers_of_pages_may_be_as_large_as_they_come() throws Exception {
    UUID owner = person();
    String there = "/organizations/" + organization(owner, Role.OWNER);
    for (String list : List.of(there + "/evidence", "/remedies", "/notices", "/duties", "/")) {
      for (String page : List.of("2147483647", "-2147483648")) {
        web.perform(get(list).param("page", page).with(as(owner)))
            .andExpect(
                answer -> assertThat(answer.getResponse().getStatus()).as(list).isLessThan(400));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "0001-01-01", "+12345-01-01"})
  void days_that_no_calendar_has_are_refused_and_break_nothing(String day) throws Exception {
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    UUID object = example(owner, organization, "regional-internet-resource");
    UUID administrator = accounts.create(UUID.randomUUID() + "@example.kz", "Admin", true);
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/preferences/as-of")
            .session(session)
            .with(as(owner))
            .with(form())
            .param("day", day)
            .param("back", "/"));
    for (String page :
        List.of(
            "/objects/" + object,
            "/duties",
            "/organizations/" + organization + "/evidence",
            "/objects/" + object + "/changes?from=2025-01-01&to=" + day.replace("+", "%2B"))) {
      web.perform(get(URI.create(page)).session(session).with(as(owner)))
          .andExpect(
              answer -> assertThat(answer.getResponse().getStatus()).as(page).isLessThan(400));
    }
    web.perform(
            get("/administration/audit")
                .param("from", day)
                .param("until", day)
                .with(as(administrator)))
        .andExpect(status().isOk());
    web.perform(
            multipart("/organizations/" + organization + "/evidence")
                .file(new MockMultipartFile("files", "a.txt", "text/plain", new byte[] {65}))
                .with(as(owner))
                .with(form())
                .param("kind", book.vocabulary().evidence().getFirst().id())
                .param("validUntil", day))
        .andExpect(status().isOk());
    assertThat(
            db.sql("select count(*) from evidence where organization_id = ?")
                .param(organization)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_mail_goes_to_one_address_and_its_subject_is_one_line() throws Exception {
    for (String email :
        List.of(
            "a@example.kz\nBcc: b@example.kz", "a@example.kz, b@example.kz", "a@b@example.kz")) {
      assertThat(Invitations.mistakes(email, "A person")).contains("people.setup.bad-email");
    }
    MimeMessage message = new MimeMessage((Session) null);
    new MimeMessageHelper(message, "UTF-8").setSubject("Object\r\nBcc: b@example.kz\r\n\r\nText");
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    message.setText("Text", "UTF-8");
    message.writeTo(sent);
    assertThat(sent.toString(StandardCharsets.UTF_8)).doesNotContain("\nBcc:");
  }

  @Test
  void a_field_that_no_form_has_changes_nothing() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    web.perform(
            post("/account/name")
                .with(as(auditor))
                .with(form())
                .param("name", "Another name")
                .param("administrator", "true")
                .param("email", "another@example.kz")
                .param("account.administrator", "true"))
        .andExpect(redirectedUrl("/account?done=name"));
    Account account = accounts.find(auditor).orElseThrow();
    assertThat(account.name()).isEqualTo("Another name");
    assertThat(account.administrator()).isFalse();
    assertThat(account.email()).isNotEqualTo("another@example.kz");
  }

  @Test
  void a_wrong_password_is_noted_and_not_kept() throws Exception {
    String email = "nobody" + UUID.randomUUID() + "@example.kz";
    web.perform(
        post("/sign-in")
            .with(form())
            .param("email", email)
            .param("password", "a secret, mistyped"));
    assertThat(
            db.sql("select row_to_json(l)::text from audit_log l where account_name = ?")
                .param(email)
                .query(String.class)
                .single())
        .contains("wrong-password")
        .doesNotContain("mistyped");
  }

  @Test
  void a_link_for_a_new_password_does_not_lead_past_the_second_factor() throws Exception {
    UUID owner = person();
    organization(owner, Role.OWNER);
    accounts.setTotpSecret(owner, new byte[20]);
    String password = "жеті қабат көктің астында";
    web.perform(
            post("/setup")
                .session(withLink(accounts.newLink(owner)))
                .with(form())
                .param("password", password)
                .param("again", password))
        .andExpect(redirectedUrl("/sign-in?ready"));
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/sign-in")
            .session(session)
            .with(form())
            .param("email", accounts.find(owner).orElseThrow().email())
            .param("password", password));
    web.perform(get("/").session(session)).andExpect(redirectedUrl("/sign-in/second"));
  }

  @Test
  void a_session_holds_only_what_we_put_there() throws Exception {
    UUID auditor = person();
    organization(auditor, Role.AUDITOR);
    accounts.setPassword(auditor, "жеті қабат көктің астында");
    String email = accounts.find(auditor).orElseThrow().email();
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/sign-in")
            .session(session)
            .with(form())
            .param("email", email)
            .param("password", "жеті қабат көктің астында"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ULocale.ENGLISH); // of a library, and harmless
    }
    assertThat(
            db.sql(
                    """
                    update spring_session_attributes set attribute_bytes = ?
                    where session_primary_id in
                      (select primary_id from spring_session where principal_name = ?)
                    """)
                .params(bytes.toByteArray(), email)
                .update())
        .isPositive();
    web.perform(get("/account").session(session)).andExpect(redirectedUrl("/sign-in"));
  }

  private static org.springframework.test.web.servlet.request.RequestPostProcessor shown(
      UUID account, Duration ago) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account, account.toString(), null),
            null,
            List.of(
                FactorGrantedAuthority.withAuthority("FACTOR_TOTP")
                    .issuedAt(Instant.now().minus(ago))
                    .build())));
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  /** Follows nothing by itself; the path goes as it is. */
  private HttpResponse<String> ask(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(at(path))).header("Accept", "text/html, */*").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** All that comes back until the server closes, or says no more for a moment. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(3000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      try {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
      } catch (java.net.SocketTimeoutException e) {
        answer.append("(left open)");
      }
      assertThat(answer.toString()).doesNotContain("(left open)");
      return answer.toString();
    }
  }
}
