package kz.senim.server.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** The answer when something outside is missing: in all languages, since nobody is known. */
@Component
public class OutagePage {

  private final IcuMessages messages;
  private final JsonMapper json = JsonMapper.builder().build();

  OutagePage(IcuMessages messages) {
    this.messages = messages;
  }

  /** Says that the disk has no room for what was sent; nothing of it was kept. */
  public void diskIsFull(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Outage.DISK, request, response);
  }

  void write(Outage outage, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(outage.status());
    response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(outage.retryAfter()));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    String id = String.valueOf(request.getAttribute(RequestIds.NAME));
    Lang first = Languages.of(request.getLocale());
    boolean page = !request.getRequestURI().startsWith("/api/");
    byte[] body =
        (page ? html(outage, id, first) : problem(outage, id, first))
            .getBytes(StandardCharsets.UTF_8);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentType(
        page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String html(Outage outage, String id, Lang first) {
    StringBuilder out =
        new StringBuilder("<!doctype html>\n<html lang=\"")
            .append(first.code())
            .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
            .append(" content=\"width=device-width, initial-scale=1\"><title>")
            .append(text(first, outage, ""))
            .append("</title><link rel=\"stylesheet\" href=\"/app.css\"></head><body>")
            .append("<main id=\"main\" class=\"narrow\"><p class=\"kicker\">")
            .append(outage.status())
            .append("</p>\n");
    List<Lang> langs =
        Stream.concat(Stream.of(first), Stream.of(Lang.values()).filter(lang -> lang != first))
            .toList();
    String heading = "h1";
    for (Lang lang : langs) {
      out.append("<section lang=\"").append(lang.code()).append("\"><").append(heading).append('>');
      out.append(text(lang, outage, "")).append("</").append(heading).append("> <p>");
      out.append(text(lang, outage, ".next")).append("</p></section>\n");
      heading = "h2";
    }
    return out.append("<p><code>")
        .append(HtmlUtils.htmlEscape(id))
        .append("</code></p></main></body></html>\n")
        .toString();
  }

  private String text(Lang lang, Outage outage, String part) {
    return HtmlUtils.htmlEscape(messages.get(lang, "operations." + outage.word() + part));
  }

  private String problem(Outage outage, String id, Lang lang) {
    return json.writeValueAsString(
        Map.of(
            "type",
            "about:blank",
            "status",
            outage.status(),
            "title",
            messages.get(lang, "operations." + outage.word()),
            "detail",
            messages.get(lang, "operations." + outage.word() + ".next"),
            "requestId",
            id));
  }
}
